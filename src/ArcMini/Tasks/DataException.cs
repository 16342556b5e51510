namespace ArcMini.Tasks;

/// <summary>A file that the user named is wrong. The message is one sentence for the user; the exit code is 3.</summary>
/// <param name="message">The sentence.</param>
/// <param name="excerpt">The place in the file, on lines of its own; may be empty.</param>
internal sealed class DataException(string message, string excerpt = "") : Exception(message)
{
    /// <summary>The place in the file, on lines of its own; may be empty.</summary>
    public string Excerpt => excerpt;
}
