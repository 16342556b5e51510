using System.Numerics;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving.Judging;

/// <summary>
/// What holds of every demonstration pair ought to hold of a test input and its answer: that the size stays, which colours come and go, how many
/// objects there are. A program may reproduce all pairs by accident; its answers then often are of another kind than the outputs.
/// </summary>
/// <param name="pairs">The demonstrations.</param>
internal sealed class Invariants(IReadOnlyList<Pair> pairs)
{
    /// <summary>What it costs an answer, in nats, to break a law: of 400 tasks, no right answer breaks one.</summary>
    public const double HardInvariant = 6;

    /// <summary>What it costs an answer, in nats, to break a habit: a few right answers in a hundred do.</summary>
    public const double SoftInvariant = 2;

    /// <summary>The properties of an input and its output, each as a number, with what it costs to break it. A property that is null says nothing.</summary>
    private static readonly (double Worth, Func<Grid, Grid, int?> Of)[] Properties =
    [
        (HardInvariant, (input, output) => input.IsSizeOf(output) ? 1 : null),
        (HardInvariant, (input, output) => NewColors(input, output)),
        (HardInvariant, (input, output) => NewColors(output, input)),
        (HardInvariant, (input, output) => input.IsSizeOf(output) ? Changed(input, output, input) : null),
        (HardInvariant, (input, output) => input.IsSizeOf(output) ? Changed(input, output, output) : null),
        (HardInvariant, (input, output) => output.InkCount >= input.InkCount ? 1 : null),
        (HardInvariant, (input, output) => output.Equals(input) ? null : 1),
        (HardInvariant, (_, output) => output.Cells.ContainsAnyExcept(output.Cells[0]) ? 1 : null),
        (SoftInvariant, (input, output) => Ratio(input.Rows, output.Rows)),
        (SoftInvariant, (input, output) => Ratio(input.Cols, output.Cols)),
        (SoftInvariant, (_, output) => IsMirrored(output, (row, col) => output[row, output.Cols - 1 - col]) ? 1 : null),
        (SoftInvariant, (_, output) => IsMirrored(output, (row, col) => output[output.Rows - 1 - row, col]) ? 1 : null),
        (SoftInvariant, (_, output) => output.Rows == output.Cols && IsMirrored(output, (row, col) => output[col, row]) ? 1 : null),
        (SoftInvariant, (input, output) => input.Backdrop == output.Backdrop ? 1 : null),
        (SoftInvariant, (input, output) => input.IsSizeOf(output) && (Changed(input, output, input) & ~(1 << input.Backdrop)) == 0 ? 1 : null),
        (SoftInvariant, (input, output) => input.InkCount == output.InkCount ? 1 : null),
        (SoftInvariant, (input, output) => Objects(input) == Objects(output) ? 1 : null),
    ];

    private static readonly CheckedProgram ObjectCount = CheckedProgram.CompileAny("input |> objects |> count");

    private readonly (double Worth, Func<Grid, Grid, int?> Of, int Value)[] held =
    [
        .. Properties.Where(property => property.Of(pairs[0].Input, pairs[0].Output) is { } first && pairs.All(pair => property.Of(pair.Input, pair.Output) == first))
            .Select(property => (property.Worth, property.Of, property.Of(pairs[0].Input, pairs[0].Output)!.Value)),
    ];

    /// <summary>What the invariants that answers break are worth together, in nats: how much less likely they are to be right. A test without an answer breaks a habit.</summary>
    public double Penalty(IReadOnlyList<TestInput> tests, IReadOnlyList<Grid?> answers) =>
        tests.Zip(answers, (test, answer) => answer is null ? SoftInvariant : Penalty(test.Input, Budget.Load(answer.Rows, answer.Cols, answer.Cells))).Sum();

    private double Penalty(Grid input, Grid answer) => held.Sum(invariant => invariant.Of(input, answer) == invariant.Value ? 0 : invariant.Worth);

    /// <summary>The colours, a bit each, that the second grid has and the first has not.</summary>
    public static int NewColors(Grid first, Grid second) => ColorSet.Of(second.Cells).Bits & ~ColorSet.Of(first.Cells).Bits;

    /// <summary>The colours, a bit each, that the cells which differ have in one of the two grids.</summary>
    private static int Changed(Grid input, Grid output, Grid side)
    {
        var colors = 0;
        for (var at = 0; at < input.Area; at++)
            if (input.Cells[at] != output.Cells[at])
                colors |= 1 << side.Cells[at];
        return colors;
    }

    /// <summary>The ratio of two sides as a number: the sides without their common divisor.</summary>
    private static int Ratio(int input, int output)
    {
        var common = (int)BigInteger.GreatestCommonDivisor(input, output);
        return input / common * 1000 + output / common;
    }

    private static bool IsMirrored(Grid grid, Func<int, int, byte> image)
    {
        for (var row = 0; row < grid.Rows; row++)
            for (var col = 0; col < grid.Cols; col++)
                if (grid[row, col] != image(row, col))
                    return false;
        return true;
    }

    /// <summary>How many objects there are.</summary>
    private static int? Objects(Grid grid) => ObjectCount.Execute(grid, Limits.Default).Result is { IsFailed: false } count ? count.Int : null;
}
