namespace ArcMini.Tasks;

/// <summary>Files that appear whole or not at all: written beside their place, then moved there. A folder that is missing is made.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file.</summary>
    /// <exception cref="DataException">It cannot be written.</exception>
    public static void Write(string file, Action<Stream> write) => Draft(file, write, draft => File.Move(draft, file, overwrite: true));

    /// <summary>Makes sure, before long work, that a file can be written when it is done; leaves nothing behind.</summary>
    /// <exception cref="DataException">It cannot be written.</exception>
    public static void Expect(string file) => Draft(file, _ => { }, File.Delete);

    private static void Draft(string file, Action<Stream> write, Action<string> finish)
    {
        var draft = $"{file}.{Environment.ProcessId}.tmp";
        try
        {
            if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            using (var stream = File.Create(draft))
                write(stream);
            finish(draft);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (File.Exists(draft))
                File.Delete(draft);
            throw new DataException($"{file}: cannot be written: {error.Message}");
        }
    }
}
