using System.Reflection;
using ArcMini.Model;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary>The program <c>arcmini</c>.</summary>
internal static class App
{
    /// <summary>Runs a command line and gives the exit code.</summary>
    public static int Run(string[] args)
    {
        Environment.ExitCode = ExitCode.Done;
        var line = CommandLine.Arrange(args);
        var asked = args.Length == 0 || line.Any(arg => arg is "-h" or "--help" or "--version");
        ConsoleApp.Version = $"arcmini {Version}";
        ConsoleApp.Log = asked ? Console.Out.WriteLine : help => Fail(Unasked(help, line), ExitCode.Usage);
        ConsoleApp.LogError = error => Fail(Advised(error, Command(line)), ExitCode.Usage);

        var app = ConsoleApp.Create();
        app.ConfigureGlobalOptions((ref builder) => CommonOptions.From(
            builder.AddGlobalOption("-m|--model", "The model, a GGUF file; else $ARCMINI_MODEL, else arcmini.gguf beside the binary.", ""),
            builder.AddGlobalOption("-ngl|--gpu-layers", "Layers to put on the GPU; -1: all if a GPU backend is there.", -1),
            builder.AddGlobalOption("-t|--threads", "Threads; 0: as many as cores.", 0),
            builder.AddGlobalOption("-n|--predictions", "Model samples per task.", 64),
            builder.AddGlobalOption("--temp", "Temperature of the samples.", 0.8),
            builder.AddGlobalOption("--seed", "Seed of everything drawn by chance.", 0UL),
            builder.AddGlobalOption("--time-limit", "Seconds per task.", 10.0),
            builder.AddGlobalOption("--max-candidates", "Values that the search tries per task at most; 0: as many as time and memory (2 GB in all) allow.", 0L),
            builder.AddGlobalOption("--proposers", $"Whom to ask for programs, in order; else {Proposers.All}, the model if there is one.", ""),
            builder.AddGlobalOption<bool>("--json", "Results as JSON, an object a line."),
            builder.AddGlobalOption<bool>("--no-color", "No colours; nor are there any where NO_COLOR is set."),
            builder.AddGlobalOption<bool>("-q|--quiet", "Only results and errors.")));
        app.UseFilter<FaultFilter>();
        app.Add<SolveCommand>();
        app.Add<RunCommand>();
        app.Add<CheckCommand>();
        app.Add<FmtCommand>();
        app.Add<ShowCommand>();
        app.Add<ExplainCommand>();
        app.Add<CorpusCommand>();
        app.Add<FillCommand>();
        app.Add<EvaluateCommand>();
        app.Add<MergeCommand>();
        app.Add<ScoreCommand>();
        app.Add<GrammarCommand>();
        app.Add<BenchCommand>();
        app.Add<DoctorCommand>();
        app.Add<SynthCommand>();
        app.Run(line);
        return Environment.ExitCode;
    }

    /// <summary>The version of the program, with the commit that it was built from where that is known.</summary>
    public static string Version => typeof(App).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Writes one sentence to standard error and sets the exit code.</summary>
    internal static void Fail(string sentence, int exitCode)
    {
        Console.Error.WriteLine(sentence);
        Environment.ExitCode = exitCode;
    }

    /// <summary>What the framework says of a wrong argument, with the remedy.</summary>
    internal static string Advised(string error, string command) => $"{error.TrimEnd('.')}; arcmini {command} --help tells what it takes";

    /// <summary>What to say where the framework would show its help unasked: it does not know the command, or the command lacks its arguments.</summary>
    private static string Unasked(string help, string[] line) => help.StartsWith("Usage: [command]", StringComparison.Ordinal)
        ? $"unknown command '{Command(line)}'; arcmini --help lists the commands"
        : $"{line[0]}: arguments are missing; arcmini {line[0]} --help tells them";

    private static string Command(string[] line) => string.Join(' ', line.Take(CommandLine.Words(line)));
}

/// <summary>Turns what commands throw into one sentence and an exit code.</summary>
internal sealed class FaultFilter(ConsoleAppFilter next) : ConsoleAppFilter(next)
{
    /// <inheritdoc/>
    public override async Task InvokeAsync(ConsoleAppContext context, CancellationToken cancellationToken)
    {
        try
        {
            CommonOptions.Of(context).Check();
            await Next.InvokeAsync(context, cancellationToken);
        }
        catch (Exception fault)
        {
            App.Fail(
                fault switch
                {
                    OperationCanceledException => "interrupted",
                    ArgumentParseFailedException => App.Advised(fault.Message, context.CommandName),
                    _ => fault.Message,
                },
                fault switch
                {
                    UsageException or ArgumentParseFailedException => ExitCode.Usage,
                    DataException => ExitCode.Data,
                    ModelException => ExitCode.Model,
                    OperationCanceledException => ExitCode.Interrupted,
                    _ => ExitCode.No,
                });
        }
    }
}
