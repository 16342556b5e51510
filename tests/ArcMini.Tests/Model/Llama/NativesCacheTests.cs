using System.Runtime.Versioning;
using ArcMini.Model;
using ArcMini.Model.Llama;
using Xunit;

namespace ArcMini.Tests.Model.Llama;

[SupportedOSPlatform("linux")]
public sealed class NativesCacheTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("arcmini-test-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Those_who_start_at_once_share_one_whole_folder()
    {
        var folders = new string[6];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = folders.Length };
        Parallel.For(0, folders.Length, atOnce, i => folders[i] = NativesCache.Extract(root));
        var folder = Assert.Single(folders.Distinct());
        Assert.Equal([folder, folder + ".checked"], Directory.GetFileSystemEntries(root).Order());
        Assert.Equal(["libggml-base.so", "libggml.so", "libllama.so"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.All(
            ["noavx", "avx", "avx2", "avx512"],
            variant => Assert.True(File.Exists(Path.Combine(folder, variant, "libggml-cpu.so")), variant));
    }

    [Fact]
    public void A_folder_that_lost_a_file_is_extracted_again()
    {
        var library = Path.Combine(NativesCache.Extract(root), "libggml-base.so");
        File.WriteAllText(library, "damaged");
        NativesCache.Extract(root);
        Assert.True(new FileInfo(library).Length > 100_000);
        Assert.Single(Directory.GetDirectories(root));
    }

    [Fact]
    public void A_damaged_byte_is_found_and_repaired()
    {
        var library = Path.Combine(NativesCache.Extract(root), "libggml-base.so");
        var whole = File.ReadAllBytes(library);
        using (var stream = File.OpenWrite(library))
            stream.WriteByte((byte)~whole[0]);
        NativesCache.Extract(root);
        Assert.Equal(whole, File.ReadAllBytes(library));
    }

    [Fact]
    public void After_a_start_of_the_machine_the_files_are_compared_again()
    {
        var folder = NativesCache.Extract(root);
        var library = Path.Combine(folder, "libggml-base.so");
        var (whole, time) = (File.ReadAllBytes(library), File.GetLastWriteTimeUtc(library));
        using (var stream = File.OpenWrite(library))
            stream.WriteByte((byte)~whole[0]);
        File.SetLastWriteTimeUtc(library, time);
        NativesCache.Extract(root);
        Assert.NotEqual(whole[0], File.ReadAllBytes(library)[0]);
        var seal = File.ReadAllLines(folder + ".checked");
        File.WriteAllLines(folder + ".checked", seal.Skip(1).Prepend("another start"));
        NativesCache.Extract(root);
        Assert.Equal(whole, File.ReadAllBytes(library));
    }

    [Fact]
    public void Leftovers_of_a_killed_extraction_are_deleted()
    {
        var folder = NativesCache.Extract(root);
        var leftover = Path.Combine(root, $".extracting-{Path.GetFileName(folder)["natives-".Length..]}-x");
        Directory.Move(folder, leftover);
        Assert.Equal(folder, NativesCache.Extract(root));
        Assert.Equal([folder], Directory.GetDirectories(root));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_replaced()
    {
        var folder = NativesCache.Extract(root);
        Directory.Delete(folder, recursive: true);
        File.WriteAllText(folder, "");
        Assert.Equal(folder, NativesCache.Extract(root));
        Assert.True(File.Exists(Path.Combine(folder, "libllama.so")));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_an_error_that_names_the_remedy()
    {
        var file = Path.Combine(root, "file");
        File.WriteAllText(file, "");
        var e = Assert.Throws<ModelException>(() => NativesCache.Extract(Path.Combine(file, "cache")));
        Assert.StartsWith($"cannot extract llama.cpp's libraries into {file}/cache (", e.Message);
        Assert.EndsWith("): name a writable folder in ARCMINI_CACHE", e.Message);
    }

    [Fact]
    public void Without_a_home_and_a_temporary_folder_the_remedy_is_named()
    {
        var environment = new Dictionary<string, string>
        {
            ["ARCMINI_CACHE"] = "",
            ["XDG_CACHE_HOME"] = "",
            ["HOME"] = "",
            ["TMPDIR"] = "/proc/1",
        };
        var reply = Child.ArcMini(root, environment, "doctor");
        Assert.Equal(4, reply.Code);
        Assert.EndsWith("name a writable folder in ARCMINI_CACHE\n", reply.Error);
    }

    [Theory]
    [InlineData("/a", "/x", "/h", "/a")]
    [InlineData("", "/x", "/h", "/x/arcmini")]
    [InlineData(null, "relative", "/h", "/h/.cache/arcmini")]
    [InlineData(null, null, "/h", "/h/.cache/arcmini")]
    public void The_cache_is_where_the_environment_says(string? own, string? cache, string? home, string expected) =>
        Assert.Equal(expected, NativesCache.Root(name => name switch
        {
            "ARCMINI_CACHE" => own,
            "XDG_CACHE_HOME" => cache,
            "HOME" => home,
            _ => null,
        }));

    [Fact]
    public void Without_a_home_the_cache_is_a_private_temporary_folder()
    {
        var folder = NativesCache.Root(_ => "");
        Assert.Equal(Path.GetTempPath().TrimEnd('/'), Path.GetDirectoryName(folder));
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite));
    }
}
