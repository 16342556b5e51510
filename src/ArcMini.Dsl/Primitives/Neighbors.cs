using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>What the neighbours of a cell decide.</summary>
internal static class Neighbors
{
    /// <summary>The number of cells in a block of 3 x 3: a cell and its eight neighbours. It is the charge for looking at them.</summary>
    private const int BlockArea = 9;

    /// <summary>
    /// How many of the eight neighbours of a cell, or of the four that share a side with it, have one of the given values. The row and the
    /// column may lie outside of the grid.
    /// </summary>
    public static int Count(Grid g, int row, int col, bool diagonal, ColorSet colors)
    {
        var count = 0;
        for (var r = Math.Max(0, row - 1); r <= Math.Min(g.Rows - 1, row + 1); r++)
        {
            var line = g.Line(r);
            for (var c = Math.Max(0, col - 1); c <= Math.Min(line.Length - 1, col + 1); c++)
                if ((r == row ? c != col : diagonal || c == col) && colors.Has(line[c]))
                    count++;
        }
        return count;
    }

    /// <summary>The cells around the ink of an object, in a colour, as an object one cell larger on each side.</summary>
    public static Value Halo(CallContext x)
    {
        var o = x.Grid(0);
        x.Charge(o.Area * BlockArea);
        var halo = x.NewTransparent(o.Rows + 2, o.Cols + 2, o.Row - 1, o.Col - 1);
        for (var r = -1; r <= o.Rows; r++)
            for (var c = -1; c <= o.Cols; c++)
                if (!(o.Contains(r, c) && o.IsInk(o[r, c])) && Count(o, r, c, diagonal: true, o.Inks) > 0)
                    halo.WritableCells[(r + 1) * halo.Cols + c + 1] = x.Color(1);
        return halo;
    }

    /// <summary>The ink cells whose four side neighbours are ink too, as an object.</summary>
    public static Value Erode(CallContext x)
    {
        var o = x.Grid(0);
        x.Charge(o.Area * BlockArea);
        var core = x.NewTransparent(o);
        for (var r = 0; r < o.Rows; r++)
            for (var c = 0; c < o.Cols; c++)
                if (o.IsInk(o[r, c]) && Count(o, r, c, diagonal: false, o.Inks) == 4)
                    core.WritableCells[r * o.Cols + c] = o[r, c];
        return core;
    }

    /// <summary>
    /// Cells without a neighbour of their colour get the most frequent visible colour of their neighbours; of equally frequent colours, the
    /// one with the lower number.
    /// </summary>
    public static Value Denoise(CallContext x)
    {
        x.Charge(x.Grid(0).Area * BlockArea);
        return x.Cells(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, (g, r, c) =>
            g[r, c] is var own && (own == Grid.Transparent || Count(g, r, c, diagonal: true, ColorSet.Of(own)) > 0)
                ? own
                : MostFrequent(g, r, c) ?? own);
    }

    /// <summary>The most frequent visible colour among the eight neighbours of a cell, or null if none is visible.</summary>
    private static byte? MostFrequent(Grid g, int row, int col)
    {
        Span<int> counts = stackalloc int[Grid.Transparent];
        for (var dr = -1; dr <= 1; dr++)
            for (var dc = -1; dc <= 1; dc++)
                if (g.Contains(row + dr, col + dc) && g[row + dr, col + dc] is < Grid.Transparent and var cell && (dr, dc) != (0, 0))
                    counts[cell]++;
        byte best = 0;
        for (byte color = 1; color < Grid.Transparent; color++)
            if (counts[color] > counts[best])
                best = color;
        return counts[best] > 0 ? best : null;
    }

    /// <summary>
    /// Background cells that share a side with ink get its colour. If there are several such ink cells, the one above counts, then the one
    /// to the left, to the right, and below.
    /// </summary>
    public static Value Spread(CallContext x)
    {
        x.Charge(x.Grid(0).Area * BlockArea);
        return x.Cells(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, (g, r, c) =>
        {
            if (g.IsInk(g[r, c]))
                return g[r, c];
            for (var dr = -1; dr <= 1; dr++)
                for (var dc = -1; dc <= 1; dc++)
                    if ((dr == 0 || dc == 0) && g.Contains(r + dr, c + dc) && g.IsInk(g[r + dr, c + dc]))
                        return g[r + dr, c + dc];
            return g[r, c];
        });
    }

    /// <summary>
    /// Background cells get the colour of the nearest ink, by the number of rows plus columns. They stay background if two colours are
    /// equally near.
    /// </summary>
    public static Value FillNearest(CallContext x)
    {
        var g = x.Grid(0);
        var inks = Enumerable.Range(0, g.Area)
            .Where(i => g.IsInk(g.Cells[i]))
            .Select(i => (Row: i / g.Cols, Col: i % g.Cols, Color: g.Cells[i]))
            .ToArray();
        x.Charge((long)g.Area * Math.Max(1, inks.Length));
        return x.Cells(g, g.Rows, g.Cols, (grid, r, c) =>
        {
            if (grid.IsInk(grid[r, c]))
                return grid[r, c];
            var (best, color) = (int.MaxValue, grid[r, c]);
            foreach (var ink in inks)
            {
                var distance = Math.Abs(ink.Row - r) + Math.Abs(ink.Col - c);
                if (distance < best)
                    (best, color) = (distance, ink.Color);
                else if (distance == best && ink.Color != color)
                    color = grid[r, c];
            }
            return color;
        });
    }
}
