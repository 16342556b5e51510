using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving.Sketching;

/// <summary>
/// Fills the holes of sketches: by what the pairs of a task determine (<see cref="Deduction"/>), then by trial of the task's colours,
/// truth values, small numbers and sizes, directions and small steps.
/// </summary>
/// <param name="task">The task.</param>
/// <param name="cancel">Ends a trial by an exception.</param>
internal sealed class HoleFiller(ArcTask task, CancellationToken cancel)
{
    private const int LowestNumber = -3;
    private const int HighestNumber = 10;
    private const int LongestStep = 3;

    /// <summary>How many holes are tried at once; of more, the last is tried first.</summary>
    private const int TriedTogether = 2;

    /// <summary>The most steps of one run, and what starting one and deducing count, so that steps measure time.</summary>
    private const long RunSteps = 200_000, StartSteps = 300, DeductionSteps = 50_000;

    private static readonly DslType Colors = new ListOf(DslType.Color);

    private readonly Run run = new(new Budget(Limits.Default), 64);
    private readonly Dictionary<DslType, (Expr Literal, Value Value)[]> choices = new()
    {
        [DslType.Color] = [.. ColorsOf(task).Select(color => (new ColorLiteral(color, default), (Value)color))],
        [DslType.Bool] = [(new BoolLiteral(true, default), true), (new BoolLiteral(false, default), false)],
        [DslType.Int] = [.. Numbers(task).Select(number => (new IntLiteral(number, default), (Value)number))],
        [DslType.Point] = [.. Steps().Select(step => (new PointLiteral(step, default), (Value)step))],
    };

    private long left;

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

    /// <summary>How many literals of a type are tried.</summary>
    public int Choices(DslType type) => choices.TryGetValue(type, out var literals) ? literals.Length : 0;

    /// <summary>
    /// The sketch with literals that reproduce all demonstration pairs; null where none are found. Those that the pairs determine come
    /// first, then those that are tried, then what can be deduced for the others with each of the last hole's.
    /// </summary>
    /// <param name="sketch">The sketch; a program without holes is only run.</param>
    /// <param name="steps">The most interpreter steps; what it takes is taken off.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public CheckedProgram? Fill(CheckedProgram sketch, ref long steps)
    {
        left = steps;
        var filled = Unfillable(sketch) is null ? Filled(sketch) : null;
        steps = left;
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
            foreach (var (literal, _) in choices.GetValueOrDefault(sketch.Holes[last].Type, []))
            {
                if (left < 0)
                    return null;
                var rest = With(sketch, [.. new Expr?[last], literal]);
                if ((last < TriedTogether ? Determined(rest) : Filled(rest)) is { } whole)
                    return whole;
            }
        return null;
    }

    private CheckedProgram? Determined(CheckedProgram sketch)
    {
        left -= DeductionSteps;
        var deduced = Deduction.Solve(sketch, task, cancel);
        return deduced.Any(literal => literal is not null) ? Filled(With(sketch, deduced)) : null;
    }

    /// <summary>Fills the holes, where they are few, with each choice of literals, those of the first hole changing fastest.</summary>
    private CheckedProgram? Tried(CheckedProgram sketch)
    {
        if (sketch.Holes.Count > TriedTogether || !sketch.Holes.All(hole => choices.ContainsKey(hole.Type)))
            return null;
        (Expr Literal, Value Value)[][] lists = [.. sketch.Holes.Select(hole => choices[hole.Type])];
        var chosen = new int[lists.Length];
        var values = new Value[lists.Length];
        for (var hole = 0; hole < chosen.Length && left >= 0;)
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
            run.Budget.Reset(new(RunSteps, RunSteps), cancel);
            var outcome = sketch.Execute(pair.Input, run, null, values);
            left -= outcome.Steps + StartSteps;
            if (!pair.Output.Equals(outcome.Output))
                return false;
        }
        return true;
    }

    /// <summary>The sketch with literals in place of its holes, in order; null leaves a hole.</summary>
    private static CheckedProgram With(CheckedProgram sketch, Expr?[] literals)
    {
        var hole = 0;
        return Checker.Check(sketch.Source.Rewrite(expr => expr is Hole ? literals[hole++] ?? expr : expr));
    }

    /// <summary>The colours of the task, those first that an output has where its input has another.</summary>
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
