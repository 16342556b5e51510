using System.IO.Compression;

namespace ArcMini.Tasks;

/// <summary>Reads files that the user named.</summary>
internal static class InputFile
{
    /// <summary>The name that means standard input.</summary>
    public const string StandardInput = "-";

    private const string Compressed = ".gz";
    private const int MaxBytes = 1 << 30;

    /// <summary>The content of a file as bytes. <c>-</c> is standard input. The content of a file <c>*.gz</c> is decompressed.</summary>
    /// <exception cref="DataException">The file cannot be read, or its content is larger than 1 GiB.</exception>
    public static byte[] ReadBytes(string file) =>
        file == StandardInput ? ReadWhole(file, Console.OpenStandardInput())
        : file.EndsWith(Compressed, StringComparison.Ordinal)
            ? Read(file, name => ReadWhole(name, new GZipStream(File.OpenRead(name), CompressionMode.Decompress)))
        : Read(file, File.ReadAllBytes);

    /// <summary>The name of a file without its folder and extensions: <c>007bbfb7</c> of <c>data/007bbfb7.json.gz</c>.</summary>
    public static string NameOf(string file) => file == StandardInput
        ? "stdin"
        : Path.GetFileNameWithoutExtension(file.EndsWith(Compressed, StringComparison.Ordinal) ? file[..^Compressed.Length] : file);

    /// <summary>The content of a file as text.</summary>
    /// <exception cref="DataException">The file cannot be read, or is larger than 1 GiB.</exception>
    public static string ReadText(string file) => Read(file, File.ReadAllText);

    /// <summary>Reads a stream to its end. Its length is not known before.</summary>
    private static byte[] ReadWhole(string file, Stream stream)
    {
        using (stream)
        {
            using var content = new MemoryStream();
            var block = new byte[1 << 16];
            for (int count; (count = stream.Read(block)) > 0; content.Write(block, 0, count))
                if (content.Length > MaxBytes - count)
                    throw new DataException($"{file}: is larger than 1 GiB");
            return content.ToArray();
        }
    }

    private static T Read<T>(string file, Func<string, T> read)
    {
        try
        {
            if (Directory.Exists(file))
                throw new DataException($"{file}: is a folder, expected a file");
            if (new FileInfo(file) is { Exists: true, Length: > MaxBytes })
                throw new DataException($"{file}: is larger than 1 GiB");
            return read(file);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"{file}: there is no such file");
        }
        catch (InvalidDataException)
        {
            throw new DataException($"{file}: is not a gzip file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DataException($"{file}: cannot be read: {error.Message}");
        }
    }
}
