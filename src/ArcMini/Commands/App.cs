using System.Text;
using ArcMini.Commands.Options;
using ArcMini.Dsl.Syntax;
using ArcMini.Platform;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary>The program <c>arcmini</c>.</summary>
internal static class App
{
    private const string DebugVariable = "ARCMINI_DEBUG";

    /// <summary>Runs a command line and returns the exit code.</summary>
    public static int Run(string[] args)
    {
        Environment.ExitCode = ExitCode.Done;
        try
        {
            ThreadRoom.Expect();
            RunArranged(args, CommandLine.Arrange(args));
        }
        catch (Exception fault)
        {
            Fail(fault, "COMMAND");
        }
        if (StandardStreams.Fault is { } lost && Environment.ExitCode is ExitCode.Done or ExitCode.No)
            Fail(new IOException(lost), "");
        return Environment.ExitCode;
    }

    /// <summary>Ends the process after an exception that nothing has caught, as <see cref="Run"/> does after one of a command.</summary>
    public static void OnUnhandled(object sender, UnhandledExceptionEventArgs unhandled)
    {
        Fail((Exception)unhandled.ExceptionObject, "");
        Environment.Exit(Environment.ExitCode);
    }

    private static void RunArranged(string[] args, string[] line)
    {
        var asksForHelp = args.Length == 0 || line.Any(arg => arg is "-h" or "--help" or "--version");
        ConsoleApp.Version = $"arcmini {ProductVersion.Text}";
        ConsoleApp.Log = asksForHelp ? Console.Out.WriteLine : help => Fail(InPlaceOfHelp(help, line));
        ConsoleApp.LogError = error => Fail(WithAdvice(error, CommandOf(line)));

        Create().Run(line);
    }

    /// <summary>The help text of a command; of the whole program where no command is named.</summary>
    internal static string Help(params IReadOnlyList<string> command)
    {
        var log = ConsoleApp.Log;
        var text = new StringBuilder();
        ConsoleApp.Log = line => text.Append(line).Append('\n');
        Create().Run([.. command, "--help"]);
        ConsoleApp.Log = log;
        return text.ToString();
    }

    private static ConsoleApp.ConsoleAppBuilder Create()
    {
        var app = ConsoleApp.Create();
        app.ConfigureGlobalOptions((ref builder) => CommonOptions.From(
            builder.AddGlobalOption(
                "-m|--model",
                "The model, a GGUF file. Default: $ARCMINI_MODEL, else arcmini.gguf beside arcmini or in a folder models.",
                ""),
            builder.AddGlobalOption("-ngl|--gpu-layers", "Number of model layers on the GPU. -1: all, if there is a GPU backend.", -1),
            builder.AddGlobalOption("-t|--threads", "Number of threads. 0: one per core.", 0),
            builder.AddGlobalOption("-n|--predictions", "Number of model samples per task.", 64),
            builder.AddGlobalOption("--temp", "Temperature of the model samples.", 0.8),
            builder.AddGlobalOption("--seed", "Seed of all random choices.", 0UL),
            builder.AddGlobalOption("--time-limit", "Seconds per task.", 10.0),
            builder.AddGlobalOption(
                "--max-candidates", "Most values that the search tries per task. 0: limited only by time and memory.", 0L),
            builder.AddGlobalOption(
                "--memory", "Most memory in MB, at least 200. 0: what the machine or its container has; 2 GB are used at most.", 0L),
            builder.AddGlobalOption(
                "--proposers",
                $"Proposers, in order, separated by commas. Values: {ProposerFactory.All}. Default: all; model only if there is one.",
                ""),
            builder.AddGlobalOption(
                "--without", $"Parts of the search to switch off, separated by commas. Values: {ProposerFactory.Parts}.", ""),
            builder.AddGlobalOption<bool>("--json", "Print results as JSON, one object per line (solve, evaluate, merge, score)."),
            builder.AddGlobalOption<bool>("--no-color", "Print without colours. The variable NO_COLOR does the same."),
            builder.AddGlobalOption<bool>("-q|--quiet", "Print only results and errors."),
            builder.AddGlobalOption("--palette", "Colours of grids: arc; or colorblind, which colour-blind people can tell apart.", "arc"),
            builder.AddGlobalOption<bool>("--digits", "Show digits in the cells of pictures and pages, as a terminal always does.")));
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
        app.Add<ReportCommand>();
        app.Add<ScoreCommand>();
        app.Add<GrammarCommand>();
        app.Add<BenchCommand>();
        app.Add<DoctorCommand>();
        app.Add<SynthCommand>();
        app.Add<CompletionCommand>();
        app.Add<ManCommand>();
        return app;
    }

    /// <summary>Tells the user of an exception and sets the exit code. With ARCMINI_DEBUG=1, its details too.</summary>
    internal static void Fail(Exception fault, string command)
    {
        var (sentence, exitCode) = FailureReport.Of(fault, command);
        if (fault is DataException data)
            Tell(data);
        else if (sentence is not null)
            Console.Error.WriteLine(Quote.OneLine(sentence));
        if (Environment.GetEnvironmentVariable(DebugVariable) == "1")
            Console.Error.WriteLine(fault);
        Environment.ExitCode = exitCode;
    }

    /// <summary>Writes what is wrong with a file to standard error, and the place below it.</summary>
    internal static void Tell(DataException fault) =>
        Console.Error.WriteLine(Quote.OneLine(fault.Message) + (fault.Excerpt.Length > 0 ? $"\n{fault.Excerpt}" : ""));

    private static void Fail(string sentence)
    {
        Console.Error.WriteLine(Quote.OneLine(sentence));
        Environment.ExitCode = ExitCode.Usage;
    }

    /// <summary>The framework's error about an argument, followed by where to find help.</summary>
    internal static string WithAdvice(string error, string command) => $"{error.TrimEnd('.')}; see arcmini {command} --help";

    /// <summary>
    /// The error in place of a help text that nobody asked for. The framework shows one for an unknown command and for a command
    /// without its arguments.
    /// </summary>
    private static string InPlaceOfHelp(string help, string[] line) => help.StartsWith("Usage: [command]", StringComparison.Ordinal)
        ? $"unknown command '{Quote.Of(CommandOf(line))}'; arcmini --help lists the commands"
        : $"{line[0]}: arguments are missing; see arcmini {line[0]} --help";

    private static string CommandOf(string[] line) => string.Join(' ', line.Take(CommandLine.CommandLength(line)));
}
