using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Rigid motions of a whole grid; an object stays where its top left cell is.</summary>
internal static class Geometry
{
    public static Family Family { get; } = new("Geometry", "Mirrors and turns.",
    [
        new("flip_x", "g: Grid -> Grid", "Mirrors left and right.", "flip_x(\"12/34\")",
            x => x.Lines(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, static (g, r, line) => Reversed(g.Line(r), line))),
        new("flip_y", "g: Grid -> Grid", "Mirrors top and bottom.", "flip_y(\"12/34\")",
            x => x.Lines(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, static (g, r, line) => g.Line(g.Rows - 1 - r).CopyTo(line))),
        new("transpose", "g: Grid -> Grid", "Mirrors along the diagonal from the top left.", "transpose(\"123/456\")",
            x => Transposed(x, x.Grid(0))),
        new("antitranspose", "g: Grid -> Grid", "Mirrors along the diagonal from the top right.", "antitranspose(\"123/456\")",
            x => x.Lines(x.Grid(0), x.Grid(0).Cols, x.Grid(0).Rows, static (g, r, line) => ColumnUp(g, g.Cols - 1 - r, line))),
        new("rot90", "g: Grid -> Grid", "Turns a quarter clockwise.", "rot90(\"123/456\")",
            x => Turned(x, x.Grid(0), 1)),
        new("rot180", "g: Grid -> Grid", "Turns half around.", "rot180(\"123/456\")",
            x => Turned(x, x.Grid(0), 2)),
        new("rot270", "g: Grid -> Grid", "Turns a quarter counter-clockwise.", "rot270(\"123/456\")",
            x => Turned(x, x.Grid(0), 3)),
        new("orientations", "g: Grid -> List<Grid>", "Its mirrored and turned positions, eight or as many as differ, g first.", "orientations(\"12/00\")", Orientations),
    ]);

    /// <summary>Turned clockwise by one, two or three quarters.</summary>
    public static Grid Turned(CallContext x, Grid grid, int quarters) => quarters switch
    {
        1 => x.Lines(grid, grid.Cols, grid.Rows, static (g, r, line) => ColumnUp(g, r, line)),
        2 => x.Lines(grid, grid.Rows, grid.Cols, static (g, r, line) => Reversed(g.Line(g.Rows - 1 - r), line)),
        _ => x.Lines(grid, grid.Cols, grid.Rows, static (g, r, line) => Column(g, g.Cols - 1 - r, line)),
    };

    /// <summary>Mirrored along the diagonal from the top left.</summary>
    public static Grid Transposed(CallContext x, Grid grid) => x.Lines(grid, grid.Cols, grid.Rows, static (g, r, line) => Column(g, r, line));

    private static void Reversed(ReadOnlySpan<byte> source, Span<byte> line)
    {
        source.CopyTo(line);
        line.Reverse();
    }

    private static void Column(Grid g, int col, Span<byte> line)
    {
        var cells = g.Cells;
        for (int r = 0, at = col; r < line.Length; r++, at += g.Cols)
            line[r] = cells[at];
    }

    private static void ColumnUp(Grid g, int col, Span<byte> line)
    {
        Column(g, col, line);
        line.Reverse();
    }

    private static Value Orientations(CallContext x)
    {
        var distinct = new List<Grid>();
        var turned = x.Grid(0);
        for (var i = 0; i < 8; i++)
        {
            if (!distinct.Contains(turned))
                distinct.Add(turned);
            turned = i == 3 ? Transposed(x, x.Grid(0)) : Turned(x, turned, 1);
        }
        return x.Grids(distinct);
    }
}
