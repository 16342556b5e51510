using System.Diagnostics;

namespace ArcMini.Campaigns;

/// <summary>How a run of the binary ended.</summary>
/// <param name="Code">The exit code; 128 and the number of the signal for a killed run.</param>
/// <param name="Errors">What it wrote to standard error.</param>
/// <param name="Command">The shell command that repeats it.</param>
internal sealed record Ending(int Code, string Errors, string Command)
{
    /// <summary>Why the ending is a fault; null if it is none: it has one of the codes and shows no stack trace.</summary>
    public string? Fault(params ReadOnlySpan<int> codes) =>
        !codes.Contains(Code) ? $"exit code {Code}"
        : Errors.Contains("   at ", StringComparison.Ordinal) || Errors.Contains("Unhandled", StringComparison.Ordinal) ? "a stack trace"
        : null;
}

/// <summary>The published binary, in a folder of its own for what it writes.</summary>
/// <param name="path">Its path.</param>
internal sealed class Binary(string path) : IDisposable
{
    private readonly string path = Path.GetFullPath(path);

    /// <summary>A folder for files, deleted at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("arcmini-campaign-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>The path of a file in the folder.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>
    /// Runs a shell command in which <c>$arcmini</c> is the binary. It is killed after a time, if one is given.
    /// </summary>
    public Ending Run(string command, TimeSpan? killAfter = null)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"exec {command}"])
        {
            WorkingDirectory = Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["arcmini"] = path;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (killAfter is { } time && !process.WaitForExit(time))
            process.Kill();
        process.WaitForExit();
        _ = output.Result;
        return new(process.ExitCode, errors.Result, command);
    }
}
