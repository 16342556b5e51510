using System.Runtime.InteropServices;
using ArcMini.Commands.Options;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary>Checks the common options, runs a command, and turns its exception into one sentence and an exit code.</summary>
internal sealed class FaultFilter(ConsoleAppFilter next) : ConsoleAppFilter(next)
{
    /// <inheritdoc/>
    public override async Task InvokeAsync(ConsoleAppContext context, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        try
        {
            CommonOptions.Of(context).Check();
            await Next.InvokeAsync(context, stop.Token);
        }
        catch (Exception fault)
        {
            App.Fail(fault, context.CommandName);
        }
    }
}
