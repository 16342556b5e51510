using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Where the outputs are a term with its ink in one colour that changes from demonstration to demonstration, joins the term with a
/// colour that is right on all of them: <c>input |> crop |> recolor(input |> rare_color)</c>. Where each output is all one colour, it
/// joins the sides of the output with such a colour: <c>canvas(1, 1, input |> objects |> last |> color)</c>.
/// </summary>
internal sealed class InkColorLearner(LearnerTask task) : ILearner
{
    /// <summary>The most terms that are kept for the height of the outputs, and for their width.</summary>
    private const int MaxSides = 3;

    private readonly Grid[] outputs = task.Outputs;
    private readonly bool isSolid = task.Outputs.All(output => !output.Cells.ContainsAnyExcept(output.Cells[0]));

    /// <summary>The colour terms, by their colours on the demonstrations.</summary>
    private readonly CappedLookup<string, Term> colors = new();

    /// <summary>What waits for a colour, by the colours that it needs on the demonstrations.</summary>
    private readonly CappedLookup<string, (Func<Expr, Expr> Join, int Cost)> waiting = new();

    private readonly List<Term> heights = [];
    private readonly List<Term> widths = [];

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (term.Type == SearchType.Color)
            LearnColor(term, findings);
        else if (term.Type == SearchType.Int && isSolid)
            LearnSide(term, findings);
        else if (term.Type == SearchType.Grid && NeededColors(term) is { } needed)
            WaitForInk(term, needed, findings);
    }

    // A method of its own, so that the lambda's closure is not allocated for every term.
    private void WaitForInk(Term term, string needed, IFindings findings) =>
        Wait(needed, color => Call.Of("recolor", term.Expression, color), term.Cost + task.Costs.Of("recolor"), findings);

    private void LearnColor(Term color, IFindings findings)
    {
        var key = Key(outputs.Select((_, i) => color.Values[i].Color));
        if (colors.Add(key, color))
            foreach (var (join, cost) in waiting[key])
                findings.Solve(new(join(color.Expression), cost + color.Cost));
    }

    private void LearnSide(Term number, IFindings findings)
    {
        var isHeight = heights.Count < MaxSides && IsRight(number, output => output.Rows);
        var isWidth = widths.Count < MaxSides && IsRight(number, output => output.Cols);
        if (isHeight)
            heights.Add(number);
        if (isWidth)
            widths.Add(number);
        IEnumerable<(Term Height, Term Width)> sizes = isHeight ? widths.Select(width => (number, width)) : [];
        if (isWidth)
            sizes = sizes.Concat(heights.Select(height => (height, number))).Distinct();
        var needed = Key(outputs.Select(output => output.Cells[0]));
        foreach (var (height, width) in sizes.ToList())
            Wait(
                needed,
                color => Call.Of("canvas", height.Expression, width.Expression, color),
                height.Cost + width.Cost + task.Costs.Of("canvas"),
                findings);
    }

    private bool IsRight(Term number, Func<Grid, int> side)
    {
        for (var i = 0; i < outputs.Length; i++)
            if (number.Values[i].Int != side(outputs[i]))
                return false;
        return true;
    }

    private void Wait(string needed, Func<Expr, Expr> join, int cost, IFindings findings)
    {
        if (waiting.Add(needed, (join, cost)))
            foreach (var color in colors[needed])
                findings.Solve(new(join(color.Expression), cost + color.Cost));
    }

    /// <summary>
    /// The colours that the ink of a term needs to give the outputs; null where no colour makes it give them. Background and transparent
    /// cells have to be right already.
    /// </summary>
    private string? NeededColors(Term term)
    {
        var needed = new byte[outputs.Length];
        for (var i = 0; i < needed.Length; i++)
        {
            var (made, wanted) = (term.Values[i].Grid, outputs[i]);
            if (!made.IsSizeOf(wanted) || NeededColor(made, wanted) is not { } color)
                return null;
            needed[i] = color;
        }
        return Key(needed);
    }

    private static byte? NeededColor(Grid made, Grid wanted)
    {
        byte? color = null;
        for (var at = 0; at < wanted.Area; at++)
            if (made.IsInk(made.Cells[at]))
            {
                color ??= wanted.Cells[at];
                if (color != wanted.Cells[at])
                    return null;
            }
            else if (made.Cells[at] != wanted.Cells[at])
            {
                return null;
            }
        return color;
    }

    private static string Key(IEnumerable<byte> colors) => string.Join(' ', colors);
}
