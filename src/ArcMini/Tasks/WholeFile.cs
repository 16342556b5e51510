namespace ArcMini.Tasks;

/// <summary>Files that appear whole or not at all: written beside their place, then moved there.</summary>
static class WholeFile
{
    /// <summary>Writes a file.</summary>
    /// <exception cref="DataException">It cannot be written.</exception>
    public static void Write(string file, Action<Stream> write)
    {
        var draft = $"{file}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = File.Create(draft))
                write(stream);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (File.Exists(draft))
                File.Delete(draft);
            throw new DataException($"{file}: cannot be written: {error.Message}");
        }
    }
}
