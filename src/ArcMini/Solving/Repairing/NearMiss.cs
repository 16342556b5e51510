using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving.Repairing;

/// <summary>A program and how near it comes to reproducing all pairs.</summary>
/// <param name="Program">The program.</param>
/// <param name="Closeness">For each pair how much of the output it explains, from 0 to 1, which is all.</param>
/// <param name="Behaviour">A hash of its outputs on the pairs.</param>
/// <param name="Steps">The interpreter steps of its longest run.</param>
/// <param name="Cost">Minus log probability of the program that was offered and of the edits made since, in tenths of a nat.</param>
/// <param name="Edits">How many edits were made.</param>
internal sealed record NearMiss(CheckedProgram Program, double[] Closeness, ulong Behaviour, long Steps, int Cost, int Edits)
{
    private const double Noticeable = 0.01;

    /// <summary>How many pairs are right.</summary>
    public int PairsRight { get; } = Closeness.Count(close => close == 1);

    /// <summary>The mean of <see cref="Closeness"/>.</summary>
    public double Explained { get; } = Closeness.Average();

    /// <summary>Whether all pairs are right, and nothing is missed.</summary>
    public bool IsRight => PairsRight == Closeness.Length;

    /// <summary>The pairs in the order to try them: where it is wrong first, since a repair has to change these.</summary>
    public int[] Order { get; } = [.. Enumerable.Range(0, Closeness.Length).OrderBy(pair => Closeness[pair] == 1)];

    /// <summary>Runs a program on all pairs.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static NearMiss Of(CheckedProgram program, ArcTask task, int cost, CancellationToken cancel) =>
        Of(program, task, [.. task.Pairs.Select(pair => program.Execute(pair.Input, Limits.Default, cancel))], cost, 0);

    /// <summary>Judges a program by what it gave on the pairs.</summary>
    public static NearMiss Of(CheckedProgram program, ArcTask task, IReadOnlyList<Outcome> outcomes, int cost, int edits) => new(
        program, [.. task.Pairs.Zip(outcomes, (pair, outcome) => Close(pair, outcome.Output))],
        outcomes.Aggregate(0UL, (hash, outcome) => hash * 0x9E3779B97F4A7C15 + (outcome.Output?.Hash ?? 0)), outcomes.Max(outcome => outcome.Steps), cost, edits);

    /// <summary>Whether it comes nearer than another: by pairs exactly right, then by what is explained.</summary>
    public bool Beats(NearMiss other) => PairsRight != other.PairsRight ? PairsRight > other.PairsRight : Explained > other.Explained + Noticeable;

    /// <summary>
    /// How much of a pair's output a grid explains: its background and colours; then its size; then the cells, by how many fewer are
    /// wrong than on the input, or on nothing but background where the sizes of input and output differ.
    /// </summary>
    public static double Close(Pair pair, Grid? output)
    {
        var expected = pair.Output;
        if (output is null)
            return 0;
        if (output.Equals(expected))
            return 1;
        var structure = (output.Backdrop == expected.Backdrop ? 0.05 : 0) + (ColorSet.Of(output.Cells).Bits == ColorSet.Of(expected.Cells).Bits ? 0.1 : 0);
        if (!output.IsSizeOf(expected))
            return structure;
        var sameSize = pair.Input.IsSizeOf(expected);
        var (wrong, before) = (0, 0);
        for (var i = 0; i < expected.Area; i++)
        {
            wrong += output.Cells[i] != expected.Cells[i] ? 1 : 0;
            before += (sameSize ? pair.Input.Cells[i] != expected.Cells[i] : expected.IsInk(expected.Cells[i])) ? 1 : 0;
        }
        return 0.25 + structure + 0.55 * Math.Max(0, 1 - (double)wrong / Math.Max(1, before));
    }
}
