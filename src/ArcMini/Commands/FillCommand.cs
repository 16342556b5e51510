using ArcMini.Commands.Options;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Solving.Sketching;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini fill</c>.</summary>
internal sealed class FillCommand
{
    /// <summary>Replaces the holes '?' of a program by literals so that it reproduces all pairs of a task. Prints the program.</summary>
    /// <param name="program">A program file (*.arc).</param>
    /// <param name="path">A task file; or a folder or bundle of tasks. Default task there: the one with the program's name.</param>
    /// <param name="task">The id of the task in a folder or bundle.</param>
    [Command("fill")]
    public int Fill(
        ConsoleAppContext context, CancellationToken cancel, [Argument] string program, [Argument] string path, string? task = null)
    {
        var sketch = ProgramFile.Compile(program);
        if (HoleFiller.Unfillable(sketch) is { } unfillable)
            throw new DataException($"{program}:{unfillable.Hole.At}: the hole is of type {unfillable.Hole.Type}; {unfillable.Reason}");
        var chosen = TaskChoice.ForProgram(program, path, task);
        if (TryFill(sketch, chosen, CommonOptions.Of(context).TimeLimit, cancel) is { } filled)
        {
            Console.WriteLine(filled.Source);
            return ExitCode.Done;
        }
        Console.Error.WriteLine($"{Quote.OneLine(program)}: " + (sketch.IsSketch
            ? $"found no literals for its holes ({sketch.Holes.Count}) that reproduce all pairs; a longer --time-limit tries more"
            : "it has no holes and does not reproduce all pairs; put ? in place of a literal"));
        return ExitCode.No;
    }

    private static CheckedProgram? TryFill(CheckedProgram sketch, ArcTask task, TimeSpan time, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(time);
        try
        {
            var steps = long.MaxValue;
            return new HoleFiller(task, stop.Token).Fill(sketch, ref steps);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
