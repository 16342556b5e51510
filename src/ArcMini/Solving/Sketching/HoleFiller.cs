using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving.Sketching;

/// <summary>
/// Fills the holes of sketches with literals. First it takes what the pairs of the task determine (<see cref="Deduction"/>). Then it tries
/// the task's colours, truth values, small numbers and sizes, directions and small steps.
/// </summary>
/// <param name="task">The task.</param>
/// <param name="cancel">Ends the work by an exception.</param>
internal sealed class HoleFiller(ArcTask task, CancellationToken cancel)
{
    /// <summary>The integers that are tried, beside the sizes of the task's grids; and the steps in each direction.</summary>
    private const int LowestNumber = -3;
    private const int HighestNumber = 10;
    private const int LongestStep = 3;

    /// <summary>The most holes for which all combinations of literals are tried. If there are more, the last is filled first.</summary>
    private const int TriedTogether = 2;

    /// <summary>The limit of one run's steps, and of its cells.</summary>
    private const long RunLimit = 200_000;

    /// <summary>What the start of a run costs, counted in interpreter steps, so that steps measure time.</summary>
    private const long StartSteps = 300;

    /// <summary>What a deduction costs, counted in interpreter steps.</summary>
    private const long DeductionSteps = 50_000;

    /// <summary>The number of variables for which a run has space from the start.</summary>
    private const int InitialVariables = 64;

    private static readonly DslType Colors = new ListOf(DslType.Color);

    private readonly Run run = new(new Budget(Limits.Default), InitialVariables);
    private readonly Dictionary<DslType, (Expr Literal, Value Value)[]> literalsByType = new()
    {
        [DslType.Color] = [.. ColorsOf(task).Select(color => (new ColorLiteral(color, default), (Value)color))],
        [DslType.Bool] = [(new BoolLiteral(true, default), true), (new BoolLiteral(false, default), false)],
        [DslType.Int] = [.. Numbers(task).Select(number => (new IntLiteral(number, default), (Value)number))],
        [DslType.Point] = [.. Steps().Select(step => (new PointLiteral(step, default), (Value)step))],
    };

    private long stepsLeft;

    /// <summary>The first hole that cannot be filled, and the reason; null if all can be filled.</summary>
    public static (HoleNode Hole, string Reason)? Unfillable(CheckedProgram sketch)
    {
        foreach (var hole in sketch.Holes)
            if (hole.Type == Colors && !sketch.Source.All().Any(expr => expr is Call { Function: "remap", Arguments: [_, Hole, Hole] }))
                return (hole, "lists of colours are found only for remap(?, ?)");
            else if (hole.Type != Colors && !DslType.Grounds.Contains(hole.Type) || hole.Type == DslType.Grid)
                return (hole, "only colours, numbers, truth values, points and the colour lists of remap are found");
        return null;
    }

    /// <summary>How many literals of a type are tried; 0 for a type that is only deduced.</summary>
    public int Choices(DslType type) => literalsByType.TryGetValue(type, out var literals) ? literals.Length : 0;

    /// <summary>
    /// The sketch with literals that reproduce all demonstration pairs; null if none are found. Literals that the pairs determine come
    /// first. Then all combinations are tried. At last each literal is tried for the last hole, and the other holes are filled by what
    /// the pairs then determine.
    /// </summary>
    /// <param name="sketch">The sketch. A program without holes is only run.</param>
    /// <param name="steps">The most interpreter steps. The steps that were used are subtracted.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public CheckedProgram? Fill(CheckedProgram sketch, ref long steps)
    {
        stepsLeft = steps;
        var filled = Unfillable(sketch) is null ? Filled(sketch) : null;
        steps = stepsLeft;
        return filled;
    }

    private CheckedProgram? Filled(CheckedProgram sketch)
    {
        if (!sketch.IsSketch)
            return IsRight(sketch, []) ? sketch : null;
        if ((Determined(sketch) ?? Tried(sketch)) is { } filled)
            return filled;
        var last = sketch.Holes.Count - 1;
        if (last > 0)
            foreach (var (literal, _) in literalsByType.GetValueOrDefault(sketch.Holes[last].Type, []))
            {
                if (stepsLeft < 0)
                    return null;
                var rest = With(sketch, [.. new Expr?[last], literal]);
                if ((last < TriedTogether ? Determined(rest) : Filled(rest)) is { } whole)
                    return whole;
            }
        return null;
    }

    private CheckedProgram? Determined(CheckedProgram sketch)
    {
        stepsLeft -= DeductionSteps;
        var deduced = Deduction.Solve(sketch, task, cancel);
        return deduced.Any(literal => literal is not null) ? Filled(With(sketch, deduced)) : null;
    }

    /// <summary>Tries all combinations of literals if there are few holes. The literal of the first hole changes fastest.</summary>
    private CheckedProgram? Tried(CheckedProgram sketch)
    {
        if (sketch.Holes.Count > TriedTogether || !sketch.Holes.All(hole => literalsByType.ContainsKey(hole.Type)))
            return null;
        (Expr Literal, Value Value)[][] lists = [.. sketch.Holes.Select(hole => literalsByType[hole.Type])];
        var chosen = new int[lists.Length];
        var values = new Value[lists.Length];
        for (var hole = 0; hole < chosen.Length && stepsLeft >= 0;)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = lists[i][chosen[i]].Value;
            if (IsRight(sketch, values))
                return With(sketch, [.. lists.Zip(chosen, (list, choice) => list[choice].Literal)]);
            for (hole = 0; hole < chosen.Length && ++chosen[hole] == lists[hole].Length; hole++)
                chosen[hole] = 0;
        }
        return null;
    }

    private bool IsRight(CheckedProgram sketch, Value[] values)
    {
        cancel.ThrowIfCancellationRequested();
        foreach (var pair in task.Pairs)
        {
            run.Budget.Reset(new(RunLimit, RunLimit), cancel);
            var outcome = sketch.Execute(pair.Input, run, null, values);
            stepsLeft -= outcome.Steps + StartSteps;
            if (!pair.Output.Equals(outcome.Output))
                return false;
        }
        return true;
    }

    /// <summary>The sketch with literals in the place of its holes, in order. A null leaves the hole.</summary>
    private static CheckedProgram With(CheckedProgram sketch, Expr?[] literals)
    {
        var hole = 0;
        return Checker.Check(sketch.Source.Rewrite(expr => expr is Hole ? literals[hole++] ?? expr : expr));
    }

    /// <summary>The colours of the task. First come the colours that an output has where its input has another.</summary>
    private static IEnumerable<byte> ColorsOf(ArcTask task) => Enumerable.Range(0, Color.Count).Select(color => (byte)color)
        .Where(color => task.Pairs.Any(pair => pair.Input.Cells.Contains(color) || pair.Output.Cells.Contains(color)))
        .OrderBy(color => task.Pairs.Any(pair => IsDrawn(pair, color)) ? 0 : 1);

    private static bool IsDrawn(Pair pair, byte color)
    {
        var (input, output) = pair;
        if (!input.IsSizeOf(output))
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
