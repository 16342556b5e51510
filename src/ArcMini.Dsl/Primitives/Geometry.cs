using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Mirroring and turning a whole grid. The top left cell keeps its place on the parent grid.</summary>
internal static class Geometry
{
    /// <summary>The number of quarter turns in a full turn.</summary>
    public const int Quarters = 4;

    /// <summary>The number of orientations of a grid: four turns of the grid, then four turns of its transpose.</summary>
    public const int Orientations = 2 * Quarters;

    public static Family Family { get; } = new("Geometry", "Mirroring and turning a grid.",
    [
        new("flip_x", "g: Grid -> Grid", "g mirrored left to right: the first column becomes the last.",
            "flip_x(\"12/34\")", x => x.Lines(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, static (g, r, line) => Reversed(g.Line(r), line))),
        new("flip_y", "g: Grid -> Grid",
            "g mirrored top to bottom: the first row becomes the last.",
            "flip_y(\"12/34\")",
            x => x.Lines(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, static (g, r, line) => g.Line(g.Rows - 1 - r).CopyTo(line))),
        new("transpose", "g: Grid -> Grid", "g mirrored along the diagonal from the top left: rows become columns.",
            "transpose(\"123/456\")", x => Transposed(x, x.Grid(0))),
        new("antitranspose", "g: Grid -> Grid",
            "g mirrored along the diagonal from the top right.",
            "antitranspose(\"123/456\")",
            x => x.Lines(x.Grid(0), x.Grid(0).Cols, x.Grid(0).Rows, static (g, r, line) => ColumnUp(g, g.Cols - 1 - r, line))),
        new("rot90", "g: Grid -> Grid", "g turned clockwise by a quarter turn.", "rot90(\"123/456\")", x => Turned(x, x.Grid(0), 1)),
        new("rot180", "g: Grid -> Grid", "g turned by a half turn.", "rot180(\"123/456\")", x => Turned(x, x.Grid(0), 2)),
        new("rot270", "g: Grid -> Grid", "g turned counter-clockwise by a quarter turn.",
            "rot270(\"123/456\")", x => Turned(x, x.Grid(0), 3)),
        new("orientations", "g: Grid -> List<Grid>",
            "The eight turned and mirrored positions of g, g itself first. Positions that are equal are listed once.",
            "orientations(\"12/00\")",
            AllOrientations),
    ]);

    /// <summary>A grid turned clockwise by one, two or three quarter turns.</summary>
    public static Grid Turned(CallContext x, Grid grid, int quarters) => quarters switch
    {
        1 => x.Lines(grid, grid.Cols, grid.Rows, static (g, r, line) => ColumnUp(g, r, line)),
        2 => x.Lines(grid, grid.Rows, grid.Cols, static (g, r, line) => Reversed(g.Line(g.Rows - 1 - r), line)),
        _ => x.Lines(grid, grid.Cols, grid.Rows, static (g, r, line) => Column(g, g.Cols - 1 - r, line)),
    };

    /// <summary>A grid mirrored along the diagonal from the top left.</summary>
    public static Grid Transposed(CallContext x, Grid grid) =>
        x.Lines(grid, grid.Cols, grid.Rows, static (g, r, line) => Column(g, r, line));

    /// <summary>The orientation of a grid that follows <paramref name="current"/>, the one with the given number (0 to 7).</summary>
    public static Grid NextOrientation(CallContext x, Grid grid, Grid current, int number) =>
        number == Quarters - 1 ? Transposed(x, grid) : Turned(x, current, 1);

    private static Value AllOrientations(CallContext x)
    {
        var distinct = new List<Grid>();
        var turned = x.Grid(0);
        for (var i = 0; i < Orientations; i++)
        {
            if (!distinct.Contains(turned))
                distinct.Add(turned);
            turned = NextOrientation(x, x.Grid(0), turned, i);
        }
        return x.Grids(distinct);
    }

    private static void Reversed(ReadOnlySpan<byte> source, Span<byte> line)
    {
        source.CopyTo(line);
        line.Reverse();
    }

    /// <summary>Writes a column from top to bottom as a row.</summary>
    private static void Column(Grid g, int col, Span<byte> line)
    {
        var cells = g.Cells;
        for (int r = 0, at = col; r < line.Length; r++, at += g.Cols)
            line[r] = cells[at];
    }

    /// <summary>Writes a column from bottom to top as a row.</summary>
    private static void ColumnUp(Grid g, int col, Span<byte> line)
    {
        Column(g, col, line);
        line.Reverse();
    }
}
