using System.Text;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Model;

/// <summary>
/// What a model reads: <c>(input grid, output grid) x k, test input, "program"</c>, as tokens of ArcMini's own vocabulary or as
/// text for any other model. Pairs are dropped, the largest first, until the rest fits; one always stays.
/// </summary>
internal static class Prompt
{
    /// <summary>The version of both forms; a model reads only the form it was trained with.</summary>
    public const string Version = "1";

    /// <summary>The tokens of a prompt, from the first mark to the mark of the program.</summary>
    /// <param name="vocabulary">The model's tokens.</param>
    /// <param name="pairs">The demonstration pairs.</param>
    /// <param name="test">The input of the test.</param>
    /// <param name="limit">The most tokens; exceeded only where one pair and the test need more.</param>
    public static List<int> Tokens(Vocabulary vocabulary, IReadOnlyList<Pair> pairs, Grid test, int limit)
    {
        var tokens = new List<int> { vocabulary.Bos };
        foreach (var pair in Fitting(pairs, limit - 3 - Vocabulary.Length(test), Length))
        {
            tokens.Add(vocabulary.Input);
            vocabulary.Encode(pair.Input, tokens);
            tokens.Add(vocabulary.Output);
            vocabulary.Encode(pair.Output, tokens);
        }
        tokens.Add(vocabulary.Input);
        vocabulary.Encode(test, tokens);
        tokens.Add(vocabulary.Program);
        return tokens;

        static int Length(Pair pair) => 2 + Vocabulary.Length(pair.Input) + Vocabulary.Length(pair.Output);
    }

    /// <summary>The same as text: every grid has a heading, every row is a line, every cell a digit.</summary>
    /// <param name="pairs">The demonstration pairs.</param>
    /// <param name="test">The input of the test.</param>
    /// <param name="limit">The most characters; exceeded only where one pair and the test need more.</param>
    public static string Text(IReadOnlyList<Pair> pairs, Grid test, int limit)
    {
        var text = new StringBuilder();
        foreach (var pair in Fitting(pairs, limit - Length(test), pair => Length(pair.Input) + Length(pair.Output)))
        {
            Append("input", pair.Input);
            Append("output", pair.Output);
        }
        Append("input", test);
        return text.Append("program:\n").ToString();

        void Append(string heading, Grid grid) =>
            text.Append(heading).Append(":\n").Append(grid.ToString().Replace('/', '\n')).Append('\n');

        static int Length(Grid grid) => "output:\n".Length + grid.Rows * (grid.Cols + 1);
    }

    /// <summary>The pairs that are left, in their order, when the longest are dropped until the rest is within the limit.</summary>
    private static IEnumerable<Pair> Fitting(IReadOnlyList<Pair> pairs, int limit, Func<Pair, int> length)
    {
        var kept = Enumerable.Range(0, pairs.Count).ToList();
        while (kept.Count > 1 && kept.Sum(i => length(pairs[i])) > limit)
            kept.Remove(kept.MaxBy(i => length(pairs[i])));
        return kept.Select(i => pairs[i]);
    }
}
