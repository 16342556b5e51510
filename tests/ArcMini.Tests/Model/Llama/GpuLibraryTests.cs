using ArcMini.Model.Llama;
using ArcMini.Tests.Commands;
using Xunit;

namespace ArcMini.Tests.Model.Llama;

/// <summary>What <c>doctor</c> tells of a CUDA library, in a process of its own: a library that was added cannot be taken away.</summary>
public sealed class GpuLibraryTests : IDisposable
{
    private const string NoDevices = """
        #include <stddef.h>
        struct backend
        {
            int version;
            const char *(*name)(struct backend *);
            size_t (*device_count)(struct backend *);
            void *(*device)(struct backend *, size_t);
            void *(*function)(struct backend *, const char *);
            void *context;
        };
        static const char *name(struct backend *b) { return "CUDA"; }
        static size_t none(struct backend *b) { return 0; }
        static void *device(struct backend *b, size_t i) { return NULL; }
        static void *function(struct backend *b, const char *n) { return NULL; }
        struct backend *ggml_backend_cuda_reg(void)
        {
            static struct backend cuda = {2, name, none, device, function, NULL};
            return &cuda;
        }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Library => folder[GpuLibrary.FileName];

    [Fact]
    public void A_library_whose_build_is_not_told_is_not_loaded()
    {
        File.WriteAllText(Library, "");
        Assert.Contains("not loaded: there is no libggml-base.so of the same build beside it", Told());
    }

    [Theory]
    [InlineData("0ad4a86")]
    [InlineData("adb92f")]
    [InlineData("adb92f21")]
    public void A_library_of_another_build_is_not_loaded(string commit)
    {
        File.WriteAllText(Library, "");
        WriteCompanion(commit);
        Assert.Contains("not loaded: by the libggml-base.so beside it, it is not of llama.cpp 815a2a591 or adb92f2", Told());
    }

    [SkippableTheory]
    [InlineData("815a2a591")]
    [InlineData("adb92f2")]
    public void A_library_of_a_build_that_fits_is_loaded(string commit)
    {
        Compile(GpuLibrary.FileName, NoDevices);
        WriteCompanion(commit);
        Assert.Contains("loaded, but it finds no device", Told());
    }

    [SkippableFact]
    public void What_a_library_lacks_is_named()
    {
        Compile("libcudart.so.13", "int cudaFree(void *p) { return 0; }", "-Wl,-soname,libcudart.so.13");
        Compile(GpuLibrary.FileName, NoDevices, "-Wl,--no-as-needed", folder["libcudart.so.13"]);
        File.Delete(folder["libcudart.so.13"]);
        WriteCompanion("adb92f2");
        Assert.Contains("llama.cpp's libraries need libcudart.so.13, which this machine lacks: install CUDA 13's libraries", Told());
    }

    /// <summary>The library in <c>$ARCMINI_NATIVES</c>, if there is one, with a driver and a runtime that know no device.</summary>
    [SkippableFact]
    public void The_real_library_runs_up_to_the_search_for_devices()
    {
        var natives = Environment.GetEnvironmentVariable(GpuLibrary.Variable) ?? "";
        var library = Path.Combine(natives, GpuLibrary.FileName);
        Skip.IfNot(File.Exists(library), $"there is no {GpuLibrary.FileName} in ${GpuLibrary.Variable}");
        var symbols = Child.Tool("nm", "-D", "-u", library).Split('\n').Select(line => line.Trim().Split(' ')[^1].Split('@')[0]);
        var stubs = string.Concat(symbols.Where(IsCuda).Distinct().Select(Stub));
        var needed = Child.Tool("readelf", "-d", library).Split('[', ']').Where(name => name.StartsWith("libcu", StringComparison.Ordinal));
        foreach (var name in needed)
        {
            // The library asks for symbols of a version, which is named like the library that they are in.
            var versions = folder.File($"{name}.map", $"{name} {{ global: *; }};");
            Compile(name, stubs, $"-Wl,-soname,{name}", $"-Wl,--version-script,{versions}");
        }
        Assert.Contains($"{library}: loaded, but it finds no device: failed to initialize CUDA: no device", Told(natives));
    }

    private static bool IsCuda(string symbol) =>
        symbol.StartsWith("cu", StringComparison.Ordinal) || symbol.StartsWith("__cuda", StringComparison.Ordinal);

    /// <summary>A function that answers that there is no device (error 100).</summary>
    private static string Stub(string symbol) => symbol.Contains("GetErrorString", StringComparison.Ordinal)
        ? $"const char *{symbol}(int error) {{ return \"no device\"; }}\n"
        : $"int {symbol}(void) {{ return 100; }}\n";

    /// <summary>What doctor writes; libraries of the test's folder are found before the system's.</summary>
    private string Told(string? natives = null)
    {
        var path = Path.GetDirectoryName(Library)!;
        var environment = new Dictionary<string, string> { [GpuLibrary.Variable] = natives ?? path, ["LD_LIBRARY_PATH"] = path };
        var reply = Child.ArcMini(path, environment, "doctor", "-m", Path.Combine(Cli.Root, "models", "arcmini.gguf"));
        Assert.Equal(0, reply.Code);
        return reply.Out;
    }

    private void WriteCompanion(string commit) => File.WriteAllText(folder["libggml-base.so"], $"a library\0{commit}\0 and more");

    private void Compile(string name, string source, params string[] options) =>
        Child.Tool("gcc", ["-shared", "-fPIC", "-w", "-o", folder[name], folder.File("stub.c", source), .. options]);
}
