using System.Diagnostics;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>
/// Fills the holes of a sketch: by what the pairs determine (<see cref="Deduction"/>), then by trial of the task's colours, truth
/// values, small numbers and sizes, directions and small steps.
/// </summary>
internal static class Filler
{
    private const int LowestNumber = -3;
    private const int HighestNumber = 10;
    private const int LongestStep = 3;

    private static readonly DslType Colors = new ListOf(DslType.Color);

    /// <summary>Why a hole cannot be filled, and which; null where all can.</summary>
    public static (HoleNode Hole, string Reason)? Unfillable(CheckedProgram sketch)
    {
        foreach (var hole in sketch.Holes)
            if (hole.Type == Colors && !sketch.Source.All().Any(expr => expr is Call { Function: "remap", Arguments: [_, Hole, Hole] }))
                return (hole, "lists of colours are found only for remap(?, ?)");
            else if (hole.Type != Colors && !DslType.Grounds.Contains(hole.Type) || hole.Type == DslType.Grid)
                return (hole, "only colours, numbers, truth values, points and the colour lists of remap are found");
        return null;
    }

    /// <summary>
    /// The first program, in the order of the literals, that reproduces all demonstration pairs; null where none does within the time.
    /// What is not deduced is tried from the last hole on, and with each of its literals the others may be deduced.
    /// </summary>
    /// <param name="sketch">The sketch.</param>
    /// <param name="task">The task.</param>
    /// <param name="time">How long to try.</param>
    /// <param name="cancel">Ends the trial by an exception.</param>
    public static CheckedProgram? Fill(CheckedProgram sketch, ArcTask task, TimeSpan time, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        return Unfillable(sketch) is null ? Try(sketch) : null;

        CheckedProgram? Try(CheckedProgram program)
        {
            cancel.ThrowIfCancellationRequested();
            if (!program.IsSketch)
                return task.Pairs.All(pair => pair.Output.Equals(program.Execute(pair.Input, Limits.Default, cancel).Output)) ? program : null;
            var deduced = Deduction.Solve(program, task, cancel);
            if (deduced.Any(literal => literal is not null) && Try(With(program, deduced)) is { } whole)
                return whole;
            var last = program.Holes.Count - 1;
            foreach (var literal in Literals(program.Holes[last].Type, task))
                if (Try(With(program, [.. new Expr?[last], literal])) is { } filled)
                    return filled;
                else if (clock.Elapsed > time)
                    break;
            return null;
        }
    }

    /// <summary>The sketch with literals in place of its holes, in order; null leaves a hole.</summary>
    private static CheckedProgram With(CheckedProgram sketch, Expr?[] literals)
    {
        var hole = 0;
        return Checker.Check(sketch.Source.Rewrite(expr => expr is Hole ? literals[hole++] ?? expr : expr));
    }

    private static Expr[] Literals(DslType type, ArcTask task) =>
        type == DslType.Color ? [.. ColorsOf(task).Select(color => new ColorLiteral(color, default))]
        : type == DslType.Bool ? [new BoolLiteral(true, default), new BoolLiteral(false, default)]
        : type == DslType.Int ? [.. Numbers(task).Select(number => new IntLiteral(number, default))]
        : type == DslType.Point ? [.. Steps().Select(step => new PointLiteral(step, default))]
        : [];

    /// <summary>The colours of the task, those first that an output has where its input has another.</summary>
    private static IEnumerable<byte> ColorsOf(ArcTask task) => Enumerable.Range(0, Color.Count).Select(color => (byte)color)
        .Where(color => task.Pairs.Any(pair => pair.Input.Cells.Contains(color) || pair.Output.Cells.Contains(color)))
        .OrderBy(color => task.Pairs.Any(pair => IsDrawn(pair, color)) ? 0 : 1);

    private static bool IsDrawn(Pair pair, byte color)
    {
        var (input, output) = pair;
        if (input.Rows != output.Rows || input.Cols != output.Cols)
            return output.Cells.Contains(color) && !input.Cells.Contains(color);
        for (var i = 0; i < output.Area; i++)
            if (output.Cells[i] == color && input.Cells[i] != color)
                return true;
        return false;
    }

    private static IEnumerable<int> Numbers(ArcTask task) => Enumerable.Range(0, HighestNumber + 1)
        .Concat(task.Pairs.SelectMany(pair => new[] { pair.Input.Rows, pair.Input.Cols, pair.Output.Rows, pair.Output.Cols }))
        .Concat(Enumerable.Range(LowestNumber, -LowestNumber))
        .Distinct();

    private static IEnumerable<Point> Steps() => Point.Directions.Select(direction => direction.Step).Concat(
        from row in Enumerable.Range(-LongestStep, 2 * LongestStep + 1)
        from col in Enumerable.Range(-LongestStep, 2 * LongestStep + 1)
        select new Point(row, col)).Distinct();
}
