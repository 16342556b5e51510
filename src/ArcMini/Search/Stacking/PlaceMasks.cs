using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>
/// Masks that tell a cell by its row and column, or by its four neighbours. The enumeration does not build them, because it has no
/// functions of a point.
/// </summary>
internal static class PlaceMasks
{
    private const int MaskCost = 50;
    private const int TestCost = 40;
    private const int LargestModulus = 3;
    private const int MostNeighbors = 4;

    private static readonly Name Input = new("input", default);
    private static readonly Name Place = new("p", default);

    /// <summary>The masks for some inputs, as terms.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="ink">The colour of the masks' ink. It is not the background of any input.</param>
    public static IEnumerable<Term> Of(Grid[] inputs, byte ink)
    {
        var colors = inputs.Select(input => ColorSet.Of(input.Cells)).Aggregate((some, others) => some | others);
        foreach (var test in OfLines().Concat(OfNeighbors(colors)))
        {
            var mask = Call.Of(
                "paint_where", Call.Of("blank", Input), new ColorLiteral(ink, default), new Lambda([Place.Text], test, default));
            var program = Checker.Check(new([], mask, []));
            var grids = inputs.Select(input => program.Execute(input, Limits.Default).Output).OfType<Grid>().ToArray();
            if (grids.Length == inputs.Length)
                yield return new(SearchType.Grid, MaskCost + TestCost, [.. grids.Select(grid => (Value)grid)], mask);
        }
    }

    /// <summary>Every second or third row, column or diagonal.</summary>
    private static IEnumerable<Expr> OfLines()
    {
        var (row, col) = (Call.Of("row_of", Place), Call.Of("col_of", Place));
        for (var modulus = 2; modulus <= LargestModulus; modulus++)
            for (var rest = 0; rest < modulus; rest++)
                foreach (var number in new[] { row, col, Call.Of("add", row, col) })
                    yield return Call.Of("eq", Call.Of("mod", number, Number(modulus)), Number(rest));
    }

    /// <summary>So many neighbours of a colour.</summary>
    private static IEnumerable<Expr> OfNeighbors(ColorSet colors)
    {
        for (byte color = 0; color < Color.Count; color++)
            for (var count = 0; count <= MostNeighbors && colors.Has(color); count++)
                yield return Call.Of("eq", Call.Of("near4", Input, Place, new ColorLiteral(color, default)), Number(count));
    }

    private static IntLiteral Number(int value) => new(value, default);
}
