namespace ArcMini.Tasks;

/// <summary>Reads files that the user named.</summary>
internal static class InputFile
{
    private const long MaxBytes = 1 << 30;

    /// <summary>The content of a file as bytes.</summary>
    /// <exception cref="DataException">The file cannot be read, or is larger than 1 GiB.</exception>
    public static byte[] ReadBytes(string file) => Read(file, File.ReadAllBytes);

    /// <summary>The content of a file as text.</summary>
    /// <exception cref="DataException">The file cannot be read, or is larger than 1 GiB.</exception>
    public static string ReadText(string file) => Read(file, File.ReadAllText);

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
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DataException($"{file}: cannot be read: {error.Message}");
        }
    }
}
