using System.Globalization;
using ArcMini.Platform;

namespace ArcMini.Tasks;

/// <summary>Where a path of an output leads to, through all links.</summary>
/// <param name="Path">The path behind the links.</param>
/// <param name="Status">What is there, null for nothing.</param>
/// <param name="Descriptor">The open descriptor that the path names, as <c>/dev/stdout</c> does; null for others.</param>
internal sealed record OutputTarget(string Path, FileStatus? Status, int? Descriptor)
{
    private const int MaxLinks = 40;
    private static readonly string[] descriptorFolders = ["/dev/fd/", "/proc/self/fd/"];

    /// <summary>Whether what is written goes on to somebody at once: a device, a pipe, a descriptor.</summary>
    public bool IsStream => Descriptor is not null || Status is { Kind: FileKind.Device or FileKind.Pipe };

    /// <summary>Whether another file cannot take its place: the file has other names, or something is mounted there.</summary>
    public bool KeepsItsPlace => Status is { Links: > 1 } or { IsMountPoint: true };

    /// <summary>Follows a path. Makes the folders that are missing.</summary>
    /// <exception cref="IOException">The path leads to what cannot be written; the message says why.</exception>
    public static OutputTarget Of(string file)
    {
        if (file.Length == 0)
            throw new IOException("the name is empty");
        var path = file;
        for (var links = 0; links < MaxLinks; links++)
        {
            if (DescriptorOf(path) is { } descriptor)
                return DescriptorStream.IsWritable(descriptor) ? new(path, null, descriptor)
                    : throw new IOException("it is not open for writing");
            if (new FileInfo(path).LinkTarget is not { } next)
                return Checked(path);
            path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? "", next);
        }
        throw new IOException("too many links lead to one another");
    }

    /// <summary>Opens the device, pipe or descriptor.</summary>
    public Stream OpenStream() =>
        Descriptor is { } descriptor ? new DescriptorStream(descriptor) : OpenInPlace();

    /// <summary>Opens what is there, and changes nothing.</summary>
    public FileStream OpenInPlace() => new(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    /// <summary>
    /// Creates a file that can take the place: in the same folder, with the same rights and owner. Null where there is no such file to be
    /// had, but the one in place can be written.
    /// </summary>
    public FileStream? TryCreateBeside()
    {
        var folder = System.IO.Path.GetDirectoryName(Path) is { Length: > 0 } named ? named : ".";
        var name = System.IO.Path.Combine(folder, $".arcmini-{Environment.ProcessId}-{Random.Shared.NextInt64():x16}.tmp");
        try
        {
            var stream = new FileStream(name, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            if (Status is not { } old)
                return stream;
            if (FileStatus.Of(name) is { } created && (created.Owner, created.Group) == (old.Owner, old.Group))
            {
                File.SetUnixFileMode(stream.SafeFileHandle, old.Mode);
                return stream;
            }
            stream.Dispose();
            File.Delete(name);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return Status is not null ? null : throw new IOException("you may not create files in its folder");
        }
        catch (FileNotFoundException)
        {
            throw new IOException("no file can be made in its folder");
        }
    }

    private static OutputTarget Checked(string path)
    {
        if (System.IO.Path.EndsInDirectorySeparator(path))
            throw new IOException("it is a folder, expected a file");
        if (System.IO.Path.GetDirectoryName(path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        var status = FileStatus.Of(path);
        if (status is { Kind: FileKind.Folder })
            throw new IOException("it is a folder, expected a file");
        if (status is { Kind: FileKind.Plain, IsReadOnly: true })
            throw new IOException("it is read-only");
        if (status is not null && Libc.Access(path, Libc.MayWrite) != 0)
            throw new IOException("you may not write to it");
        return new(path, status, null);
    }

    private static int? DescriptorOf(string path)
    {
        foreach (var folder in descriptorFolders)
            if (path.StartsWith(folder, StringComparison.Ordinal)
                && int.TryParse(path.AsSpan(folder.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var descriptor))
                return descriptor;
        return null;
    }
}
