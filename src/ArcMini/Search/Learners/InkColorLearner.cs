using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Where outputs are a value with all its ink in one colour, or all one colour, but not the same colour on every demonstration, joins that value, or the
/// size, with a colour that is right on all of them: <c>input |> crop |> recolor(input |> rare_color)</c>, <c>canvas(1, 1, input |> objects |> last |> color)</c>.
/// </summary>
internal sealed class InkColorLearner(Grid[] outputs, ProductionCosts weights)
{
    /// <summary>How many numbers that are a side of the outputs are joined.</summary>
    private const int MaxSides = 3;

    private readonly bool isSolid = outputs.All(output => !output.Cells.ContainsAnyExcept(output.Cells[0]));
    private readonly CappedLookup<string, Term> colors = new();
    private readonly CappedLookup<string, (Func<Expr, Expr> Join, int Cost)> waiting = new();
    private readonly List<Term> rows = [];
    private readonly List<Term> cols = [];

    /// <summary>The programs that a new entry makes possible, with their costs.</summary>
    public IEnumerable<(Expr Expression, int Cost)> Of(Term entry) => entry.Type switch
    {
        SearchType.Color => OfColor(entry),
        SearchType.Grid when Missing(entry) is { } missing => Wait(missing, color => new Call("recolor", [entry.Expression, color], default), entry.Cost + weights.Of("recolor")),
        SearchType.Int when isSolid => OfSize(entry),
        _ => [],
    };

    private IEnumerable<(Expr Expression, int Cost)> OfColor(Term color)
    {
        var key = Key(outputs.Select((_, i) => color.Values[i].Color));
        return colors.Add(key, color) ? waiting[key].Select(joined => (joined.Join(color.Expression), joined.Cost + color.Cost)) : [];
    }

    private IEnumerable<(Expr Expression, int Cost)> OfSize(Term number)
    {
        var (isHeight, isWidth) = (IsRight(number, output => output.Rows) && rows.Count < MaxSides, IsRight(number, output => output.Cols) && cols.Count < MaxSides);
        if (isHeight)
            rows.Add(number);
        if (isWidth)
            cols.Add(number);
        var sizes = (isHeight ? cols.Select(width => (Height: number, Width: width)) : []).Concat(isWidth ? rows.Select(height => (Height: height, Width: number)) : []).Distinct();
        return sizes.ToList().SelectMany(size => Wait(
            Key(outputs.Select(output => output.Cells[0])),
            color => new Call("canvas", [size.Height.Expression, size.Width.Expression, color], default),
            size.Height.Cost + size.Width.Cost + weights.Of("canvas")));
    }

    private bool IsRight(Term number, Func<Grid, int> side)
    {
        for (var i = 0; i < outputs.Length; i++)
            if (number.Values[i].Int != side(outputs[i]))
                return false;
        return true;
    }

    private IEnumerable<(Expr Expression, int Cost)> Wait(string missing, Func<Expr, Expr> join, int cost) => !waiting.Add(missing, (join, cost)) ? []
        : colors[missing].Select(color => (join(color.Expression), cost + color.Cost));

    /// <summary>The colours that the ink of a value has to have; null where that would not make it the outputs, or it has some already.</summary>
    private string? Missing(Term entry)
    {
        var colors = new byte[outputs.Length];
        for (var i = 0; i < colors.Length; i++)
        {
            var (seen, wanted) = (entry.Values[i].Grid, outputs[i]);
            if (!seen.IsSizeOf(wanted))
                return null;
            var color = Grid.Transparent;
            for (var at = 0; at < wanted.Area; at++)
                if (seen.IsInk(seen.Cells[at]))
                {
                    if (color == Grid.Transparent)
                        color = wanted.Cells[at];
                    if (color != wanted.Cells[at])
                        return null;
                }
                else if (seen.Cells[at] != wanted.Cells[at])
                {
                    return null;
                }
            if (color == Grid.Transparent)
                return null;
            colors[i] = color;
        }
        return Key(colors);
    }

    private static string Key(IEnumerable<byte> colors) => string.Join(' ', colors);
}
