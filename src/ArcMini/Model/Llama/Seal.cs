using System.Globalization;
using System.IO.Compression;
using System.Text;
using ArcMini.Platform;

namespace ArcMini.Model.Llama;

/// <summary>
/// A file beside an extracted folder. It says for which start of the machine the folder's files were compared with the archive, and how
/// long and how old they were. It is also the lock of the process that compares and repairs them.
/// </summary>
/// <param name="folder">The extracted folder.</param>
/// <param name="archive">What was extracted.</param>
internal sealed class Seal(string folder, ZipArchive archive)
{
    private const int WaitMilliseconds = 20;
    private readonly string file = folder + ".checked";

    /// <summary>The extracted folder.</summary>
    public string Folder => folder;

    /// <summary>Whether the files are those that were compared, and the machine has not been started since.</summary>
    public bool IsIntact
    {
        get
        {
            try
            {
                using var stream = File.OpenRead(file);
                return IsKept(stream);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    /// <summary>Opens the seal for this process alone. Waits for others.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public FileStream Lock()
    {
        while (true)
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException busy) when (busy.HResult == Libc.TryAgain)
            {
                Thread.Sleep(WaitMilliseconds);
            }
        }
    }

    /// <summary>Whether an open seal holds for the files as they are now.</summary>
    public bool IsKept(Stream stream) => new StreamReader(stream).ReadToEnd() == Text();

    /// <summary>Writes the seal for the files as they are now.</summary>
    public void Write(FileStream stream)
    {
        stream.SetLength(0);
        stream.Write(Encoding.UTF8.GetBytes(Text()));
    }

    private string Text()
    {
        var text = new StringBuilder(Boot()).Append('\n');
        foreach (var entry in archive.Entries)
        {
            var found = new FileInfo(Path.Combine(folder, entry.FullName));
            var (length, time) = found.Exists ? (found.Length, found.LastWriteTimeUtc.Ticks) : default;
            text.Append(CultureInfo.InvariantCulture, $"{entry.FullName} {length} {time}\n");
        }
        return text.ToString();
    }

    /// <summary>A name of the time since the machine was started.</summary>
    private static string Boot()
    {
        const string kernel = "/proc/sys/kernel/random/boot_id";
        return File.Exists(kernel) ? File.ReadAllText(kernel).Trim() : "";
    }
}
