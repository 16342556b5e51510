using LLama.Native;

namespace ArcMini.Model.Llama;

/// <summary>
/// Receives llama.cpp's log. It goes to standard error if <c>ARCMINI_LLAMA_LOG</c> is set, else nowhere. The first error
/// after <see cref="Clear"/> is kept for the message of an exception.
/// </summary>
/// <remarks>llama.cpp logs an error on the thread that called it, so each thread keeps its own.</remarks>
internal static class LlamaLog
{
    private static readonly bool toStandardError = Environment.GetEnvironmentVariable("ARCMINI_LLAMA_LOG") is { Length: > 0 };
    [ThreadStatic] private static string? error;

    /// <summary>Forgets the error that this thread's calls have logged.</summary>
    public static void Clear() => error = null;

    /// <summary>The error that this thread's calls have logged, behind a colon; empty if none was.</summary>
    public static string Reason => error is { } text ? $": {text}" : "";

    /// <summary>Takes a message of llama.cpp.</summary>
    public static void Write(LLamaLogLevel level, string message)
    {
        if (level == LLamaLogLevel.Error)
            error ??= WithoutOrigin(message.Trim());
        if (toStandardError)
            Console.Error.Write(message);
    }

    /// <summary>The message without the name of the function that logs it, which may stand first.</summary>
    private static string WithoutOrigin(string line) =>
        line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end && !line.AsSpan(0, end).Contains(' ') ? line[(end + 2)..] : line;
}
