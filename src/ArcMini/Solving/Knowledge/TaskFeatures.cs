using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Solving.Judging;
using ArcMini.Tasks;

namespace ArcMini.Solving.Knowledge;

/// <summary>What a task looks like, as a few numbers. Tasks that look alike are often solved by like programs.</summary>
/// <param name="Text">A digit for each measure: in which of its ranges the mean over the pairs lies.</param>
internal readonly record struct TaskFeatures(string Text)
{
    /// <summary>The bounds between what holds on no pair, on some and on all.</summary>
    private static readonly double[] SomeOrAll = [0.01, 1];

    private static readonly (Func<Pair, double> Of, double[] Bounds)[] Measures =
    [
        Share(pair => pair.Input.IsSizeOf(pair.Output)),
        Share(pair => pair.Input.Rows >= pair.Output.Rows && pair.Input.Cols >= pair.Output.Cols),
        Share(pair => pair.Input.Rows <= pair.Output.Rows && pair.Input.Cols <= pair.Output.Cols),
        Share(pair => IsPart(pair.Output, pair.Input)),
        Share(pair => Changes(pair, (before, _, ground) => before == ground) > 0),
        Share(pair => Changes(pair, (_, after, ground) => after == ground) > 0),
        Share(pair => Changes(pair, (before, after, ground) => before != ground && after != ground) > 0),
        (pair => Changes(pair, (_, _, _) => true) / (double)pair.Input.Area, [0.125, 0.25, 0.375]),
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

    /// <summary>Those of a task that has these pairs.</summary>
    public static TaskFeatures Of(IReadOnlyList<Pair> pairs) =>
        new(string.Concat(Measures.Select(measure => Range(pairs.Average(measure.Of), measure.Bounds))));

    /// <summary>In how many measures another task is in another range.</summary>
    public int Differences(TaskFeatures other) => Text.Zip(other.Text).Count(ranges => ranges.First != ranges.Second);

    private static int Range(double mean, double[] bounds) => bounds.Count(bound => mean >= bound);

    private static (Func<Pair, double>, double[]) Share(Func<Pair, bool> of) => (pair => of(pair) ? 1 : 0, SomeOrAll);

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

    private static int Number(CheckedProgram program, Grid grid) => program.Execute(grid, Limits.Default).Result is { IsFailed: false } number ? number.Int : 0;

    /// <summary>How many cells change from one colour to another of which a question holds, asked of both colours and the background; none where the sizes differ.</summary>
    private static int Changes(Pair pair, Func<byte, byte, byte, bool> counts)
    {
        var changes = 0;
        for (var at = 0; at < pair.Input.Area && pair.Input.IsSizeOf(pair.Output); at++)
            if (pair.Input.Cells[at] is var before && pair.Output.Cells[at] is var after && before != after && counts(before, after, pair.Input.Backdrop))
                changes++;
        return changes;
    }

    private static bool IsPart(Grid part, Grid whole)
    {
        for (var row = 0; row + part.Rows <= whole.Rows; row++)
            for (var col = 0; col + part.Cols <= whole.Cols; col++)
                if (Enumerable.Range(0, part.Rows).All(r => whole.Line(row + r).Slice(col, part.Cols).SequenceEqual(part.Line(r))))
                    return true;
        return false;
    }
}
