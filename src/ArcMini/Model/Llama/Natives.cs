using System.Runtime.InteropServices;
using LLama.Native;

namespace ArcMini.Model.Llama;

/// <summary>
/// Loads llama.cpp: the libraries for the CPU from the executable itself (<see cref="NativesCache"/>), LLamaSharp as their binding, and
/// a backend for the GPU if one is found (<see cref="GpuLibrary"/>).
/// </summary>
internal static class Natives
{
    /// <summary>The commit of llama.cpp that LLamaSharp 0.30.0 was written for. Its structs fit no other.</summary>
    public const string Commit = "815a2a591";

    private const string NotFound = "not found";

    private static readonly Lock gate = new();
    private static readonly List<TriedLibrary> tried = [];
    private static string? folder;
    private static bool gpuTried;

    /// <summary>Loads the CPU libraries, unless that is done.</summary>
    /// <exception cref="ModelException">They cannot be extracted or loaded, or are of another build.</exception>
    public static void Load()
    {
        lock (gate)
        {
            if (folder is not null)
                return;
            var extracted = NativesCache.Extract();
            LoadLibraries(extracted);
            if (LoadedCommit != Commit)
                throw new ModelException($"llama.cpp's libraries are of commit {LoadedCommit}, but LLamaSharp was written for {Commit}");
            StartBinding(extracted);
            folder = extracted;
        }
    }

    /// <summary>Loads a GPU backend too, if one is found. Returns whether there is a GPU.</summary>
    /// <inheritdoc cref="Load"/>
    public static bool LoadGpu()
    {
        Load();
        lock (gate)
        {
            if (!gpuTried)
            {
                gpuTried = true;
                TryGpuLibraries();
            }
            return Devices().Any(device => device.IsGpu);
        }
    }

    /// <summary>Loads what there is, a GPU backend included, and tells what was tried and found.</summary>
    /// <inheritdoc cref="Load"/>
    public static NativesReport Report()
    {
        LoadGpu();
        return new(folder!, LoadedCommit, CpuVariant.OfThisMachine(), [.. tried], Devices());
    }

    /// <summary>The devices that a model is run on, in words.</summary>
    public static string DevicesInUse(bool gpu) =>
        string.Join(", ", Devices().Where(device => device.IsGpu == gpu).Select(device => $"{device.Name} ({device.Description})"));

    /// <summary>One sentence on why no GPU can be used.</summary>
    public static string WhyNoGpu =>
        tried.FirstOrDefault(library => library.Outcome is not NotFound) is { } failed
            ? $"{failed.Path}: {failed.Outcome}"
            : $"{GpuLibrary.FileName} is neither in {string.Join(" nor in ", tried.Select(library => Path.GetDirectoryName(library.Path)))}"
              + $": name its folder in {GpuLibrary.Variable}";

    private static unsafe string LoadedCommit => LlamaNative.Text(LlamaNative.Commit());

    /// <summary>
    /// Loads the libraries one by one, so that each finds those it needs already loaded, by their names and not by their paths.
    /// In this way one of the four builds of <c>libggml-cpu.so</c> is chosen.
    /// </summary>
    private static void LoadLibraries(string extracted)
    {
        var ggmlBase = LoadLibrary(Path.Combine(extracted, "libggml-base.so"));
        LoadLibrary(Path.Combine(extracted, CpuVariant.OfThisMachine(), "libggml-cpu.so"));
        var ggml = LoadLibrary(Path.Combine(extracted, "libggml.so"));
        var llama = LoadLibrary(LlamaLibrary(extracted));
        LlamaNative.Bind(llama, ggml, ggmlBase);
    }

    private static string LlamaLibrary(string extracted) => Path.Combine(extracted, "libllama.so");

    private static nint LoadLibrary(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception fault) when (fault is DllNotFoundException or BadImageFormatException)
        {
            throw new ModelException(LoaderFault.Explain(path, fault.Message), fault);
        }
    }

    /// <summary>
    /// Makes the first call through LLamaSharp. That call looks for Vulkan, which ArcMini does not use: it starts the program
    /// <c>vulkaninfo</c> from the current folder, or from PATH, and waits for it. So both are set to where there is none for that time.
    /// </summary>
    private static void StartBinding(string extracted)
    {
        NativeLibraryConfig.LLama.WithLibrary(LlamaLibrary(extracted)).WithAutoFallback(false).WithLogCallback(LlamaLog.Write);
        const string path = "PATH";
        var (before, pathBefore) = (Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariable(path));
        try
        {
            Directory.SetCurrentDirectory(extracted);
            Environment.SetEnvironmentVariable(path, null);
            NativeApi.llama_empty_call();
        }
        catch (TypeInitializationException fault)
        {
            throw new ModelException($"LLamaSharp cannot use the libraries in {extracted}: {fault.InnerException?.Message}", fault);
        }
        finally
        {
            Environment.SetEnvironmentVariable(path, pathBefore);
            Directory.SetCurrentDirectory(before);
        }
    }

    private static void TryGpuLibraries()
    {
        foreach (var path in GpuLibrary.Paths())
        {
            if (!File.Exists(path))
            {
                tried.Add(new(path, NotFound));
                continue;
            }
            var added = GpuLibrary.TryLoad(path, out var fault);
            var found = Devices().Count(device => device.IsGpu);
            tried.Add(new(path, !added ? fault : found > 0 ? "loaded" : "loaded, but it finds no device" + LlamaLog.Reason));
            if (added)
                return;
        }
    }

    private static unsafe IReadOnlyList<NativeDevice> Devices()
    {
        const int gpu = 1, integratedGpu = 2;
        var devices = new NativeDevice[(int)NativeApi.ggml_backend_dev_count()];
        for (var i = 0; i < devices.Length; i++)
        {
            var device = NativeApi.ggml_backend_dev_get((nuint)i);
            nuint free, total;
            LlamaNative.DeviceMemory(device, &free, &total);
            devices[i] = new(
                LlamaNative.Text(NativeApi.ggml_backend_dev_name(device)), LlamaNative.Text(LlamaNative.DeviceDescription(device)),
                LlamaNative.DeviceType(device) is gpu or integratedGpu, (long)free, (long)total);
        }
        return devices;
    }
}
