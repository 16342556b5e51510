using ArcMini.Dsl.Values;
using ArcMini.Model;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>A task with the program that solves it; the last pair is the test.</summary>
/// <param name="Program">The program, normalised.</param>
/// <param name="Text">Its canonical text.</param>
/// <param name="Pairs">All pairs.</param>
/// <param name="Scene">The kind of scene that the inputs are of.</param>
/// <param name="Source">Where the program comes from.</param>
sealed record SyntheticTask(Dsl.Syntax.Program Program, string Text, IReadOnlyList<Pair> Pairs, string Scene, Source Source)
{
    /// <summary>The demonstration pairs.</summary>
    public IReadOnlyList<Pair> Train => [.. Pairs.Take(Pairs.Count - 1)];

    /// <summary>The test's pair.</summary>
    public Pair Test => Pairs[^1];

    /// <summary>How many tokens the example has, marks included.</summary>
    public int Tokens { get; init; }

    /// <summary>A hash of all grids.</summary>
    public ulong Hash => Pairs.Aggregate(17UL, (hash, pair) => (hash * 31 + pair.Input.Hash) * 31 + pair.Output.Hash);
}
