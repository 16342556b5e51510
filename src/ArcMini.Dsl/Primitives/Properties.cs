using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>What can be asked of one grid.</summary>
internal static class Properties
{
    public static Family Family { get; } = new("Properties", "What can be asked of a grid or an object.",
    [
        new("height", "g: Grid -> Int", "The number of rows.", "height(\"12/34/56\")", x => x.Grid(0).Rows),
        new("width", "g: Grid -> Int", "The number of columns.", "width(\"12/34/56\")", x => x.Grid(0).Cols),
        new("area", "g: Grid -> Int", "The number of rows times the number of columns.", "area(\"12/34/56\")", x => x.Grid(0).Area),
        new("length", "g: Grid -> Int", "The height or the width, whichever is greater.",
            "length(\"123/456\")", x => Math.Max(x.Grid(0).Rows, x.Grid(0).Cols)),
        new("size", "g: Grid -> Int", "The number of ink cells.", "size(\"0100/0110\")", x => x.Grid(0).InkCount),
        new("count_color", "g: Grid, c: Color -> Int", "The number of cells in the colour c.",
            "count_color(\"121/111\", blue)", x => x.Grid(0).Cells.Count(x.Color(1))),
        new("has_color", "g: Grid, c: Color -> Bool", "Whether any cell has the colour c.",
            "has_color(\"121\", red)", x => x.Grid(0).Cells.Contains(x.Color(1))),
        new("num_colors", "g: Grid -> Int", "The number of different colours of the ink.", "num_colors(\"0123\")", NumColors),
        new("top", "g: Grid -> Int", "The row at which g begins.", "top(crop(\"00/01/01\"))", x => x.Grid(0).Row),
        new("bottom", "g: Grid -> Int", "The row at which g ends.", "bottom(crop(\"00/01/01\"))", x => x.Grid(0).Row + x.Grid(0).Rows - 1),
        new("leftmost", "g: Grid -> Int", "The column at which g begins.", "leftmost(crop(\"000/011\"))", x => x.Grid(0).Col),
        new("rightmost", "g: Grid -> Int", "The column at which g ends.",
            "rightmost(crop(\"000/011\"))", x => x.Grid(0).Col + x.Grid(0).Cols - 1),
        new("corner", "g: Grid -> Point", "The place of the top left cell of g.",
            "corner(crop(\"000/001\"))", x => new Point(x.Grid(0).Row, x.Grid(0).Col)),
        new("center", "g: Grid -> Point", "The place of the middle cell of g. Of two middle rows or columns, the upper or left one counts.",
            "center(\"123/456/789\")", Center),
        new("anchor", "o: Grid, d: Point -> Point",
            "The place on the frame of o that lies furthest in the direction d: a corner, or the middle of a side.",
            "anchor(\"123/456/789\", down_right)",
            Anchor),
        new("open_side", "o: Grid -> Point",
            "The direction from the middle of the frame of o to the side or the corner that has the least ink: away from the mean place " +
                "of the ink. It is (0, 0) if the ink is balanced.",
            "open_side(\"1.1/1.1/111\")",
            OpenSide),
        new("is_square", "g: Grid -> Bool", "Whether the height equals the width.",
            "is_square(\"12/34\")", x => x.Grid(0).Rows == x.Grid(0).Cols),
        new("is_solid", "g: Grid -> Bool", "Whether all cells are ink.",
            "is_solid(crop(\"0000/0110\"))", x => x.Grid(0).InkCount == x.Grid(0).Area),
        new("is_line", "g: Grid -> Bool", "Whether g is one cell high or one cell wide, and longer than one cell.",
            "is_line(crop(\"000/110/000\"))", IsLine),
        new("symmetric_x", "g: Grid -> Bool", "Whether g equals its mirror image left to right.",
            "symmetric_x(\"121/343\")", x => Same(x, (g, r, c) => g[r, g.Cols - 1 - c])),
        new("symmetric_y", "g: Grid -> Bool", "Whether g equals its mirror image top to bottom.",
            "symmetric_y(\"12/34/12\")", x => Same(x, (g, r, c) => g[g.Rows - 1 - r, c])),
        new("shape", "g: Grid -> Grid",
            "The ink of g in black, cropped and moved to (0, 0), as an object. It tells whether two objects have the same shape. " +
                "Fails if there is no ink.",
            "shape(\"012/100\")",
            Shape),
    ]);

    private static Value NumColors(CallContext x) => (ColorSet.Of(x.Grid(0).Cells) & x.Grid(0).Inks).Colors;

    private static Value Center(CallContext x)
    {
        var g = x.Grid(0);
        return new Point(g.Row + (g.Rows - 1) / 2, g.Col + (g.Cols - 1) / 2);
    }

    private static Value Anchor(CallContext x)
    {
        var (o, d) = (x.Grid(0), x.Point(1));
        return new Point(
            o.Row + (o.Rows - 1) * (Math.Sign(d.Row) + 1) / 2,
            o.Col + (o.Cols - 1) * (Math.Sign(d.Col) + 1) / 2);
    }

    private static Value OpenSide(CallContext x)
    {
        var o = x.Grid(0);
        x.Charge(o.Area);
        var (rows, cols) = (0, 0);
        for (var r = 0; r < o.Rows; r++)
            for (var c = 0; c < o.Cols; c++)
                if (o.IsInk(o[r, c]))
                    (rows, cols) = (rows + 2 * r - (o.Rows - 1), cols + 2 * c - (o.Cols - 1));
        return new Point(-Math.Sign(rows), -Math.Sign(cols));
    }

    private static Value IsLine(CallContext x) => Math.Min(x.Grid(0).Rows, x.Grid(0).Cols) == 1 && x.Grid(0).Area > 1;

    /// <summary>Whether every cell of the first argument equals the cell that the function returns for its place.</summary>
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
        if (!Ink.Bounds(g, out var b))
            return x.Fail("there is no ink");
        var shape = x.NewTransparent(b.Rows, b.Cols, 0, 0);
        for (var r = 0; r < b.Rows; r++)
            for (var c = 0; c < b.Cols; c++)
                if (g.IsInk(g[b.Row + r, b.Col + c]))
                    shape.WritableCells[r * b.Cols + c] = 0;
        return shape;
    }
}
