using System.Runtime.InteropServices;
using ArcMini.Model.Llama;
using LLama.Native;
using Xunit;

namespace ArcMini.Tests.Model.Llama;

public unsafe class LlamaNativeTests
{
    [Fact]
    public void LLamaSharps_structs_fit_the_libraries()
    {
        Natives.Load();
        var model = LLamaModelParams.Default();
        Assert.Equal((-1, GPUSplitMode.Layer, 0, false), (model.n_gpu_layers, model.split_mode, model.main_gpu, model.vocab_only));
        var context = LLamaContextParams.Default();
        Assert.Equal((512u, 2048u, 512u, 1u), (context.n_ctx, context.n_batch, context.n_ubatch, context.n_seq_max));
        Assert.Equal((GGMLType.GGML_TYPE_F16, GGMLType.GGML_TYPE_F16), (context.type_k, context.type_v));
        Assert.Equal((true, false), (context.offload_kqv, context.kv_unified));
        Assert.Equal(LLamaFlashAttentionType.LLAMA_FLASH_ATTENTION_TYPE_AUTO, context.llama_flash_attn_type);
    }

    [Fact]
    public void Element_types_are_those_of_ggml()
    {
        var ggml = NativeLibrary.Load(Path.Combine(Natives.Report().Folder, "libggml-base.so"));
        var blockElements = (delegate* unmanaged<int, long>)NativeLibrary.GetExport(ggml, "ggml_blck_size");
        var blockBytes = (delegate* unmanaged<int, nuint>)NativeLibrary.GetExport(ggml, "ggml_type_size");
        for (var type = 0; type < GgmlTypes.Count; type++)
        {
            var (elements, bytes) = GgmlTypes.Layout(type) ?? (0, 0);
            Assert.Equal((type, (int)blockElements(type), (int)blockBytes(type)), (type, elements, bytes));
        }
        Assert.Null(GgmlTypes.Layout(GgmlTypes.Count));
        Assert.Null(GgmlTypes.Layout(-1));
    }
}
