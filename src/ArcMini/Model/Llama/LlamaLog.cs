using System.Runtime.InteropServices;

namespace ArcMini.Model.Llama;

/// <summary>
/// Receives llama.cpp's log: it goes to standard error if <c>ARCMINI_LLAMA_LOG</c> is set, else nowhere,
/// save that the latest error is kept for the message of an exception.
/// </summary>
static unsafe class LlamaLog
{
    const int ErrorLevel = 4;

    static readonly bool toStandardError = Environment.GetEnvironmentVariable("ARCMINI_LLAMA_LOG") is { Length: > 0 };
    static volatile string? latestError;

    /// <summary>Makes llama.cpp log to here.</summary>
    public static void Install() => LlamaApi.LogSet(&Write, null);

    /// <summary>Forgets errors logged until now.</summary>
    public static void Clear() => latestError = null;

    /// <summary>The latest error that llama.cpp logged, in brackets behind a space; empty if none was.</summary>
    public static string Reason => latestError is { Length: > 0 } text ? $" ({text})" : "";

    [UnmanagedCallersOnly]
    static void Write(int level, byte* text, void* data)
    {
        if (level != ErrorLevel && !toStandardError) return;
        var line = LlamaApi.Text(text);
        if (level == ErrorLevel && FirstLine(line) is { Length: > 0 } error) latestError = error;
        if (toStandardError) Console.Error.Write(line);
    }

    static string FirstLine(string text) => text.Trim().Split('\n', 2)[0].Trim();
}
