using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>What can be asked of one grid.</summary>
internal static class Properties
{
    public static Family Family { get; } = new("Properties", "What can be asked of a grid or an object.",
    [
        new("height", "g: Grid -> Int", "How many rows.", "height(\"12/34/56\")", x => x.Grid(0).Rows),
        new("width", "g: Grid -> Int", "How many columns.", "width(\"12/34/56\")", x => x.Grid(0).Cols),
        new("area", "g: Grid -> Int", "Rows times columns.", "area(\"12/34/56\")", x => x.Grid(0).Area),
        new("length", "g: Grid -> Int", "The longer of its two sides.", "length(\"123/456\")", x => Math.Max(x.Grid(0).Rows, x.Grid(0).Cols)),
        new("size", "g: Grid -> Int", "How many cells are ink.", "size(\"0100/0110\")", x => x.Grid(0).InkCount),
        new("count_color", "g: Grid, c: Color -> Int", "How many cells have the colour c.", "count_color(\"121/111\", blue)", x => x.Grid(0).Cells.Count(x.Color(1))),
        new("has_color", "g: Grid, c: Color -> Bool", "Whether a cell has the colour c.", "has_color(\"121\", red)", x => x.Grid(0).Cells.Contains(x.Color(1))),
        new("num_colors", "g: Grid -> Int", "How many colours its ink has.", "num_colors(\"0123\")", x => (ColorSet.Of(x.Grid(0).Cells) & x.Grid(0).Inks).Colors),
        new("top", "g: Grid -> Int", "The row of its first row.", "top(crop(\"00/01/01\"))", x => x.Grid(0).Row),
        new("bottom", "g: Grid -> Int", "The row of its last row.", "bottom(crop(\"00/01/01\"))", x => x.Grid(0).Row + x.Grid(0).Rows - 1),
        new("leftmost", "g: Grid -> Int", "The column of its first column.", "leftmost(crop(\"000/011\"))", x => x.Grid(0).Col),
        new("rightmost", "g: Grid -> Int", "The column of its last column.", "rightmost(crop(\"000/011\"))", x => x.Grid(0).Col + x.Grid(0).Cols - 1),
        new("corner", "g: Grid -> Point", "The place of its top left cell.", "corner(crop(\"000/001\"))", x => new Point(x.Grid(0).Row, x.Grid(0).Col)),
        new("center", "g: Grid -> Point", "The place of its middle cell, or of the one above and to the left of the middle.", "center(\"123/456/789\")",
            x => new Point(x.Grid(0).Row + (x.Grid(0).Rows - 1) / 2, x.Grid(0).Col + (x.Grid(0).Cols - 1) / 2)),
        new("anchor", "o: Grid, d: Point -> Point", "The place furthest along d on the frame of o: a corner, or the middle of a side.", "anchor(\"123/456/789\", down_right)",
            x => new Point(x.Grid(0).Row + (x.Grid(0).Rows - 1) * (Math.Sign(x.Point(1).Row) + 1) / 2, x.Grid(0).Col + (x.Grid(0).Cols - 1) * (Math.Sign(x.Point(1).Col) + 1) / 2)),
        new("is_square", "g: Grid -> Bool", "Whether it is as high as wide.", "is_square(\"12/34\")", x => x.Grid(0).Rows == x.Grid(0).Cols),
        new("is_solid", "g: Grid -> Bool", "Whether all its cells are ink.", "is_solid(crop(\"0000/0110\"))", x => x.Grid(0).InkCount == x.Grid(0).Area),
        new("is_line", "g: Grid -> Bool", "Whether it is one cell high or wide, and longer than one cell.", "is_line(crop(\"000/110/000\"))",
            x => Math.Min(x.Grid(0).Rows, x.Grid(0).Cols) == 1 && x.Grid(0).Area > 1),
        new("symmetric_x", "g: Grid -> Bool", "Whether it equals its mirror image left to right.", "symmetric_x(\"121/343\")", x => Same(x, (g, r, c) => g[r, g.Cols - 1 - c])),
        new("symmetric_y", "g: Grid -> Bool", "Whether it equals its mirror image top to bottom.", "symmetric_y(\"12/34/12\")", x => Same(x, (g, r, c) => g[g.Rows - 1 - r, c])),
        new("shape", "g: Grid -> Grid", "Its ink in black, the rest transparent, whatever the colours and the place.", "shape(\"012/100\")", Shape),
    ]);

    private static bool Same(CallContext x, Build.CellOf other)
    {
        var g = x.Grid(0);
        x.Charge(g.Area);
        for (var r = 0; r < g.Rows; r++)
            for (var c = 0; c < g.Cols; c++)
                if (g[r, c] != other(g, r, c))
                    return false;
        return true;
    }

    private static Value Shape(CallContext x)
    {
        var g = x.Grid(0);
        if (!Build.Bounds(g, out var b))
            return x.Fail("there is no ink");
        var shape = x.Clear(b.Rows, b.Cols, 0, 0);
        for (var r = 0; r < b.Rows; r++)
            for (var c = 0; c < b.Cols; c++)
                if (g.IsInk(g[b.Row + r, b.Col + c]))
                    shape.WritableCells[r * b.Cols + c] = 0;
        return shape;
    }
}
