using System.Runtime.InteropServices;
using System.Text;

namespace ArcMini.Model.Llama;

/// <summary>
/// llama.cpp's backend for NVIDIA's GPUs, <c>libggml-cuda.so</c>: where it is looked for, whether it fits, and how it is loaded.
/// </summary>
internal static class GpuLibrary
{
    /// <summary>The environment variable that names the folder to look in first.</summary>
    public const string Variable = "ARCMINI_NATIVES";

    /// <summary>The name of the file.</summary>
    public const string FileName = "libggml-cuda.so";

    private const string Companion = "libggml-base.so";

    /// <summary>
    /// The builds whose backend interface is the same as in the embedded libraries: these themselves (llama.cpp b10221, ggml 0.18.0), and
    /// llama.cpp b10361, ggml 0.19.0. Others load without an error and then read each other's structs wrongly.
    /// </summary>
    private static readonly string[] fittingCommits = [Natives.Commit, "adb92f2"];

    /// <summary>
    /// The paths to try, in this order: <c>$ARCMINI_NATIVES</c>, its folder <c>cuda</c>, the executable's folder, its folder <c>cuda</c>.
    /// </summary>
    public static IEnumerable<string> Paths()
    {
        string?[] folders = [Environment.GetEnvironmentVariable(Variable), AppContext.BaseDirectory];
        return
            from folder in folders
            where !string.IsNullOrEmpty(folder)
            let full = Path.GetFullPath(folder)
            from candidate in new[] { full, Path.Combine(full, "cuda") }
            select Path.Combine(candidate, FileName);
    }

    /// <summary>
    /// Loads the library and adds its devices to llama.cpp's. A library is added once: where it was, this is not called again.
    /// </summary>
    /// <param name="path">Its path; the file exists.</param>
    /// <param name="fault">Why it cannot be used, in words; empty if it was added.</param>
    /// <returns>Whether it was added. It may still have found no device.</returns>
    public static unsafe bool TryLoad(string path, out string fault)
    {
        if ((fault = Misfit(path)).Length > 0)
            return false;
        try
        {
            LlamaLog.Clear();
            var register = (delegate* unmanaged<nint>)NativeLibrary.GetExport(NativeLibrary.Load(path), "ggml_backend_cuda_reg");
            LlamaNative.Register(register());
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            fault = LoaderFault.Explain(path, e.Message);
            return false;
        }
    }

    /// <summary>
    /// Why the build of a library does not fit; empty if it fits. The <c>libggml-base.so</c> of the same build must lie beside it and holds
    /// the commit as text. That file is read and not loaded, because another library of its name is loaded already.
    /// </summary>
    private static string Misfit(string path)
    {
        var companion = Path.Combine(Path.GetDirectoryName(path)!, Companion);
        if (!File.Exists(companion))
            return $"not loaded: there is no {Companion} of the same build beside it, which tells whether it fits";
        var content = File.ReadAllBytes(companion);
        return fittingCommits.Any(commit => content.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"\0{commit}\0")) >= 0)
            ? ""
            : $"not loaded: by the {Companion} beside it, it is not of llama.cpp {string.Join(" or ", fittingCommits)}, "
                + "and no other build fits";
    }
}
