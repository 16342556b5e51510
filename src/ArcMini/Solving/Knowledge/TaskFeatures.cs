using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Solving.Judging;
using ArcMini.Tasks;

namespace ArcMini.Solving.Knowledge;

/// <summary>A task described by a few numbers. Tasks with similar features are often solved by similar programs.</summary>
/// <param name="Text">
/// One digit for each feature: the number of the range in which the feature's mean over the demonstration pairs lies.
/// </param>
internal readonly record struct TaskFeatures(string Text)
{
    /// <summary>The bounds that separate "on no pair", "on some pairs" and "on all pairs".</summary>
    private static readonly double[] SomeOrAll = [0.01, 1];

    /// <summary>The features: what is measured on a pair, and the lower bounds of all ranges of the mean but the first.</summary>
    private static readonly (Func<Pair, double> Of, double[] Bounds)[] Features =
    [
        Share(pair => pair.Input.IsSizeOf(pair.Output)),
        Share(pair => pair.Input.Rows >= pair.Output.Rows && pair.Input.Cols >= pair.Output.Cols),
        Share(pair => pair.Input.Rows <= pair.Output.Rows && pair.Input.Cols <= pair.Output.Cols),
        Share(pair => IsPart(pair.Output, pair.Input)),
        Share(pair => CountChanges(pair, (before, _, ground) => before == ground) > 0),
        Share(pair => CountChanges(pair, (_, after, ground) => after == ground) > 0),
        Share(pair => CountChanges(pair, (before, after, ground) => before != ground && after != ground) > 0),
        (pair => CountChanges(pair, (_, _, _) => true) / (double)pair.Input.Area, [0.125, 0.25, 0.375]),
        Share(pair => pair.Input.InkCount == pair.Output.InkCount),
        Share(pair => Invariants.NewColors(pair.Input, pair.Output) != 0),
        Share(pair => Invariants.NewColors(pair.Output, pair.Input) != 0),
        (pair => (double)pair.Input.InkCount / pair.Input.Area, [0.1, 0.25, 0.5]),
        OfInput("area(input)", 60, 130, 300),
        OfInput("input |> objects |> count", 1.5, 3, 8),
        OfInput("input |> objects |> filter(o => size(o) == 1) |> count", 0.1, 3),
        OfInput("input |> holes |> count", 0.5),
        OfInput("input |> separators |> size", 0.5),
        OfOutput("num_colors(input)", 1.1, 2.1),
        OfOutput("is_square(input)", SomeOrAll),
        OfOutput("symmetric_x(input)", SomeOrAll),
        OfOutput("symmetric_y(input)", SomeOrAll),
    ];

    /// <summary>The features of a task with these demonstration pairs.</summary>
    public static TaskFeatures Of(IReadOnlyList<Pair> pairs) =>
        new(string.Concat(Features.Select(feature => Range(pairs.Average(feature.Of), feature.Bounds))));

    /// <summary>The number of features for which two tasks are in different ranges.</summary>
    public int Differences(TaskFeatures other) => Text.Zip(other.Text).Count(ranges => ranges.First != ranges.Second);

    private static int Range(double mean, double[] bounds) => bounds.Count(bound => mean >= bound);

    /// <summary>The share of pairs that have a property.</summary>
    private static (Func<Pair, double>, double[]) Share(Func<Pair, bool> has) => (pair => has(pair) ? 1 : 0, SomeOrAll);

    private static (Func<Pair, double>, double[]) OfInput(string expression, params double[] bounds)
    {
        var program = CheckedProgram.CompileAny(expression);
        return (pair => Number(program, pair.Input), bounds);
    }

    private static (Func<Pair, double>, double[]) OfOutput(string expression, params double[] bounds)
    {
        var program = CheckedProgram.CompileAny(expression);
        return (pair => Number(program, pair.Output), bounds);
    }

    private static int Number(CheckedProgram program, Grid grid) =>
        program.Execute(grid, Limits.Default).Result is { IsFailed: false } number ? number.Int : 0;

    /// <summary>The number of cells that change and for which a condition holds; 0 where the sizes of input and output differ.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="counts">The condition on the colour before, the colour after, and the background of the input.</param>
    private static int CountChanges(Pair pair, Func<byte, byte, byte, bool> counts)
    {
        var (input, output) = pair;
        if (!input.IsSizeOf(output))
            return 0;
        var changes = 0;
        for (var at = 0; at < input.Area; at++)
            if (input.Cells[at] is var before && output.Cells[at] is var after && before != after && counts(before, after, input.Backdrop))
                changes++;
        return changes;
    }

    /// <summary>Whether one grid is a rectangular part of another.</summary>
    private static bool IsPart(Grid part, Grid whole)
    {
        for (var row = 0; row + part.Rows <= whole.Rows; row++)
            for (var col = 0; col + part.Cols <= whole.Cols; col++)
                if (Enumerable.Range(0, part.Rows).All(r => whole.Line(row + r).Slice(col, part.Cols).SequenceEqual(part.Line(r))))
                    return true;
        return false;
    }
}
