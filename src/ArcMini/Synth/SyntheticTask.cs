using ArcMini.Dsl.Syntax;
using ArcMini.Model;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>A task with the program that solves it; the last pair is the test.</summary>
/// <param name="Program">The program, normalised.</param>
/// <param name="Text">Its canonical text.</param>
/// <param name="Pairs">All pairs.</param>
/// <param name="Scene">The kind of scene that the inputs are of.</param>
/// <param name="Source">Where the program comes from.</param>
internal sealed record SyntheticTask(ArcProgram Program, string Text, IReadOnlyList<Pair> Pairs, string Scene, ProgramSource Source)
{
    /// <summary>The demonstration pairs.</summary>
    public IReadOnlyList<Pair> Train => [.. Pairs.Take(Pairs.Count - 1)];

    /// <summary>The test's pair.</summary>
    public Pair Test => Pairs[^1];

    /// <summary>What a model is trained on: the tokens of the prompt and the program, from the first mark to the last.</summary>
    public IReadOnlyList<int> Example { get; } = ExampleOf(Text, Pairs);

    /// <summary>How many of these are the program's.</summary>
    public int ProgramTokens => Example.SkipWhile(token => token != Vocabulary.Current.Program).Count() - 2;

    /// <summary>A hash of all grids.</summary>
    public ulong Hash => Pairs.Aggregate(17UL, (hash, pair) => (hash * 31 + pair.Input.Hash) * 31 + pair.Output.Hash);

    private static List<int> ExampleOf(string text, IReadOnlyList<Pair> pairs)
    {
        var tokens = Prompt.Tokens(Vocabulary.Current, [.. pairs.SkipLast(1)], pairs[^1].Input, int.MaxValue);
        Vocabulary.Current.Encode(text, tokens);
        tokens.Add(Vocabulary.Current.Eos);
        return tokens;
    }
}
