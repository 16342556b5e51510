using ArcMini.Commands.Options;
using ArcMini.Model;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary>Checks the common options, runs a command, and turns its exception into one sentence and an exit code.</summary>
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
            var (sentence, exitCode) = fault switch
            {
                UsageException => (fault.Message, ExitCode.Usage),
                ArgumentParseFailedException => (App.WithAdvice(fault.Message, context.CommandName), ExitCode.Usage),
                DataException => (fault.Message, ExitCode.Data),
                ModelException => (fault.Message, ExitCode.Model),
                OperationCanceledException => ("interrupted", ExitCode.Interrupted),
                _ => (fault.Message, ExitCode.No),
            };
            App.Fail(sentence, exitCode);
        }
    }
}
