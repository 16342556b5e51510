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
        Assert.Equal([folder], Directory.GetFileSystemEntries(root));
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
        Assert.Single(Directory.GetFileSystemEntries(root));
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
