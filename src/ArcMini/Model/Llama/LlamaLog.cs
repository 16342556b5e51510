using System.Runtime.InteropServices;

namespace ArcMini.Model.Llama;

/// <summary>
/// Receives llama.cpp's log: it goes to standard error if <c>ARCMINI_LLAMA_LOG</c> is set, else nowhere,
/// save that the first error after <see cref="Clear"/> is kept for the message of an exception.
/// </summary>
/// <remarks>llama.cpp logs an error on the thread that called it, so each thread keeps its own, and what others call meanwhile changes nothing.</remarks>
internal static unsafe class LlamaLog
{
    private const int ErrorLevel = 4;

    private static readonly bool toStandardError = Environment.GetEnvironmentVariable("ARCMINI_LLAMA_LOG") is { Length: > 0 };
    [ThreadStatic] private static string? error;

    /// <summary>Makes llama.cpp log to here.</summary>
    public static void Install() => LlamaApi.LogSet(&Write, null);

    /// <summary>Forgets the error that this thread's calls have logged.</summary>
    public static void Clear() => error = null;

    /// <summary>The error that this thread's calls have logged, behind a colon; empty if none was.</summary>
    public static string Reason => error is { } text ? $": {text}" : "";

    [UnmanagedCallersOnly]
    private static void Write(int level, byte* text, void* data)
    {
        if (level != ErrorLevel && !toStandardError) return;
        var line = LlamaApi.Text(text);
        if (level == ErrorLevel) error ??= WithoutOrigin(line.Trim());
        if (toStandardError) Console.Error.Write(line);
    }

    // A line begins with the name of the function that logs it.
    private static string WithoutOrigin(string line) =>
        line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end && !line.AsSpan(0, end).Contains(' ') ? line[(end + 2)..] : line;
}
