using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Randomness;
using ArcMini.Tasks;

namespace ArcMini.Solving.Repairing;

/// <summary>A program, and how near it comes to reproducing all pairs.</summary>
/// <param name="Program">The program.</param>
/// <param name="Closeness">For each pair, how much of the output it explains: from 0, nothing, to 1, everything.</param>
/// <param name="Behaviour">A hash of its outputs on all pairs.</param>
/// <param name="Steps">The interpreter steps of its longest run.</param>
/// <param name="Cost">
/// Minus the logarithm of the probability of the program that was offered and of all edits since, on the
/// <see cref="Search.Grammar.CostScale"/>.
/// </param>
/// <param name="EditCount">How many edits were made.</param>
internal sealed record NearMiss(CheckedProgram Program, double[] Closeness, ulong Behaviour, long Steps, int Cost, int EditCount)
{
    /// <summary>The smallest difference of <see cref="Explained"/> that counts as an improvement.</summary>
    private const double MinImprovement = 0.01;

    /// <summary>What is explained by the right background, as a share of the output.</summary>
    private const double BackdropWeight = 0.05;

    /// <summary>What is explained by the right set of colours.</summary>
    private const double ColorsWeight = 0.1;

    /// <summary>What is explained by the right size.</summary>
    private const double SizeWeight = 0.25;

    /// <summary>
    /// What is explained by the cells if nearly all are right. The sum of all weights is less than 1, which only the output itself gets.
    /// </summary>
    private const double CellsWeight = 0.55;

    /// <summary>How many pairs are right.</summary>
    public int PairsRight { get; } = Closeness.Count(close => close == 1);

    /// <summary>The mean of <see cref="Closeness"/>.</summary>
    public double Explained { get; } = Closeness.Average();

    /// <summary>Whether all pairs are right.</summary>
    public bool IsRight => PairsRight == Closeness.Length;

    /// <summary>The indices of the pairs, those that are wrong first. An edit must change these, so it is tried on them first.</summary>
    public int[] Order { get; } = [.. Enumerable.Range(0, Closeness.Length).OrderBy(pair => Closeness[pair] == 1)];

    /// <summary>Runs a program on all pairs.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static NearMiss Of(CheckedProgram program, ArcTask task, int cost, CancellationToken cancel) =>
        Of(program, task, [.. task.Pairs.Select(pair => program.Execute(pair.Input, Limits.Default, cancel))], cost, 0);

    /// <summary>Rates a program by its outcomes on all pairs.</summary>
    public static NearMiss Of(CheckedProgram program, ArcTask task, IReadOnlyList<Outcome> outcomes, int cost, int editCount) => new(
        program,
        [.. task.Pairs.Zip(outcomes, (pair, outcome) => ClosenessOf(pair, outcome.Output))],
        outcomes.Aggregate(0UL, (hash, outcome) => hash * GoldenRatio.OfTwoTo64 + (outcome.Output?.Hash ?? 0)),
        outcomes.Max(outcome => outcome.Steps),
        cost,
        editCount);

    /// <summary>Whether it comes nearer than another: more pairs are right, or equally many and more is explained.</summary>
    public bool Beats(NearMiss other) =>
        PairsRight != other.PairsRight ? PairsRight > other.PairsRight : Explained > other.Explained + MinImprovement;

    /// <summary>
    /// How much of a pair's output a grid explains, from 0 to 1. The background, the colours, the size and the cells count. The cells
    /// count by how many fewer are wrong than if the program had done nothing. "Nothing" is the input, or only background if the sizes of
    /// input and output differ.
    /// </summary>
    public static double ClosenessOf(Pair pair, Grid? output)
    {
        var expected = pair.Output;
        if (output is null)
            return 0;
        if (output.Equals(expected))
            return 1;
        var structure = (output.Backdrop == expected.Backdrop ? BackdropWeight : 0)
            + (ColorSet.Of(output.Cells).Bits == ColorSet.Of(expected.Cells).Bits ? ColorsWeight : 0);
        if (!output.IsSizeOf(expected))
            return structure;
        var sameSize = pair.Input.IsSizeOf(expected);
        var (wrong, wrongBefore) = (0, 0);
        for (var i = 0; i < expected.Area; i++)
        {
            wrong += output.Cells[i] != expected.Cells[i] ? 1 : 0;
            wrongBefore += (sameSize ? pair.Input.Cells[i] != expected.Cells[i] : expected.IsInk(expected.Cells[i])) ? 1 : 0;
        }
        return SizeWeight + structure + CellsWeight * Math.Max(0, 1 - (double)wrong / Math.Max(1, wrongBefore));
    }
}
