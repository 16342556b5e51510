namespace ArcMini.Tasks;

/// <summary>A file that the user named is not what it should be: one sentence for the user, who sees exit code 3.</summary>
internal sealed class DataException(string message) : Exception(message);
