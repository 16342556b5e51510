using System.Numerics;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving.Judging;

/// <summary>
/// Properties that are the same for all demonstration pairs of a task, such as: the size stays, these colours come and go, the number of
/// objects stays. A test input and its answer should have them too. A program may reproduce all pairs by chance; its answers then often
/// break an invariant.
/// </summary>
/// <param name="pairs">The demonstration pairs.</param>
internal sealed class Invariants(IReadOnlyList<Pair> pairs)
{
    /// <summary>
    /// The penalty of an answer that breaks an invariant of the strong kind, in nats. In 400 tasks, no right answer breaks one.
    /// </summary>
    public const double HardPenalty = 6;

    /// <summary>The penalty of an answer that breaks an invariant of the weak kind, in nats. A few right answers in a hundred do.</summary>
    public const double SoftPenalty = 2;

    /// <summary>A number that is larger than any side, so that two sides can be written as one number.</summary>
    private const int RatioBase = 1000;

    /// <summary>
    /// The properties of an input and its output, each as a number, with the penalty for breaking it. A property that is null on one
    /// pair is no invariant of the task.
    /// </summary>
    private static readonly (double Penalty, Func<Grid, Grid, int?> Of)[] Properties =
    [
        (HardPenalty, (input, output) => input.IsSizeOf(output) ? 1 : null),
        (HardPenalty, (input, output) => NewColors(input, output)),
        (HardPenalty, (input, output) => NewColors(output, input)),
        (HardPenalty, (input, output) => input.IsSizeOf(output) ? ColorsOfChanges(input, output, input) : null),
        (HardPenalty, (input, output) => input.IsSizeOf(output) ? ColorsOfChanges(input, output, output) : null),
        (HardPenalty, (input, output) => output.InkCount >= input.InkCount ? 1 : null),
        (HardPenalty, (input, output) => output.Equals(input) ? null : 1),
        (HardPenalty, (_, output) => output.Cells.ContainsAnyExcept(output.Cells[0]) ? 1 : null),
        (SoftPenalty, (input, output) => Ratio(input.Rows, output.Rows)),
        (SoftPenalty, (input, output) => Ratio(input.Cols, output.Cols)),
        (SoftPenalty, (_, output) => IsMirrored(output, (row, col) => output[row, output.Cols - 1 - col]) ? 1 : null),
        (SoftPenalty, (_, output) => IsMirrored(output, (row, col) => output[output.Rows - 1 - row, col]) ? 1 : null),
        (SoftPenalty, (_, output) => output.Rows == output.Cols && IsMirrored(output, (row, col) => output[col, row]) ? 1 : null),
        (SoftPenalty, (input, output) => input.Backdrop == output.Backdrop ? 1 : null),
        (SoftPenalty, (input, output) => OnlyBackdropChanges(input, output) ? 1 : null),
        (SoftPenalty, (input, output) => input.InkCount == output.InkCount ? 1 : null),
        (SoftPenalty, (input, output) => CountObjects(input) == CountObjects(output) ? 1 : null),
    ];

    private static readonly CheckedProgram ObjectCount = CheckedProgram.CompileAny("input |> objects |> count");

    private readonly (double Penalty, Func<Grid, Grid, int?> Of, int Value)[] invariants = [.. InvariantsOf(pairs)];

    /// <summary>
    /// The sum of the penalties of all invariants that the answers break, in nats. A test without an answer costs one
    /// <see cref="SoftPenalty"/>.
    /// </summary>
    public double Penalty(IReadOnlyList<TestInput> tests, IReadOnlyList<Grid?> answers) => tests.Zip(answers, (test, answer) =>
        answer is null ? SoftPenalty : Penalty(test.Input, Budget.Load(answer.Rows, answer.Cols, answer.Cells))).Sum();

    private double Penalty(Grid input, Grid answer) =>
        invariants.Sum(invariant => invariant.Of(input, answer) == invariant.Value ? 0 : invariant.Penalty);

    /// <summary>The colours that the second grid has and the first has not, as a set of bits.</summary>
    public static int NewColors(Grid first, Grid second) => ColorSet.Of(second.Cells).Bits & ~ColorSet.Of(first.Cells).Bits;

    private static IEnumerable<(double Penalty, Func<Grid, Grid, int?> Of, int Value)> InvariantsOf(IReadOnlyList<Pair> pairs)
    {
        foreach (var (penalty, of) in Properties)
            if (of(pairs[0].Input, pairs[0].Output) is { } value && pairs.All(pair => of(pair.Input, pair.Output) == value))
                yield return (penalty, of, value);
    }

    /// <summary>
    /// The colours of the cells that differ, as a set of bits. They are read in <paramref name="side"/>, which is one of the two grids.
    /// </summary>
    private static int ColorsOfChanges(Grid input, Grid output, Grid side)
    {
        var colors = 0;
        for (var at = 0; at < input.Area; at++)
            if (input.Cells[at] != output.Cells[at])
                colors |= 1 << side.Cells[at];
        return colors;
    }

    private static bool OnlyBackdropChanges(Grid input, Grid output) =>
        input.IsSizeOf(output) && (ColorsOfChanges(input, output, input) & ~(1 << input.Backdrop)) == 0;

    /// <summary>The ratio of two sides as one number: both are divided by their greatest common divisor.</summary>
    private static int Ratio(int input, int output)
    {
        var common = (int)BigInteger.GreatestCommonDivisor(input, output);
        return input / common * RatioBase + output / common;
    }

    private static bool IsMirrored(Grid grid, Func<int, int, byte> image)
    {
        for (var row = 0; row < grid.Rows; row++)
            for (var col = 0; col < grid.Cols; col++)
                if (grid[row, col] != image(row, col))
                    return false;
        return true;
    }

    private static int? CountObjects(Grid grid) =>
        ObjectCount.Execute(grid, Limits.Default).Result is { IsFailed: false } count ? count.Int : null;
}
