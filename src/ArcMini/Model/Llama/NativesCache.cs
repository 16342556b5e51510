using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using ArcMini.Platform;

namespace ArcMini.Model.Llama;

/// <summary>
/// Extracts llama.cpp's CPU libraries from the executable, once, into a folder of the user's cache that is named after
/// their content. The files are compared with the executable's once after each start of the machine, and when one has changed
/// (<see cref="Seal"/>).
/// </summary>
internal static class NativesCache
{
    /// <summary>The folder that overrides where extracted libraries are kept.</summary>
    public const string Variable = "ARCMINI_CACHE";

    private const int BlockSize = 1 << 16;
    private const string Folder = "natives-", Leftover = ".extracting-";
    private static readonly TimeSpan longAgo = TimeSpan.FromDays(1);

    /// <summary>The folder with the libraries, extracted there now if they were not yet, or if they were damaged.</summary>
    /// <exception cref="ModelException">The cache folder cannot be written.</exception>
    public static string Extract() => Extract(Root(Environment.GetEnvironmentVariable));

    /// <inheritdoc cref="Extract()"/>
    public static string Extract(string root)
    {
        try
        {
            using var archive = OpenArchive();
            var key = Key(archive);
            var folder = Path.Combine(root, Folder + key);
            var seal = new Seal(folder, archive);
            if (!seal.IsIntact)
                ExtractAlone(root, key, seal, archive);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(
                $"cannot extract llama.cpp's libraries into {root} ({e.Message.TrimEnd('.')}): name a writable folder in {Variable}", e);
        }
    }

    /// <summary>Checks the libraries and repairs them, while no other process does.</summary>
    private static void ExtractAlone(string root, string key, Seal seal, ZipArchive archive)
    {
        try
        {
            Directory.CreateDirectory(root);
            using var sealing = seal.Lock();
            if (seal.IsKept(sealing))
                return;
            foreach (var leftover in Directory.GetDirectories(root, Leftover + "*"))
                if (leftover.Contains(key, StringComparison.Ordinal) || DateTime.UtcNow - Directory.GetLastWriteTimeUtc(leftover) > longAgo)
                    Directory.Delete(leftover, recursive: true);
            if (!IsWhole(seal.Folder, archive))
                Replace(seal.Folder, Path.Combine(root, $"{Leftover}{key}-{Random.Shared.NextInt64():x16}"), archive);
            seal.Write(sealing);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && IsWhole(seal.Folder, archive))
        {
            // The cache cannot be written, and need not be. It is checked again the next time.
        }
    }

    /// <summary>Extracts the libraries beside their place, and moves what is there away before it moves them there.</summary>
    private static void Replace(string folder, string temporary, ZipArchive archive)
    {
        archive.ExtractToDirectory(temporary);
        var broken = $"{temporary}-broken";
        if (Directory.Exists(folder))
            Directory.Move(folder, broken);
        else
            File.Delete(folder);
        Directory.Move(temporary, folder);
        if (Directory.Exists(broken))
            Directory.Delete(broken, recursive: true);
    }

    /// <summary>
    /// The cache folder: <c>$ARCMINI_CACHE</c>, else <c>arcmini</c> in <c>$XDG_CACHE_HOME</c> or <c>$HOME/.cache</c>,
    /// else a folder of the user's own among the temporary files.
    /// </summary>
    public static string Root(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } named) return Path.GetFullPath(named);
        if (environment("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache)) return Path.Combine(cache, "arcmini");
        if (environment("HOME") is { } home && Path.IsPathRooted(home)) return Path.Combine(home, ".cache", "arcmini");
        return PrivateTemporaryFolder();
    }

    private static ZipArchive OpenArchive() =>
        new(typeof(NativesCache).Assembly.GetManifestResourceStream("natives.zip")
            ?? throw new ModelException("this executable was built without llama.cpp's libraries"));

    /// <summary>
    /// A hash of the content's names, lengths and checksums. The archive's directory holds these, so that the content is not read.
    /// </summary>
    private static string Key(ZipArchive archive)
    {
        var listing = new StringBuilder();
        foreach (var entry in archive.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            listing.Append($"{entry.FullName} {entry.Length} {entry.Crc32:x8}\n");
        return $"{XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(listing.ToString())):x16}";
    }

    /// <summary>Whether the folder has the content of the archive, byte for byte.</summary>
    private static bool IsWhole(string folder, ZipArchive archive) => archive.Entries.All(entry =>
    {
        if (new FileInfo(Path.Combine(folder, entry.FullName)) is not { Exists: true } file || file.Length != entry.Length)
            return false;
        using var expected = entry.Open();
        using var found = file.OpenRead();
        return IsSame(expected, found);
    });

    private static bool IsSame(Stream expected, Stream found)
    {
        var (left, right) = (new byte[BlockSize], new byte[BlockSize]);
        while (true)
        {
            var length = expected.ReadAtLeast(left, BlockSize, throwOnEndOfStream: false);
            if (found.ReadAtLeast(right, BlockSize, throwOnEndOfStream: false) != length
                || !left.AsSpan(0, length).SequenceEqual(right.AsSpan(0, length)))
                return false;
            if (length == 0)
                return true;
        }
    }

    /// <summary>A folder among the temporary files that only the user can write to, because other users could plant libraries.</summary>
    private static string PrivateTemporaryFolder()
    {
        var user = Libc.EffectiveUser();
        var folder = Path.Combine(Path.GetTempPath(), $"arcmini-{user}");
        try
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"cannot make {folder} ({e.Message.TrimEnd('.')}): name a writable folder in {Variable}", e);
        }
        const UnixFileMode others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        return FileStatus.Of(folder, follow: false) is { Kind: FileKind.Folder } status
            && status.Owner == user && (status.Mode & others) == 0
            ? folder
            : throw new ModelException($"{folder} belongs to somebody else: name a folder of your own in {Variable}");
    }
}
