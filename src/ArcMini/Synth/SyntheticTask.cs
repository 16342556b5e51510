using ArcMini.Dsl.Syntax;
using ArcMini.Model;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>A synthetic task with the program that solves it. The last pair is the test.</summary>
/// <param name="Program">The program, normalised.</param>
/// <param name="Text">Its canonical text.</param>
/// <param name="Pairs">All pairs.</param>
/// <param name="Scene">The kind of scene of the inputs, or <c>real</c>.</param>
/// <param name="Source">Where the program comes from.</param>
internal sealed record SyntheticTask(ArcProgram Program, string Text, IReadOnlyList<Pair> Pairs, string Scene, ProgramSource Source)
{
    private const ulong HashStart = 17;
    private const ulong HashMultiplier = 31;

    /// <summary>The demonstration pairs.</summary>
    public IReadOnlyList<Pair> Train => [.. Pairs.Take(Pairs.Count - 1)];

    /// <summary>The pair of the test.</summary>
    public Pair Test => Pairs[^1];

    /// <summary>The example that a model is trained on: the tokens of the prompt and of the program, with the marks at both ends.</summary>
    public IReadOnlyList<int> Example { get; } = ExampleOf(Text, Pairs);

    /// <summary>How many tokens of the example belong to the program.</summary>
    public int ProgramTokens => Example.SkipWhile(token => token != Vocabulary.Current.Program).Count() - 2;

    /// <summary>A hash of all grids.</summary>
    public ulong Hash => Pairs.Aggregate(HashStart, (hash, pair) =>
        (hash * HashMultiplier + pair.Input.Hash) * HashMultiplier + pair.Output.Hash);

    private static List<int> ExampleOf(string text, IReadOnlyList<Pair> pairs)
    {
        var tokens = Prompt.Tokens(Vocabulary.Current, [.. pairs.SkipLast(1)], pairs[^1].Input, int.MaxValue);
        Vocabulary.Current.Encode(text, tokens);
        tokens.Add(Vocabulary.Current.Eos);
        return tokens;
    }
}
