using System.Runtime.InteropServices;
using ArcMini.Model.Llama;
using Xunit;

namespace ArcMini.Tests.Model.Llama;

public unsafe class LlamaApiTests
{
    [Fact]
    public void Structs_have_the_headers_layout()
    {
        var model = new LlamaModelParams();
        Assert.Equal(80, sizeof(LlamaModelParams));
        Assert.Equal([0, 8, 16, 20, 24, 28, 32, 40, 48, 56, 64, 72, 77], Offsets(&model,
            &model.Devices, &model.TensorBufferTypeOverrides, &model.GpuLayers, &model.SplitMode, &model.LoadMode, &model.LazyMode,
            &model.MainGpu, &model.TensorSplit, &model.ProgressCallback, &model.ProgressCallbackUserData, &model.KeyValueOverrides,
            &model.VocabularyOnly, &model.LoadMtp));

        var context = new LlamaContextParams();
        Assert.Equal(160, sizeof(LlamaContextParams));
        Assert.Equal([0, 12, 24, 28, 36, 52, 56, 80, 84, 88, 104, 108, 112, 120, 128, 133, 136, 144, 152], Offsets(&context,
            &context.ContextLength, &context.MaxSequences, &context.MaxOutputsPerSequence, &context.Threads, &context.ContextType,
            &context.FlashAttention, &context.RopeFrequencyBase, &context.YarnOriginalContext, &context.DefragThreshold,
            &context.EvalCallback, &context.TypeK, &context.TypeV, &context.AbortCallback, &context.AbortCallbackData,
            &context.Embeddings, &context.UnifiedCache, &context.Samplers, &context.SamplerCount, &context.OtherContext));

        var batch = new LlamaBatch();
        Assert.Equal(56, sizeof(LlamaBatch));
        Assert.Equal([0, 8, 16, 24, 32, 40, 48], Offsets(&batch,
            &batch.Count, &batch.Tokens, &batch.Embeddings, &batch.Positions, &batch.SequenceCounts, &batch.Sequences, &batch.Outputs));
    }

    [Fact]
    public void Default_parameters_read_as_the_header_documents_them()
    {
        Natives.Load();
        var model = LlamaApi.ModelDefaultParams();
        Assert.Equal((-1, 1, -1, 0, 0), (model.GpuLayers, model.SplitMode, model.LoadMode, model.MainGpu, model.VocabularyOnly));
        var context = LlamaApi.ContextDefaultParams();
        Assert.Equal((512u, 2048u, 512u, 1u), (context.ContextLength, context.BatchSize, context.MicroBatchSize, context.MaxSequences));
        const int f16 = 1;
        Assert.Equal((f16, f16, 1, 0), (context.TypeK, context.TypeV, context.OffloadKqv, context.UnifiedCache));
        Assert.Equal(LlamaApi.FlashAttentionAuto, context.FlashAttention);
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

    private static int[] Offsets(void* start, params void*[] fields)
    {
        var offsets = new int[fields.Length];
        for (var i = 0; i < fields.Length; i++) offsets[i] = (int)((byte*)fields[i] - (byte*)start);
        return offsets;
    }
}
