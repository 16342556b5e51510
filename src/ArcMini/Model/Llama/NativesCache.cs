using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace ArcMini.Model.Llama;

/// <summary>
/// Extracts llama.cpp's CPU libraries from the executable, once, into a folder of the user's cache that is named after
/// their content. A temporary folder is renamed into place, so that processes which start at once do not disturb each other.
/// </summary>
internal static partial class NativesCache
{
    /// <summary>The folder that overrides where extracted libraries are kept.</summary>
    public const string Variable = "ARCMINI_CACHE";

    /// <summary>The folder with the libraries, extracted there now if they were not yet.</summary>
    /// <exception cref="ModelException">The cache folder cannot be written.</exception>
    public static string Extract() => Extract(Root(Environment.GetEnvironmentVariable));

    /// <inheritdoc cref="Extract()"/>
    public static string Extract(string root)
    {
        try
        {
            using var archive = OpenArchive();
            var folder = Path.Combine(root, "natives-" + Key(archive));
            if (IsWhole(folder, archive)) return folder;

            Directory.CreateDirectory(root);
            var temporary = Path.Combine(root, $".extracting-{Environment.ProcessId}-{Random.Shared.NextInt64():x}");
            try
            {
                archive.ExtractToDirectory(temporary);
                Publish(temporary, folder, archive);
            }
            finally
            {
                if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
            }
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(
                $"cannot extract llama.cpp's libraries into {root} ({e.Message.TrimEnd('.')}): name a writable folder in {Variable}", e);
        }
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

    private static bool IsWhole(string folder, ZipArchive archive) =>
        archive.Entries.All(e => new FileInfo(Path.Combine(folder, e.FullName)) is { Exists: true } file && file.Length == e.Length);

    /// <summary>
    /// Moves the extracted folder to its place. If another process was faster, its folder is used. A folder that lost files, for
    /// example to a cleaner of old files, is moved away first.
    /// </summary>
    private static void Publish(string temporary, string folder, ZipArchive archive)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Directory.Move(temporary, folder);
                return;
            }
            catch (IOException) when (IsWhole(folder, archive))
            {
                return;
            }
            catch (IOException) when (attempt == 0 && Directory.Exists(folder))
            {
                var broken = $"{temporary}-broken";
                Directory.Move(folder, broken);
                Directory.Delete(broken, recursive: true);
            }
        }
    }

    /// <summary>A folder among the temporary files that only the user can write to, because other users could plant libraries.</summary>
    private static string PrivateTemporaryFolder()
    {
        var user = GetEffectiveUser();
        var folder = Path.Combine(Path.GetTempPath(), $"arcmini-{user}");
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        const UnixFileMode others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        if (Owner(folder) != user || (File.GetUnixFileMode(folder) & others) != 0)
            throw new ModelException($"{folder} belongs to somebody else: name a folder of your own in {Variable}");
        return folder;
    }

    /// <summary>
    /// The user that a folder belongs to; <see cref="uint.MaxValue"/> if there is no such folder. The <c>struct stat</c> of glibc on x64
    /// has 144 bytes; <c>st_mode</c> is at 24 and <c>st_uid</c> at 28.
    /// </summary>
    private static unsafe uint Owner(string path)
    {
        var status = stackalloc byte[144];
        const uint typeMask = 0xF000, folder = 0x4000;
        return LinkStatus(path, status) == 0 && (*(uint*)(status + 24) & typeMask) == folder ? *(uint*)(status + 28) : uint.MaxValue;
    }

    [LibraryImport("libc", EntryPoint = "geteuid")] private static partial uint GetEffectiveUser();

    [LibraryImport("libc", EntryPoint = "lstat", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int LinkStatus(string path, byte* status);
}
