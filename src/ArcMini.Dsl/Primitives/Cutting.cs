using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Cutting a grid into parts.</summary>
internal static class Cutting
{
    /// <summary>
    /// The part of the first argument within a rectangle of its parent grid, transparent outside of the grid. Fails if the rectangle does
    /// not overlap the grid.
    /// </summary>
    public static Value Window(CallContext x, int row, int col, int rows, int cols)
    {
        var g = x.Grid(0);
        if (x.Part(g, row - g.Row, col - g.Col, rows, cols) is { } part)
            return part;
        if (rows < 1 || cols < 1 || row >= g.Row + g.Rows || col >= g.Col + g.Cols || row + rows <= g.Row || col + cols <= g.Col)
            return x.Fail($"no part of {rows} x {cols} at ({row}, {col}) is inside the grid");
        var window = x.Budget.On(x.NewTransparent(rows, cols, row, col), g.Backdrop);
        x.Lay(window, g);
        return window;
    }

    /// <summary>The first argument cut into tiles of rows x cols cells, row by row.</summary>
    public static Value Tiles(CallContext x, int rows, int cols)
    {
        var g = x.Grid(0);
        if (rows < 1 || cols < 1 || g.Rows % rows != 0 || g.Cols % cols != 0)
            return x.Fail($"a grid of {g.Rows} x {g.Cols} does not fall into tiles of {rows} x {cols}");
        var tiles = new List<Grid>();
        for (var r = 0; r < g.Rows; r += rows)
            for (var c = 0; c < g.Cols; c += cols)
                tiles.Add(x.Part(g, r, c, rows, cols)!);
        return x.Grids(tiles);
    }

    /// <summary>Equal parts from left to right.</summary>
    public static Value SplitX(CallContext x)
    {
        var g = x.Grid(0);
        return Split(x, x.Int(1), g.Cols, (at, length) => x.Part(g, 0, at, g.Rows, length)!);
    }

    /// <summary>Equal parts from top to bottom.</summary>
    public static Value SplitY(CallContext x)
    {
        var g = x.Grid(0);
        return Split(x, x.Int(1), g.Rows, (at, length) => x.Part(g, at, 0, length, g.Cols)!);
    }

    /// <summary>Splits a side into n equal lengths, without gaps or, if that does not divide evenly, with gaps of one cell.</summary>
    private static Value Split(CallContext x, int n, int side, Func<int, int, Grid> part)
    {
        if (n < 1 || n > side)
            return x.Fail($"{side} cells do not fall into {n} parts");
        var gap = side % n == 0 ? 0 : (side - (n - 1)) % n == 0 && side >= 2 * n - 1 ? 1 : -1;
        if (gap < 0)
            return x.Fail($"{side} cells do not fall into {n} equal parts");
        var length = (side - gap * (n - 1)) / n;
        return OnCommonBackdrop(x, [.. Enumerable.Range(0, n).Select(i => part(i * (length + gap), length))]);
    }

    /// <summary>The left and right or the upper and lower half, without the middle line if there is one.</summary>
    public static Value Halves(CallContext x)
    {
        var g = x.Grid(0);
        var (row, col) = (g.Rows / 2, g.Cols / 2);
        x.Charge(g.Rows + g.Cols);
        if (row == 0 && col == 0)
            return x.Fail("one cell has no halves");
        return OnCommonBackdrop(x, IsCutAcross(g, row, col)
            ? [x.Part(g, 0, 0, row, g.Cols)!, x.Part(g, g.Rows - row, 0, row, g.Cols)!]
            : [x.Part(g, 0, 0, g.Rows, col)!, x.Part(g, 0, g.Cols - col, g.Rows, col)!]);
    }

    /// <summary>
    /// Whether the cut goes along the middle row rather than the middle column. What counts is, in this order: which of the two has one ink
    /// colour; which cut leaves fewer colours in the halves; which side is longer.
    /// </summary>
    private static bool IsCutAcross(Grid g, int row, int col)
    {
        if (row == 0 || col == 0)
            return col == 0;
        var rowIsLine = g.Rows % 2 == 1 && IsInkLine(g, Panels.UniformRow(g, row));
        var colIsLine = g.Cols % 2 == 1 && IsInkLine(g, Panels.UniformCol(g, col));
        if (rowIsLine != colIsLine)
            return rowIsLine;
        var more = MoreColorsBeside(g, row, col);
        return more != 0 ? more > 0 : g.Rows > g.Cols;
    }

    private static bool IsInkLine(Grid g, byte color) => color != Grid.Unknown && g.IsInk(color);

    /// <summary>
    /// How many more colours the left and right halves have than the upper and lower halves. A colour that both halves have counts twice.
    /// </summary>
    private static int MoreColorsBeside(Grid g, int row, int col)
    {
        var (left, right) = (default(ColorSet), default(ColorSet));
        for (var r = 0; r < g.Rows; r++)
            (left, right) = (left | ColorSet.Of(g.Line(r)[..col]), right | ColorSet.Of(g.Line(r)[^col..]));
        var (upper, lower) = (ColorSet.Of(g.Cells[..(row * g.Cols)]), ColorSet.Of(g.Cells[^(row * g.Cols)..]));
        return left.Colors + right.Colors - upper.Colors - lower.Colors;
    }

    /// <summary>
    /// The parts with one backdrop: the colour that is the most frequent of those that all parts contain. Without such a colour, it is the
    /// backdrop of the first part.
    /// </summary>
    private static Value OnCommonBackdrop(CallContext x, Grid[] parts)
    {
        var (common, sums) = (ColorSet.Visible, default(ColorCounts));
        foreach (var part in parts)
        {
            x.Charge(part.Area);
            common &= ColorSet.Of(part.Cells);
            var counts = ColorCounts.Of(part);
            for (var color = 0; color < Grid.Transparent; color++)
                sums[color] += counts[color];
        }
        var (backdrop, most) = (parts[0].Backdrop, 0);
        for (byte color = 0; color < Grid.Transparent; color++)
            if (common.Has(color) && sums[color] > most)
                (backdrop, most) = (color, sums[color]);
        return x.Budget.NewList(Array.ConvertAll(parts, part => (Value)x.Budget.On(part, backdrop)));
    }
}
