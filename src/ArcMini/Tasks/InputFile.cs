using ArcMini.Platform;

namespace ArcMini.Tasks;

/// <summary>Reads files that the user named. A pipe is a file too.</summary>
internal static class InputFile
{
    private const int MaxBytes = 1 << 30;

    /// <summary>The content of a file as bytes.</summary>
    /// <exception cref="DataException">The file cannot be read, is no file, or is larger than 1 GiB.</exception>
    public static byte[] ReadBytes(string file)
    {
        try
        {
            if (file.Length == 0)
                throw new DataException("the name of a file is empty");
            if (FileStatus.Of(file) is { Kind: FileKind.Folder or FileKind.Device } status)
                throw new DataException($"{file}: is a {(status.Kind == FileKind.Folder ? "folder" : "device")}, expected a file");
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            return stream.CanSeek ? ReadPlain(file, stream) : ReadPipe(file, stream);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"{file}: there is no such file{(file.Contains('\uFFFD') ? ", or its name is not UTF-8" : "")}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DataException($"{file}: cannot be read: {error.Message}");
        }
    }

    /// <summary>The content of a file as text.</summary>
    /// <exception cref="DataException">The file cannot be read, is no file, or is larger than 1 GiB.</exception>
    public static string ReadText(string file)
    {
        using var reader = new StreamReader(new MemoryStream(ReadBytes(file)));
        return reader.ReadToEnd();
    }

    /// <summary>The content of a file that has a length. The kernel's own files say 0.</summary>
    private static byte[] ReadPlain(string file, FileStream stream)
    {
        if (stream.Length == 0)
            return ReadPipe(file, stream);
        if (stream.Length > MaxBytes)
            throw TooLarge(file);
        var bytes = new byte[stream.Length];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..length];
    }

    private static byte[] ReadPipe(string file, FileStream stream)
    {
        using var content = new MemoryStream();
        var block = new byte[1 << 16];
        while (stream.Read(block) is > 0 and var length)
        {
            if (content.Length + length > MaxBytes)
                throw TooLarge(file);
            content.Write(block, 0, length);
        }
        return content.ToArray();
    }

    private static DataException TooLarge(string file) => new($"{file}: is larger than 1 GiB");
}
