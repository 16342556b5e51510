using System.IO.Compression;
using ArcMini.Platform;

namespace ArcMini.Tasks;

/// <summary>Reads files that the user named. A pipe is a file too.</summary>
internal static class InputFile
{
    /// <summary>The name that means standard input.</summary>
    public const string StandardInput = "-";

    private const string Compressed = ".gz";
    private const int MaxBytes = 1 << 30;

    /// <summary>The name of a file without its folder and extensions: <c>007bbfb7</c> of <c>data/007bbfb7.json.gz</c>.</summary>
    public static string NameOf(string file) => file == StandardInput
        ? "stdin"
        : Path.GetFileNameWithoutExtension(IsCompressed(file) ? file[..^Compressed.Length] : file);

    /// <summary>The content of a file as bytes. <c>-</c> is standard input. The content of a file <c>*.gz</c> is decompressed.</summary>
    /// <exception cref="DataException">The file cannot be read, is no file, or is larger than 1 GiB.</exception>
    public static byte[] ReadBytes(string file)
    {
        try
        {
            if (file == StandardInput)
                return ReadToEnd(file, Console.OpenStandardInput());
            if (file.Length == 0)
                throw new DataException("the name of a file is empty");
            if (FileStatus.Of(file) is { Kind: FileKind.Folder or FileKind.Device } status)
                throw new DataException($"{file}: is a {(status.Kind == FileKind.Folder ? "folder" : "device")}, expected a file");
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            if (IsCompressed(file))
                return ReadToEnd(file, new GZipStream(stream, CompressionMode.Decompress));
            return stream.CanSeek ? ReadPlain(file, stream) : ReadToEnd(file, stream);
        }
        catch (InvalidDataException)
        {
            throw new DataException($"{file}: is not a gzip file");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"{file}: there is no such file{(file.Contains('\uFFFD') ? ", or its name is not UTF-8" : "")}");
        }
        catch (UnauthorizedAccessException)
        {
            throw new DataException($"{file}: cannot be read: you may not read it");
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException)
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
            return ReadToEnd(file, stream);
        if (stream.Length > MaxBytes)
            throw TooLarge(file);
        var bytes = new byte[stream.Length];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..length];
    }

    private static bool IsCompressed(string file) => file.EndsWith(Compressed, StringComparison.Ordinal);

    private static byte[] ReadToEnd(string file, Stream stream)
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
