namespace ArcMini.Tasks;

/// <summary>
/// Writes the files that the user named. A plain file is written whole or not at all: under another name first, which then takes its
/// place. A file that exists keeps what it was: its rights, its owner, its other names, and the links that lead to it. Devices, pipes and
/// descriptors such as <c>/dev/stdout</c> are written to. Missing folders are made.
/// </summary>
internal static class OutputFile
{
    /// <summary>What is written to see whether there is room.</summary>
    private const int ProbeBytes = 4096;
    private const int BufferBytes = 1 << 16;

    /// <summary>Writes a file.</summary>
    /// <exception cref="DataException">It cannot be written.</exception>
    public static void Write(string file, Action<Stream> write) => Try(file, () =>
    {
        var target = OutputTarget.Of(file);
        if (target.IsStream)
            WriteTo(target.OpenStream(), write);
        else if (target.KeepsItsPlace || !TryReplace(target, write))
            WriteInPlace(target, write);
    });

    /// <summary>Checks, before long work, that the file can be written after it. Leaves nothing behind.</summary>
    /// <exception cref="DataException">It cannot be written.</exception>
    public static void Expect(string file) => Try(file, () =>
    {
        var target = OutputTarget.Of(file);
        if (target.IsStream)
            return;
        if (target.Status is not null)
            target.OpenInPlace().Dispose();
        if (target.KeepsItsPlace || target.TryCreateBeside() is not { } beside)
            return;
        using (new Cleanup(beside.Name))
            WriteTo(beside, stream => stream.Write(new byte[ProbeBytes]));
    });

    /// <summary>Writes a new file, then gives it the name. Returns false, and has not written, where the old file has to stay.</summary>
    private static bool TryReplace(OutputTarget target, Action<Stream> write)
    {
        if (target.TryCreateBeside() is not { } beside)
            return false;
        using (new Cleanup(beside.Name))
        {
            WriteTo(beside, write);
            try
            {
                File.Move(beside.Name, target.Path, overwrite: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException && target.Status is not null)
            {
                using var content = File.OpenRead(beside.Name);
                WriteTo(target.OpenInPlace(), stream => Refill(stream, content));
            }
        }
        return true;
    }

    /// <summary>Writes over the content of a file. All of the new content is there before the old one goes.</summary>
    private static void WriteInPlace(OutputTarget target, Action<Stream> write)
    {
        using var content = new MemoryStream();
        write(content);
        content.Position = 0;
        WriteTo(target.OpenInPlace(), stream => Refill(stream, content));
    }

    private static void Refill(Stream stream, Stream content)
    {
        stream.SetLength(0);
        content.CopyTo(stream);
    }

    private static void WriteTo(Stream stream, Action<Stream> write)
    {
        using (stream)
        {
            var buffer = new BufferedStream(stream, BufferBytes);
            write(buffer);
            buffer.Flush();
            if (stream is FileStream { CanSeek: true } file)
                file.Flush(flushToDisk: true);
        }
    }

    private static void Try(string file, Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DataException($"{file}: cannot be written: {error.Message}");
        }
    }

    /// <summary>Deletes a file at the end, if it is there.</summary>
    private sealed class Cleanup(string file) : IDisposable
    {
        public void Dispose() => File.Delete(file);
    }
}
