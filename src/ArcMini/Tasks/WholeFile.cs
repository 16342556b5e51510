namespace ArcMini.Tasks;

/// <summary>Writes files whole or not at all: first under a temporary name, then moved to their name. Missing folders are made.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file.</summary>
    /// <exception cref="DataException">It cannot be written.</exception>
    public static void Write(string file, Action<Stream> write) =>
        WriteTemporary(file, write, temporary => File.Move(temporary, file, overwrite: true));

    /// <summary>Checks, before long work, that the file can be written after it. Leaves no file behind.</summary>
    /// <exception cref="DataException">It cannot be written.</exception>
    public static void Expect(string file) => WriteTemporary(file, _ => { }, File.Delete);

    private static void WriteTemporary(string file, Action<Stream> write, Action<string> finish)
    {
        var temporary = $"{file}.{Environment.ProcessId}.tmp";
        try
        {
            if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            using (var stream = File.Create(temporary))
                write(stream);
            finish(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            throw new DataException($"{file}: cannot be written: {error.Message}");
        }
    }
}
