using ArcMini.Commands.Options;
using ArcMini.Model;
using ArcMini.Platform;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary>What a command that failed tells the user.</summary>
/// <param name="Sentence">One sentence, null where nothing needs to be said.</param>
/// <param name="ExitCode">The exit code.</param>
internal readonly record struct FailureReport(string? Sentence, int ExitCode)
{
    /// <summary>The report on an exception of a command.</summary>
    public static FailureReport Of(Exception fault, string command) => fault switch
    {
        UsageException => new(fault.Message, Commands.ExitCode.Usage),
        ArgumentParseFailedException => new(App.WithAdvice(fault.Message, command), Commands.ExitCode.Usage),
        DataException => new(fault.Message, Commands.ExitCode.Data),
        ModelException => new(fault.Message, Commands.ExitCode.Model),
        ReaderGoneException => new(null, Commands.ExitCode.Interrupted),
        OperationCanceledException => new("interrupted", Commands.ExitCode.Interrupted),
        AggregateException or TaskSchedulerException when fault.InnerException is { } inner => Of(inner, command),
        TaskBugException { InnerException: { } bug } => Of(bug, command).At(fault.Message),
        IOException or UnauthorizedAccessException => new(fault.Message, Commands.ExitCode.Data),
        OutOfMemoryException or ThreadStartException => new(
            "the machine gives no more memory or threads; try fewer --threads, or raise the limits of the process",
            Commands.ExitCode.Internal),
        _ => new(
            $"a fault of arcmini itself ({fault.GetType().Name}: {fault.Message.TrimEnd('.')}); please report it with the command line and "
            + $"the version, {ProductVersion.Text}; ARCMINI_DEBUG=1 shows details",
            Commands.ExitCode.Internal),
    };

    private FailureReport At(string place) => this with { Sentence = $"{place}: {Sentence}" };
}
