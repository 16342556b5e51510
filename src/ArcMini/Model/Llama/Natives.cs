using System.Runtime.InteropServices;

namespace ArcMini.Model.Llama;

/// <summary>
/// Loads llama.cpp's libraries: those for the CPU from the executable itself (see <see cref="NativesCache"/>),
/// the backend for a GPU from <c>$ARCMINI_NATIVES</c> or beside the executable, or from a folder <c>cuda</c> in either.
/// </summary>
internal static class Natives
{
    /// <summary>The folder that overrides where GPU libraries are looked for first.</summary>
    public const string Variable = "ARCMINI_NATIVES";

    private const string GpuLibrary = "libggml-cuda.so";

    private static readonly Lock gate = new();
    private static readonly List<TriedLibrary> tried = [];
    private static string? folder;
    private static bool gpuTried;

    /// <summary>Loads the CPU libraries, unless that is done, and checks that they are those the bindings were written for.</summary>
    /// <exception cref="ModelException">They cannot be extracted or loaded, or are of another version.</exception>
    public static void Load()
    {
        lock (gate)
        {
            if (folder is not null) return;
            var extracted = NativesCache.Extract();
            // In this order each library finds the ones it needs already loaded.
            var ggmlBase = LoadLibrary(extracted, "libggml-base.so");
            var ggml = LoadLibrary(extracted, "libggml.v0.5.0.so");
            var llama = LoadLibrary(extracted, "libllama.v0.5.0.so");
            NativeLibrary.SetDllImportResolver(typeof(LlamaApi).Assembly, (name, _, _) => name switch
            {
                "llama" => llama,
                "ggml" => ggml,
                "ggml-base" => ggmlBase,
                _ => 0,
            });
            CheckVersion();
            LlamaLog.Install();
            LlamaApi.BackendLoadAll(extracted);
            if (Devices().Count == 0) throw new ModelException($"no CPU library in {extracted} suits this machine's processor");
            LlamaApi.BackendInit();
            folder = extracted;
        }
    }

    /// <summary>Loads a GPU backend too, if one is found. Returns whether there is a GPU.</summary>
    public static bool LoadGpu()
    {
        Load();
        lock (gate)
        {
            if (!gpuTried)
            {
                gpuTried = true;
                foreach (var path in GpuLibraryPaths())
                {
                    var outcome = TryLoadBackend(path);
                    tried.Add(new(path, outcome));
                    if (outcome == "loaded") break;
                }
            }
            return Devices().Any(d => d.IsGpu);
        }
    }

    /// <summary>Loads what there is, a GPU backend included, and tells what was tried and found.</summary>
    /// <exception cref="ModelException">The CPU libraries cannot be extracted or loaded, or are of another version.</exception>
    public static NativesReport Report()
    {
        LoadGpu();
        return new(folder!, LlamaVersion, GgmlCommit, [.. tried], Devices());
    }

    /// <summary>The devices that a model is run on, in words.</summary>
    public static string DevicesInUse(bool gpu) =>
        string.Join(", ", Devices().Where(d => d.IsGpu == gpu).Select(d => $"{d.Name} ({d.Description})"));

    /// <summary>One sentence on why no GPU can be used.</summary>
    public static string WhyNoGpu =>
        tried.FirstOrDefault(t => t.Outcome is not NotFound) is { } failed
            ? $"{failed.Path}: {failed.Outcome}"
            : $"{GpuLibrary} is neither in {string.Join(" nor in ", tried.Select(t => Path.GetDirectoryName(t.Path)))}"
              + $": name its folder in {Variable}";

    private const string NotFound = "not found";

    private static unsafe string LlamaVersion => LlamaApi.Text(LlamaApi.LlamaVersion());
    private static unsafe string GgmlCommit => LlamaApi.Text(LlamaApi.GgmlCommit());

    private static nint LoadLibrary(string folder, string name)
    {
        try
        {
            return NativeLibrary.Load(Path.Combine(folder, name));
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new ModelException($"cannot load llama.cpp's library {Path.Combine(folder, name)}: {LastLine(e.Message)}", e);
        }
    }

    private static void CheckVersion()
    {
        if (LlamaVersion != LlamaApi.Version || GgmlCommit != LlamaApi.Commit)
            throw new ModelException(
                $"llama.cpp's libraries are version {LlamaVersion}, commit {GgmlCommit}, "
                + $"but this program was built for version {LlamaApi.Version}, commit {LlamaApi.Commit}");
    }

    private static IEnumerable<string> GpuLibraryPaths()
    {
        string?[] folders = [Environment.GetEnvironmentVariable(Variable), AppContext.BaseDirectory];
        return
            from folder in folders
            where !string.IsNullOrEmpty(folder)
            let full = Path.GetFullPath(folder)
            from candidate in new[] { full, Path.Combine(full, "cuda") }
            select Path.Combine(candidate, GpuLibrary);
    }

    private static string TryLoadBackend(string path)
    {
        if (!File.Exists(path)) return NotFound;
        try
        {
            NativeLibrary.Load(path); // llama.cpp would only say that it failed; this says why
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            return LastLine(e.Message);
        }
        LlamaLog.Clear();
        if (LlamaApi.BackendLoad(path) == 0) return "refused by llama.cpp" + LlamaLog.Reason;
        return Devices().Any(d => d.IsGpu) ? "loaded" : "loaded, but it finds no device";
    }

    private static unsafe IReadOnlyList<NativeDevice> Devices()
    {
        const int gpu = 1, integratedGpu = 2;
        var devices = new NativeDevice[(int)LlamaApi.DeviceCount()];
        for (var i = 0; i < devices.Length; i++)
        {
            var device = LlamaApi.Device((nuint)i);
            nuint free, total;
            LlamaApi.DeviceMemory(device, &free, &total);
            devices[i] = new(
                LlamaApi.Text(LlamaApi.DeviceName(device)), LlamaApi.Text(LlamaApi.DeviceDescription(device)),
                LlamaApi.DeviceType(device) is gpu or integratedGpu, (long)free, (long)total);
        }
        return devices;
    }

    // The runtime's message is a paragraph whose last line is the loader's own.
    private static string LastLine(string text) => text.Trim().Split('\n')[^1].Trim();
}
