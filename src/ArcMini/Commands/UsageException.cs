namespace ArcMini.Commands;

/// <summary>The command line is wrong: one sentence for the user, who sees exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
