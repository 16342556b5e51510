using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Taking a grid apart into objects.</summary>
internal static class Objects
{
    public static Family Family { get; } = new("Objects",
        "Taking a grid apart into objects. They come row by row, in the order of their first cells.",
    [
        new("objects", "g: Grid -> List<Grid>",
            "Each connected group of ink cells of one colour, as an object. Diagonal neighbours are connected.",
            "objects(\"1002/0100/0022\")",
            x => Parts(x, x.Grid(0).Inks, sameColor: true, reach: 1)),
        new("objects4", "g: Grid -> List<Grid>",
            "Each connected group of ink cells of one colour, as an object. Only cells that share a side are connected.",
            "objects4(\"1002/0100/0022\")",
            x => Parts(x, x.Grid(0).Inks, sameColor: true, reach: 0)),
        new("shapes", "g: Grid -> List<Grid>",
            "Each connected group of ink cells of any colours, as an object. Diagonal neighbours are connected.",
            "shapes(\"1200/0000/0034\")",
            x => Parts(x, x.Grid(0).Inks, sameColor: false, reach: 1)),
        new("shapes4", "g: Grid -> List<Grid>",
            "Each connected group of ink cells of any colours, as an object. Only cells that share a side are connected.",
            "shapes4(\"1200/0030/0004\")",
            x => Parts(x, x.Grid(0).Inks, sameColor: false, reach: 0)),
        new("clusters", "g: Grid, n: Int -> List<Grid>",
            "Each group of nearby ink cells of any colours, as an object. Cells at most n rows and n columns apart are in one group.",
            "clusters(\"102000/000000/000002\", 2)",
            Clusters),
        new("boxes", "g: Grid -> List<Grid>",
            "Each rectangular outline of one ink colour, at least 3 x 3 cells, as an object. Inside it there must be a cell of " +
                "another colour.",
            "boxes(\"00000/01110/01210/01110/00000\")",
            Rectangles.Boxes),
        new("regions", "g: Grid -> List<Grid>",
            "Each connected group of visible cells of one colour, background included, as an object. Only cells that share a side " +
                "are connected.",
            "regions(\"110/100\")",
            x => Parts(x, ColorSet.Visible, sameColor: true, reach: 0)),
        new("holes", "g: Grid -> List<Grid>",
            "Each part of the background that ink encloses, as an object. Transparent cells become black.",
            "holes(\"00000/01110/01010/01110/00000\")",
            x => Parts(x, x.Grid(0).Inks.Others, sameColor: false, reach: 0, insideOnly: true)),
        new("spaces", "g: Grid -> List<Grid>",
            "Each connected part of the background, as an object. Only cells that share a side are connected; transparent cells " +
                "become black.",
            "spaces(\"010/010\")",
            x => Parts(x, x.Grid(0).Inks.Others, sameColor: false, reach: 0)),
        new("pixels", "g: Grid -> List<Grid>", "Each ink cell, as an object of its own.", "pixels(\"01/20\")", Pixels),
        new("rings", "g: Grid -> List<Grid>", "The concentric rings of cells of g, as objects, the outermost first.",
            "rings(\"1111/1221/1111\")", Rings),
        new("layers", "g: Grid -> List<Grid>",
            "For each ink colour, the most frequent first: an object of the size of g with only the cells in that colour.",
            "layers(\"1210/0002\")",
            Layers),
        new("occurrences", "g: Grid, p: Grid -> List<Grid>",
            "Each part of g that equals p, as an object. Transparent cells of p match any cell and stay transparent. A cell of g " +
                "belongs to one part at most.",
            "occurrences(\"1011/1101\", \"11\")",
            Templates.Occurrences),
        new("largest_rectangle", "g: Grid -> Grid",
            "The largest rectangle of one ink colour, at least 2 x 2 cells, as an object. Fails if there is none.",
            "largest_rectangle(\"1022/1022/0002\")",
            Rectangles.Largest),
        new("compose", "gs: List<Grid> -> Grid",
            "All objects laid over one another at their places, the last on top, as one object. Fails if the list is empty.",
            "compose(objects(\"1002/0100/0022\"))",
            Compose),
    ]);

    /// <summary>The connected components of the first argument as objects. The parameters are those of <see cref="Components"/>.</summary>
    private static Value Parts(CallContext x, ColorSet members, bool sameColor, int reach, bool insideOnly = false)
    {
        using var components = new Components(x, x.Grid(0), members, sameColor, reach);
        return components.Objects(x, insideOnly);
    }

    private static Value Clusters(CallContext x)
    {
        var (g, n) = (x.Grid(0), x.Int(1));
        if (n is < 1 or > Grid.MaxSide)
            return x.Fail($"cells of a cluster lie 1 to {Grid.MaxSide} apart, not {n}");
        return Parts(x, g.Inks, sameColor: false, reach: n);
    }

    private static Value Pixels(CallContext x)
    {
        var g = x.Grid(0);
        var pixels = new List<Grid>();
        for (var r = 0; r < g.Rows; r++)
            for (var c = 0; c < g.Cols; c++)
                if (g.IsInk(g[r, c]))
                {
                    var pixel = x.NewTransparent(1, 1, g.Row + r, g.Col + c);
                    pixel.WritableCells[0] = g[r, c];
                    pixels.Add(pixel);
                }
        return x.Grids(pixels);
    }

    private static Value Rings(CallContext x)
    {
        var g = x.Grid(0);
        var rings = new List<Grid>();
        for (var depth = 0; 2 * depth < Math.Min(g.Rows, g.Cols); depth++)
        {
            var ring = x.NewTransparent(g.Rows - 2 * depth, g.Cols - 2 * depth, g.Row + depth, g.Col + depth);
            for (var r = 0; r < ring.Rows; r++)
                for (var c = 0; c < ring.Cols; c++)
                    if (r == 0 || c == 0 || r == ring.Rows - 1 || c == ring.Cols - 1)
                        ring.WritableCells[r * ring.Cols + c] = g[depth + r, depth + c];
            rings.Add(ring);
        }
        return x.Grids(rings);
    }

    private static Value Layers(CallContext x)
    {
        var g = x.Grid(0);
        return x.Grids(Colors.ByCount(g, ink: true).ConvertAll(color => Colors.Show(x, ColorSet.Of(color))));
    }

    private static Value Compose(CallContext x)
    {
        var list = x.List(0);
        if (list.Count == 0)
            return x.Fail("there is nothing to compose");
        var (top, left, bottom, right) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (var item in list.Span)
        {
            var g = item.Grid;
            (top, left) = (Math.Min(top, g.Row), Math.Min(left, g.Col));
            (bottom, right) = (Math.Max(bottom, g.Row + g.Rows), Math.Max(right, g.Col + g.Cols));
        }
        var whole = x.NewTransparent(bottom - top, right - left, top, left);
        foreach (var item in list.Span)
            x.Lay(whole, item.Grid);
        return whole;
    }
}
