namespace ArcMini.Tasks;

/// <summary>A file that the user named is wrong. The message is one sentence for the user; the exit code is 3.</summary>
internal sealed class DataException(string message) : Exception(message);
