using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Rigid motions of a whole grid; an object stays where its top left cell is.</summary>
internal static class Geometry
{
    public static Family Family { get; } = new("Geometry", "Mirrors and turns.",
    [
        new("flip_x", "g: Grid -> Grid", "Mirrors left and right.", "flip_x(\"12/34\")",
            x => x.Cells(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, (g, r, c) => g[r, g.Cols - 1 - c])),
        new("flip_y", "g: Grid -> Grid", "Mirrors top and bottom.", "flip_y(\"12/34\")",
            x => x.Cells(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, (g, r, c) => g[g.Rows - 1 - r, c])),
        new("transpose", "g: Grid -> Grid", "Mirrors along the diagonal from the top left.", "transpose(\"123/456\")",
            x => x.Cells(x.Grid(0), x.Grid(0).Cols, x.Grid(0).Rows, (g, r, c) => g[c, r])),
        new("antitranspose", "g: Grid -> Grid", "Mirrors along the diagonal from the top right.", "antitranspose(\"123/456\")",
            x => x.Cells(x.Grid(0), x.Grid(0).Cols, x.Grid(0).Rows, (g, r, c) => g[g.Rows - 1 - c, g.Cols - 1 - r])),
        new("rot90", "g: Grid -> Grid", "Turns a quarter clockwise.", "rot90(\"123/456\")",
            x => x.Cells(x.Grid(0), x.Grid(0).Cols, x.Grid(0).Rows, (g, r, c) => g[g.Rows - 1 - c, r])),
        new("rot180", "g: Grid -> Grid", "Turns half around.", "rot180(\"123/456\")",
            x => x.Cells(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, (g, r, c) => g[g.Rows - 1 - r, g.Cols - 1 - c])),
        new("rot270", "g: Grid -> Grid", "Turns a quarter counter-clockwise.", "rot270(\"123/456\")",
            x => x.Cells(x.Grid(0), x.Grid(0).Cols, x.Grid(0).Rows, (g, r, c) => g[c, g.Cols - 1 - r])),
        new("orientations", "g: Grid -> List<Grid>", "Its mirrored and turned positions, eight or as many as differ, g first.", "orientations(\"12/00\")", Orientations),
    ]);

    private static Value Orientations(CallContext x)
    {
        var distinct = new List<Grid>();
        var turned = x.Grid(0);
        for (var i = 0; i < 8; i++)
        {
            if (!distinct.Contains(turned))
                distinct.Add(turned);
            var source = turned;
            turned = i == 3
                ? x.Cells(x.Grid(0), x.Grid(0).Cols, x.Grid(0).Rows, (g, r, c) => g[c, r])
                : x.Cells(source, source.Cols, source.Rows, (g, r, c) => g[g.Rows - 1 - c, r]);
        }
        return x.Grids(distinct);
    }
}
