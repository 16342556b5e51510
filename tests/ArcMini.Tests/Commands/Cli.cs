using ArcMini.Commands;
using Xunit;

namespace ArcMini.Tests.Commands;

/// <summary>What a run of the command line gave.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Reply(int Code, string Out, string Error);

/// <summary>
/// Runs command lines as a user does, within this process. There is one console, so that tests that use this are in the collection
/// <see cref="Alone"/>, which runs them one at a time.
/// </summary>
internal static class Cli
{
    public const string Alone = "console";

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = Up(AppContext.BaseDirectory);

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    public static Reply Run(params string[] args)
    {
        var (before, errorsBefore) = (Console.Out, Console.Error);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Console.SetOut(output);
        Console.SetError(errors);
        try
        {
            return new(App.Run(args), output.ToString().Replace(Root, "ROOT"), errors.ToString().Replace(Root, "ROOT"));
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(errorsBefore);
            Environment.ExitCode = 0;
        }
    }

    private static string Up(string folder) =>
        File.Exists(Path.Combine(folder, "ArcMini.sln")) ? folder : Up(Path.GetDirectoryName(folder)!);
}

[CollectionDefinition(Cli.Alone, DisableParallelization = true)]
public class ConsoleCollection;
