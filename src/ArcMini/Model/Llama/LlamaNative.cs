using System.Runtime.InteropServices;
using LLama.Native;

[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]

namespace ArcMini.Model.Llama;

/// <summary>
/// The functions of llama.cpp that LLamaSharp's public API lacks, and why each is needed. Handles that LLamaSharp has no type for are
/// opaque <c>nint</c>; a C <c>bool</c> is a byte. <see cref="Natives.Load"/> must have been called before.
/// </summary>
internal static unsafe partial class LlamaNative
{
    private const string Llama = "llama", Ggml = "ggml", GgmlBase = "ggml-base";

    /// <summary>
    /// Decodes a batch. LLamaSharp's own <c>Decode</c> takes one lock for the whole process: two contexts would wait for each other.
    /// </summary>
    [LibraryImport(Llama, EntryPoint = "llama_decode")]
    public static partial DecodeResult Decode(SafeLLamaContextHandle context, LLamaNativeBatch batch);

    /// <summary>Whether a model mixes attention and recurrence. LLamaSharp has only <c>IsRecurrent</c>, which is false for these.</summary>
    [LibraryImport(Llama, EntryPoint = "llama_model_is_hybrid")]
    public static partial byte IsHybrid(SafeLlamaModelHandle model);

    /// <summary>The commit that the libraries were built from. LLamaSharp does not check what it loads.</summary>
    [LibraryImport(GgmlBase, EntryPoint = "ggml_commit")]
    public static partial byte* Commit();

    /// <summary>Adds a backend. LLamaSharp's libraries are not built to load one from a file (<c>ggml_backend_load</c>).</summary>
    [LibraryImport(Ggml, EntryPoint = "ggml_backend_register")]
    public static partial void Register(nint backend);

    /// <summary>The name of a device's hardware. LLamaSharp has only the short name, as CUDA0.</summary>
    [LibraryImport(GgmlBase, EntryPoint = "ggml_backend_dev_description")]
    public static partial byte* DeviceDescription(nint device);

    /// <summary>The kind of a device: 1 is a GPU, 2 is one that shares the processor's memory. LLamaSharp does not tell.</summary>
    [LibraryImport(GgmlBase, EntryPoint = "ggml_backend_dev_type")]
    public static partial int DeviceType(nint device);

    /// <summary>The free and the whole memory of a device, in bytes. LLamaSharp does not tell.</summary>
    [LibraryImport(GgmlBase, EntryPoint = "ggml_backend_dev_memory")]
    public static partial void DeviceMemory(nint device, nuint* free, nuint* total);

    /// <summary>Makes the functions above use libraries that are loaded.</summary>
    public static void Bind(nint llama, nint ggml, nint ggmlBase) =>
        NativeLibrary.SetDllImportResolver(typeof(LlamaNative).Assembly, (name, _, _) => name switch
        {
            Llama => llama,
            Ggml => ggml,
            GgmlBase => ggmlBase,
            _ => 0,
        });

    /// <summary>A C string as text; empty for null.</summary>
    public static string Text(nint text) => Marshal.PtrToStringUTF8(text) ?? "";

    /// <inheritdoc cref="Text(nint)"/>
    public static string Text(byte* text) => Text((nint)text);
}
