using ArcMini.Commands;
using Xunit;

namespace ArcMini.Tests.Commands;

/// <summary>The result of a command line.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Reply(int Code, string Out, string Error);

/// <summary>Runs command lines within this process. Such tests share the console: their collection is <see cref="Alone"/>.</summary>
internal static class Cli
{
    public const string Alone = "console";

    /// <summary>The folder of the whole project.</summary>
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
