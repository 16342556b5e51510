using System.Diagnostics;
using ArcMini.Commands;
using ArcMini.Tests.Commands;
using Xunit;

namespace ArcMini.Tests;

/// <summary>Runs programs in processes of their own.</summary>
internal static class Child
{
    /// <summary>The program that runs arcmini, and the arguments before arcmini's own.</summary>
    public static string[] CommandLineOfArcMini
    {
        get
        {
            var tests = Path.ChangeExtension(typeof(Child).Assembly.Location, null);
            return
            [
                Environment.ProcessPath!, "exec", "--runtimeconfig", tests + ".runtimeconfig.json", "--depsfile", tests + ".deps.json",
                typeof(App).Assembly.Location,
            ];
        }
    }

    /// <summary>Runs a command line of arcmini.</summary>
    /// <param name="folder">The current folder.</param>
    /// <param name="environment">Environment variables to set.</param>
    /// <param name="args">The command line.</param>
    public static Reply ArcMini(string folder, IReadOnlyDictionary<string, string> environment, params string[] args) =>
        Run(Environment.ProcessPath!, folder, environment, [.. Host, .. args]);

    /// <summary>
    /// Runs a script of bash, in which <c>arcmini</c> is this program, <c>host</c> the words that start it, and <c>$SAMPLES</c> the folder
    /// of samples.
    /// </summary>
    /// <param name="folder">The current folder.</param>
    /// <param name="script">The script.</param>
    public static Reply Shell(string folder, string script)
    {
        var host = string.Join(' ', Host.Prepend(Environment.ProcessPath!).Select(word => $"'{word}'"));
        var environment = new Dictionary<string, string> { ["SAMPLES"] = Cli.Sample("") };
        return Run("bash", folder, environment, "-c", $"host=({host})\narcmini() {{ \"${{host[@]}}\" \"$@\"; }}\n{script}");
    }

    /// <summary>The arguments by which this process's host runs the program.</summary>
    private static IReadOnlyList<string> Host
    {
        get
        {
            var tests = Path.ChangeExtension(typeof(Child).Assembly.Location, null);
            return
            [
                "exec", "--runtimeconfig", tests + ".runtimeconfig.json", "--depsfile", tests + ".deps.json", typeof(App).Assembly.Location,
            ];
        }
    }

    /// <summary>What a tool of the compiler writes. The test is skipped where there is no such tool.</summary>
    public static string Tool(string name, params string[] args)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(':');
        Skip.IfNot(folders.Any(folder => File.Exists(Path.Combine(folder, name))), $"there is no {name}");
        var reply = Run(name, Path.GetTempPath(), new Dictionary<string, string>(), args);
        Assert.True(reply.Code == 0, reply.Error);
        return reply.Out;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its path, or its name if it is in PATH.</param>
    /// <param name="folder">The current folder.</param>
    /// <param name="environment">Environment variables to set.</param>
    /// <param name="args">The arguments.</param>
    public static Reply Run(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }
}
