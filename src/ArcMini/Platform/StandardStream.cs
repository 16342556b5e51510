namespace ArcMini.Platform;

/// <summary>Standard output or standard error. Where it is dispensable, a write that fails is forgotten, and so is all after it.</summary>
/// <param name="stream">The stream behind it.</param>
/// <param name="name">Its name, for an error.</param>
internal sealed class StandardStream(Stream stream, string name) : WriteStream
{
    private bool isGone;

    /// <summary>Whether the work goes on where this stream cannot be written.</summary>
    public bool IsDispensable { get; set; }

    /// <summary>Why the stream could not be written, null where it could or where its reader only left.</summary>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="IOException">The stream is not dispensable, and cannot be written.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (isGone)
            return;
        try
        {
            stream.Write(buffer);
        }
        catch (IOException error)
        {
            isGone = true;
            Fault = error is ReaderGoneException ? null : $"{name} cannot be written: {error.Message}";
            if (IsDispensable)
                return;
            if (error is ReaderGoneException)
                throw;
            throw new IOException(Fault, error);
        }
    }
}
