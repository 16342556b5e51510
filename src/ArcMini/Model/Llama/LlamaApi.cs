using System.Runtime.InteropServices;

[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]

namespace ArcMini.Model.Llama;

/// <summary>
/// The functions of llama.cpp's C API that ArcMini calls. Handles are opaque <c>nint</c>; a C <c>bool</c> is a byte.
/// <see cref="Natives"/> loads the libraries and must have done so before the first call.
/// </summary>
internal static unsafe partial class LlamaApi
{
    /// <summary>What <c>llama_version</c> and <c>ggml_commit</c> answer in the libraries these bindings were written for.</summary>
    public const string Version = "0.5.0-dev", Commit = "0ad4a86";

    /// <summary>Values of <c>llama_flash_attn_type</c>.</summary>
    public const int FlashAttentionAuto = -1, FlashAttentionOff = 0;

    /// <summary>What <c>llama_decode</c> answers when the abort callback stopped it.</summary>
    public const int Aborted = 2;

    private const string Llama = "llama", Ggml = "ggml", GgmlBase = "ggml-base";

    [LibraryImport(Llama, EntryPoint = "llama_version")]
    public static partial byte* LlamaVersion();

    [LibraryImport(GgmlBase, EntryPoint = "ggml_commit")]
    public static partial byte* GgmlCommit();

    [LibraryImport(Llama, EntryPoint = "llama_log_set")]
    public static partial void LogSet(delegate* unmanaged<int, byte*, void*, void> callback, void* data);

    [LibraryImport(Llama, EntryPoint = "llama_backend_init")]
    public static partial void BackendInit();

    [LibraryImport(Ggml, EntryPoint = "ggml_backend_load", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint BackendLoad(string path);

    [LibraryImport(Ggml, EntryPoint = "ggml_backend_load_all_from_path", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void BackendLoadAll(string folder);

    [LibraryImport(Ggml, EntryPoint = "ggml_backend_dev_count")]
    public static partial nuint DeviceCount();

    [LibraryImport(Ggml, EntryPoint = "ggml_backend_dev_get")]
    public static partial nint Device(nuint index);

    [LibraryImport(GgmlBase, EntryPoint = "ggml_backend_dev_name")]
    public static partial byte* DeviceName(nint device);

    [LibraryImport(GgmlBase, EntryPoint = "ggml_backend_dev_description")]
    public static partial byte* DeviceDescription(nint device);

    [LibraryImport(GgmlBase, EntryPoint = "ggml_backend_dev_type")]
    public static partial int DeviceType(nint device);

    [LibraryImport(GgmlBase, EntryPoint = "ggml_backend_dev_memory")]
    public static partial void DeviceMemory(nint device, nuint* free, nuint* total);

    [LibraryImport(Llama, EntryPoint = "llama_model_default_params")]
    public static partial LlamaModelParams ModelDefaultParams();

    [LibraryImport(Llama, EntryPoint = "llama_model_load_from_file", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint ModelLoad(string path, LlamaModelParams options);

    [LibraryImport(Llama, EntryPoint = "llama_model_free")]
    public static partial void ModelFree(nint model);

    [LibraryImport(Llama, EntryPoint = "llama_model_get_vocab")]
    public static partial nint ModelVocabulary(nint model);

    [LibraryImport(Llama, EntryPoint = "llama_model_n_ctx_train")]
    public static partial int ModelContextLength(nint model);

    [LibraryImport(Llama, EntryPoint = "llama_model_n_layer")]
    public static partial int ModelLayers(nint model);

    [LibraryImport(Llama, EntryPoint = "llama_model_n_params")]
    public static partial ulong ModelParameters(nint model);

    [LibraryImport(Llama, EntryPoint = "llama_model_desc")]
    public static partial int ModelDescription(nint model, byte* buffer, nuint size);

    [LibraryImport(Llama, EntryPoint = "llama_model_has_encoder")]
    public static partial byte ModelHasEncoder(nint model);

    [LibraryImport(Llama, EntryPoint = "llama_model_is_recurrent")]
    public static partial byte ModelIsRecurrent(nint model);

    [LibraryImport(Llama, EntryPoint = "llama_model_is_hybrid")]
    public static partial byte ModelIsHybrid(nint model);

    [LibraryImport(Llama, EntryPoint = "llama_model_is_diffusion")]
    public static partial byte ModelIsDiffusion(nint model);

    [LibraryImport(Llama, EntryPoint = "llama_vocab_n_tokens")]
    public static partial int VocabularySize(nint vocabulary);

    [LibraryImport(Llama, EntryPoint = "llama_vocab_is_eog")]
    public static partial byte IsEndOfGeneration(nint vocabulary, int token);

    [LibraryImport(Llama, EntryPoint = "llama_tokenize")]
    public static partial int Tokenize(
        nint vocabulary, byte* text, int length, int* tokens, int capacity, byte addSpecial, byte parseSpecial);

    [LibraryImport(Llama, EntryPoint = "llama_token_to_piece")]
    public static partial int TokenToPiece(nint vocabulary, int token, byte* buffer, int length, int leftStrip, byte special);

    [LibraryImport(Llama, EntryPoint = "llama_context_default_params")]
    public static partial LlamaContextParams ContextDefaultParams();

    [LibraryImport(Llama, EntryPoint = "llama_init_from_model")]
    public static partial nint ContextInit(nint model, LlamaContextParams options);

    [LibraryImport(Llama, EntryPoint = "llama_free")]
    public static partial void ContextFree(nint context);

    [LibraryImport(Llama, EntryPoint = "llama_get_memory")]
    public static partial nint Memory(nint context);

    [LibraryImport(Llama, EntryPoint = "llama_memory_seq_cp")]
    public static partial void SequenceCopy(nint memory, int from, int to, int start, int end);

    [LibraryImport(Llama, EntryPoint = "llama_memory_seq_rm")]
    public static partial byte SequenceRemove(nint memory, int sequence, int start, int end);

    [LibraryImport(Llama, EntryPoint = "llama_decode")]
    public static partial int Decode(nint context, LlamaBatch batch);

    [LibraryImport(Llama, EntryPoint = "llama_get_logits_ith")]
    public static partial float* Logits(nint context, int index);

    /// <summary>A C string as text; empty for null.</summary>
    public static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";
}
