using ArcMini.Dsl.Compilation;
using ArcMini.Solving.Sketching;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini fill</c>.</summary>
internal sealed class FillCommand
{
    /// <summary>Fills the holes '?' of a program with literals so that it reproduces all pairs of a task, and prints it.</summary>
    /// <param name="program">A program file (*.arc).</param>
    /// <param name="path">A task file; or a folder or bundle with the task, by default the one with the program's name.</param>
    /// <param name="task">The id of the task in a folder or bundle.</param>
    [Command("fill")]
    public int Fill(ConsoleAppContext context, CancellationToken cancel, [Argument] string program, [Argument] string path, string? task = null)
    {
        var sketch = ProgramFile.Compile(program);
        if (HoleFiller.Unfillable(sketch) is { } unfillable)
            throw new DataException($"{program}:{unfillable.Hole.At}: the hole is of type {unfillable.Hole.Type}; {unfillable.Reason}");
        var tasks = TaskLoader.Load(path);
        var chosen = TaskChoice.One(TaskChoice.Select(tasks, task ?? (tasks.Count > 1 ? Path.GetFileNameWithoutExtension(program) : null), path), path);
        if (Filled(sketch, chosen, CommonOptions.Of(context).TimeLimit, cancel) is { } filled)
        {
            Console.WriteLine(filled.Source);
            return ExitCode.Done;
        }
        Console.Error.WriteLine($"{program}: " + (sketch.IsSketch
            ? $"no literals for its holes ({sketch.Holes.Count}) were found that reproduce all pairs; a longer --time-limit tries more"
            : "it has no holes, and does not reproduce all pairs; put ? where a literal is to be found"));
        return ExitCode.No;
    }

    private static CheckedProgram? Filled(CheckedProgram sketch, ArcTask task, TimeSpan time, CancellationToken cancel)
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
