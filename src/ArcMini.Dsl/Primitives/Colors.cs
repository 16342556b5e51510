using System.Runtime.Intrinsics;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Changing colours and asking for them.</summary>
internal static class Colors
{
    public static Family Family { get; } = new("Colours", "Changing colours and asking for them.",
    [
        new("recolor", "g: Grid, c: Color -> Grid", "g with all its ink painted in the colour c.",
            "recolor(\"000/120/000\", red)", Recolor),
        new("replace", "g: Grid, a: Color, b: Color -> Grid",
            "g with the colour b in place of a. If a is the background, b becomes the background.",
            "replace(\"121/212\", blue, green)",
            Replace),
        new("swap", "g: Grid, a: Color, b: Color -> Grid", "g with the colours a and b exchanged.", "swap(\"123\", blue, red)", Swap),
        new("remap", "g: Grid, from: List<Color>, to: List<Color> -> Grid",
            "g with each colour of the first list replaced by the colour at the same index of the second. Fails if the lists differ " +
                "in length.",
            "remap(\"123\", [blue, red], [red, green])",
            Remap),
        new("invert", "g: Grid -> Grid", "g with its two most frequent visible colours exchanged. Fails if it has only one.",
            "invert(\"113/112\")", Invert),
        new("fill", "g: Grid, c: Color -> Grid", "g with every cell that is not ink painted in the colour c, which becomes the background.",
            "fill(\"000/120/000\", red)", x => Fill(x, x.Grid(0), x.Color(1))),
        new("keep", "g: Grid, c: Color -> Grid", "The cells of g in the colour c, as an object; all other cells become transparent.",
            "keep(\"123/321\", red)", x => Show(x, ColorSet.Of(x.Color(1)))),
        new("erase", "g: Grid, c: Color -> Grid", "g as an object without the cells in the colour c, which become transparent.",
            "erase(\"123/321\", red)", x => Show(x, ColorSet.Of(x.Color(1)).Others)),
        new("ink", "g: Grid -> Grid", "The ink of g, as an object; the background becomes transparent.",
            "ink(\"000/120/000\")", x => Show(x, x.Grid(0).Inks)),
        new("backdrop", "g: Grid, c: Color -> Grid", "g with c as its background colour. No cell changes.",
            "crop(backdrop(\"110/110/100\", black))", x => x.Budget.On(x.Grid(0), x.Color(1))),
        new("background", "g: Grid -> Color", "The background colour of g, or its most frequent colour if the background is transparent.",
            "background(\"000/120\")", Background),
        new("color", "g: Grid -> Color", "The most frequent colour of the ink. Fails if there is no ink.",
            "color(\"000/122\")", x => Extreme(x, ink: true, 1)),
        new("rare_color", "g: Grid -> Color", "The least frequent colour of the ink. Fails if there is no ink.",
            "rare_color(\"000/122\")", x => Extreme(x, ink: true, -1)),
        new("colors", "g: Grid -> List<Color>", "All visible colours of g, the most frequent first.",
            "colors(\"000/122\")", x => All(x, ByCount(x.Grid(0), ink: false))),
        new("inks", "g: Grid -> List<Color>", "All colours of the ink, the most frequent first.",
            "inks(\"000/122\")", x => All(x, ByCount(x.Grid(0), ink: true))),
        new("color_at", "g: Grid, p: Point -> Color", "The colour of the cell at p. Fails if that cell is transparent or outside g.",
            "color_at(\"123/456\", (0, 2))", ColorAt),
    ]);

    /// <summary>
    /// The visible colours of a grid, or only those of its ink. The most frequent comes first; of equally frequent colours, the one with
    /// the lower number.
    /// </summary>
    public static List<byte> ByCount(Grid g, bool ink)
    {
        var counts = ColorCounts.Of(g);
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

    /// <summary>A copy of a grid in which every cell that is not ink has the given colour, which becomes the backdrop.</summary>
    public static Grid Fill(CallContext x, Grid g, byte color) =>
        x.Recolored(g, Where(g.Inks, SimdCells.Identity, Vector128.Create(color)), color);

    /// <summary>The first argument as an object in which only the given colours are visible.</summary>
    public static Grid Show(CallContext x, ColorSet visible) =>
        x.Recolored(x.Grid(0), Where(visible, SimdCells.Identity, Vector128.Create(Grid.Transparent)), Grid.Transparent);

    private static Value Recolor(CallContext x)
    {
        var g = x.Grid(0);
        return x.Recolored(g, Where(g.Inks, Vector128.Create(x.Color(1)), SimdCells.Identity), g.Backdrop);
    }

    private static Value Replace(CallContext x) => Table(x, (x.Color(1), x.Color(2)));

    private static Value Swap(CallContext x) => Table(x, (x.Color(1), x.Color(2)), (x.Color(2), x.Color(1)));

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

    private static Value Invert(CallContext x) => ByCount(x.Grid(0), ink: false) is [var first, var second, ..]
        ? Table(x, (first, second), (second, first))
        : x.Fail("there are no two colours");

    /// <summary>The first argument with some colours, its backdrop included, replaced by others.</summary>
    private static Value Table(CallContext x, params ReadOnlySpan<(byte From, byte To)> changes)
    {
        var (g, table) = (x.Grid(0), SimdCells.Identity);
        foreach (var (from, to) in changes)
            table = table.WithElement(from, to);
        return x.Recolored(g, table, table[g.Backdrop]);
    }

    /// <summary>The table with the elements of <paramref name="then"/> for the values of a set, and of the other for the rest.</summary>
    private static Vector128<byte> Where(ColorSet set, Vector128<byte> then, Vector128<byte> otherwise) =>
        Vector128.ConditionalSelect(set.Mask, then, otherwise);

    private static Value Background(CallContext x) =>
        x.Grid(0).Backdrop < Grid.Transparent ? x.Grid(0).Backdrop : Extreme(x, ink: false, 1);

    /// <summary>
    /// The most frequent colour (sign 1) or the least frequent (sign -1). Of equally frequent colours, the most frequent is the one with
    /// the lower number, the least frequent the one with the higher number.
    /// </summary>
    private static Value Extreme(CallContext x, bool ink, int sign)
    {
        var g = x.Grid(0);
        var counts = ColorCounts.Of(g);
        var best = Grid.Transparent;
        for (byte color = 0; color < Grid.Transparent; color++)
        {
            if (counts[color] == 0 || (ink && !g.IsInk(color)))
                continue;
            var more = (counts[color] - counts[best]) * sign;
            if (best == Grid.Transparent || more > 0 || (more == 0 && sign < 0))
                best = color;
        }
        return best < Grid.Transparent ? best : x.Fail(ink ? "there is no ink" : "nothing is visible");
    }

    private static Value All(CallContext x, List<byte> colors) => x.Budget.NewList([.. colors.Select(color => (Value)color)]);

    private static Value ColorAt(CallContext x)
    {
        var (g, p) = (x.Grid(0), x.Point(1));
        return g.Contains(p.Row - g.Row, p.Col - g.Col) && g[p.Row - g.Row, p.Col - g.Col] is < Grid.Transparent and var color
            ? color
            : x.Fail($"no visible cell at {p}");
    }
}
