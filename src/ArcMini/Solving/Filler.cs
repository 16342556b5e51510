using System.Diagnostics;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>
/// Fills the holes of a sketch: by what the pairs determine (<see cref="Deduction"/>), then by trial of colours, those of the task
/// first, truth values, small numbers and sizes, directions and small steps.
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
            if (hole.Type == Colors && sketch.Source.Result is not Call { Function: "remap", Arguments: [_, Hole, Hole] })
                return (hole, "lists of colours are found only for remap(?, ?) as the last stage");
            else if (hole.Type != Colors && !DslType.Grounds.Contains(hole.Type) || hole.Type == DslType.Grid)
                return (hole, "only colours, numbers, truth values, points and the colour lists of remap are found");
        return null;
    }

    /// <summary>The first program, in the order of the literals, that reproduces all demonstration pairs; null where none does within the time.</summary>
    /// <param name="sketch">The sketch.</param>
    /// <param name="task">The task.</param>
    /// <param name="time">How long to try.</param>
    /// <param name="cancel">Ends the trial by an exception.</param>
    public static CheckedProgram? Fill(CheckedProgram sketch, ArcTask task, TimeSpan time, CancellationToken cancel)
    {
        if (Unfillable(sketch) is not null)
            return null;
        var clock = Stopwatch.StartNew();
        var deduced = Deduction.Solve(sketch.Source, task, cancel);
        Expr[][] tried = [.. sketch.Holes.Select(hole => Literals(hole.Type, task))];
        return (deduced.Any(literal => literal is not null) ? Try([.. deduced.Zip(tried, (literal, literals) => literal is null ? literals : [literal])]) : null)
            ?? Try(tried);

        CheckedProgram? Try(Expr[][] literals)
        {
            if (literals.Any(choices => choices.Length == 0))
                return null;
            var chosen = new int[literals.Length];
            do
            {
                cancel.ThrowIfCancellationRequested();
                var hole = 0;
                var program = Checker.Check(sketch.Source.Rewrite(expr => expr is Hole ? literals[hole][chosen[hole++]] : expr));
                if (task.Pairs.All(pair => pair.Output.Equals(program.Execute(pair.Input, Limits.Default, cancel).Output)))
                    return program;
            }
            while (clock.Elapsed < time && Advance(chosen, literals));
            return null;
        }
    }

    /// <summary>Goes to the next choice, the last hole fastest; false after the last one.</summary>
    private static bool Advance(int[] chosen, Expr[][] literals)
    {
        for (var i = chosen.Length - 1; i >= 0; i--)
        {
            if (++chosen[i] < literals[i].Length)
                return true;
            chosen[i] = 0;
        }
        return false;
    }

    private static Expr[] Literals(DslType type, ArcTask task) =>
        type == DslType.Color ? [.. ColorsOf(task).Select(color => new ColorLiteral(color, default))]
        : type == DslType.Bool ? [new BoolLiteral(true, default), new BoolLiteral(false, default)]
        : type == DslType.Int ? [.. Numbers(task).Select(number => new IntLiteral(number, default))]
        : type == DslType.Point ? [.. Steps().Select(step => new PointLiteral(step, default))]
        : [];

    private static IEnumerable<byte> ColorsOf(ArcTask task) => Enumerable.Range(0, Color.Count).Select(color => (byte)color)
        .OrderBy(color => task.Pairs.Any(pair => pair.Input.Cells.Contains(color) || pair.Output.Cells.Contains(color)) ? 0 : 1);

    private static IEnumerable<int> Numbers(ArcTask task) => Enumerable.Range(0, HighestNumber + 1)
        .Concat(task.Pairs.SelectMany(pair => new[] { pair.Input.Rows, pair.Input.Cols, pair.Output.Rows, pair.Output.Cols }))
        .Concat(Enumerable.Range(LowestNumber, -LowestNumber))
        .Distinct();

    private static IEnumerable<Point> Steps() => Point.Directions.Select(direction => direction.Step).Concat(
        from row in Enumerable.Range(-LongestStep, 2 * LongestStep + 1)
        from col in Enumerable.Range(-LongestStep, 2 * LongestStep + 1)
        select new Point(row, col)).Distinct();
}
