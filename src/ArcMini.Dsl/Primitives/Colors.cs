using System.Runtime.Intrinsics;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Changing and asking for colours.</summary>
internal static class Colors
{
    public static Family Family { get; } = new("Colours", "Changing and asking for colours. Background is what a grid's backdrop says (on a scene its most frequent colour, on an object what is transparent); every other visible cell is ink.",
    [
        new("recolor", "g: Grid, c: Color -> Grid", "All ink in the colour c.", "recolor(\"000/120/000\", red)", Recolor),
        new("replace", "g: Grid, a: Color, b: Color -> Grid", "The colour b in place of a.", "replace(\"121/212\", blue, green)", x => Table(x, (x.Color(1), x.Color(2)))),
        new("swap", "g: Grid, a: Color, b: Color -> Grid", "The colours a and b exchanged.", "swap(\"123\", blue, red)", x => Table(x, (x.Color(1), x.Color(2)), (x.Color(2), x.Color(1)))),
        new("remap", "g: Grid, from: List<Color>, to: List<Color> -> Grid", "Each colour of the first list replaced by the one at its place in the second.", "remap(\"123\", [blue, red], [red, green])", Remap),
        new("invert", "g: Grid -> Grid", "Its two most frequent visible colours exchanged.", "invert(\"113/112\")", Invert),
        new("fill", "g: Grid, c: Color -> Grid", "All background in the colour c.", "fill(\"000/120/000\", red)", x => Fill(x, x.Grid(0), x.Color(1))),
        new("keep", "g: Grid, c: Color -> Grid", "Only the cells of the colour c; the others are transparent.", "keep(\"123/321\", red)", x => Show(x, ColorSet.Of(x.Color(1)))),
        new("erase", "g: Grid, c: Color -> Grid", "Without the cells of the colour c, which become transparent.", "erase(\"123/321\", red)", x => Show(x, ColorSet.Of(x.Color(1)).Others)),
        new("ink", "g: Grid -> Grid", "Only the ink; the background becomes transparent.", "ink(\"000/120/000\")", x => Show(x, x.Grid(0).Inks)),
        new("backdrop", "g: Grid, c: Color -> Grid", "The same grid with c as its background.", "crop(backdrop(\"110/110/100\", black))", x => x.Budget.On(x.Grid(0), x.Color(1))),
        new("background", "g: Grid -> Color", "The colour of the background; the most frequent colour where that is transparent.", "background(\"000/120\")",
            x => x.Grid(0).Backdrop < Grid.Transparent ? x.Grid(0).Backdrop : Extreme(x, ink: false, 1)),
        new("color", "g: Grid -> Color", "The most frequent colour of the ink.", "color(\"000/122\")", x => Extreme(x, ink: true, 1)),
        new("rare_color", "g: Grid -> Color", "The least frequent colour of the ink.", "rare_color(\"000/122\")", x => Extreme(x, ink: true, -1)),
        new("colors", "g: Grid -> List<Color>", "The visible colours, the most frequent first.", "colors(\"000/122\")", x => All(x, ByCount(x.Grid(0), ink: false))),
        new("inks", "g: Grid -> List<Color>", "The colours of the ink, the most frequent first.", "inks(\"000/122\")", x => All(x, ByCount(x.Grid(0), ink: true))),
        new("color_at", "g: Grid, p: Point -> Color", "The colour of the cell at p.", "color_at(\"123/456\", (0, 2))",
            x => x.Grid(0) is var g && g.Contains(x.Point(1).Row - g.Row, x.Point(1).Col - g.Col) && g[x.Point(1).Row - g.Row, x.Point(1).Col - g.Col] is < Grid.Transparent and var color
                ? color : x.Fail($"no visible cell at {x.Point(1)}")),
    ]);

    /// <summary>The visible colours, or those of the ink alone, by falling frequency, then by number.</summary>
    public static List<byte> ByCount(Grid g, bool ink)
    {
        var counts = Build.Counts(g);
        var colors = new List<byte>();
        for (byte color = 0; color < Grid.Transparent; color++)
            if (counts[color] > 0 && (!ink || g.IsInk(color)))
            {
                var place = colors.Count;
                while (place > 0 && counts[colors[place - 1]] < counts[color])
                    place--;
                colors.Insert(place, color);
            }
        return colors;
    }

    private static Value Extreme(CallContext x, bool ink, int sign)
    {
        var g = x.Grid(0);
        var counts = Build.Counts(g);
        var best = Grid.Transparent;
        for (byte color = 0; color < Grid.Transparent; color++)
            if (counts[color] > 0 && (!ink || g.IsInk(color)) && (best == Grid.Transparent || (counts[color] - counts[best]) * sign > 0 || (counts[color] == counts[best] && sign < 0)))
                best = color;
        return best < Grid.Transparent ? best : x.Fail(ink ? "there is no ink" : "nothing is visible");
    }

    public static Grid Fill(CallContext x, Grid g, byte color) => x.Recolored(g, Where(g.Inks, SimdCells.Identity, Vector128.Create(color)), color);

    private static Value Recolor(CallContext x) => x.Recolored(x.Grid(0), Where(x.Grid(0).Inks, Vector128.Create(x.Color(1)), SimdCells.Identity), x.Grid(0).Backdrop);

    /// <summary>A table that is one for the values of a set and another for the rest.</summary>
    private static Vector128<byte> Where(ColorSet set, Vector128<byte> then, Vector128<byte> otherwise) => Vector128.ConditionalSelect(set.Mask, then, otherwise);

    private static Value Table(CallContext x, params ReadOnlySpan<(byte From, byte To)> changes)
    {
        var (g, table) = (x.Grid(0), SimdCells.Identity);
        foreach (var (from, to) in changes)
            table = table.WithElement(from, to);
        return x.Recolored(g, table, table[g.Backdrop]);
    }

    private static Value Remap(CallContext x)
    {
        var (from, to) = (x.List(1), x.List(2));
        if (from.Count != to.Count)
            return x.Fail($"{from.Count} colours cannot be mapped to {to.Count}");
        var changes = new (byte, byte)[from.Count];
        for (var i = 0; i < changes.Length; i++)
            changes[i] = (from[i].Color, to[i].Color);
        return Table(x, changes);
    }

    private static Value Invert(CallContext x) =>
        ByCount(x.Grid(0), ink: false) is [var first, var second, ..] ? Table(x, (first, second), (second, first)) : x.Fail("there are no two colours");

    /// <summary>Only the cells of the given colours; the others become transparent.</summary>
    public static Grid Show(CallContext x, ColorSet visible) =>
        x.Recolored(x.Grid(0), Where(visible, SimdCells.Identity, Vector128.Create(Grid.Transparent)), Grid.Transparent);

    private static Value All(CallContext x, List<byte> colors) => x.Budget.NewList([.. colors.Select(color => (Value)color)]);
}
