using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Making grids larger and smaller.</summary>
internal static class Scaling
{
    /// <summary>A grid with every cell enlarged to rows x cols cells.</summary>
    public static Value Stretch(CallContext x, int rows, int cols)
    {
        if (rows < 1 || cols < 1)
            return x.Fail("a cell becomes at least one cell");
        var (height, width) = (x.Grid(0).Rows * Math.Min(rows, Grid.MaxSide + 1), x.Grid(0).Cols * Math.Min(cols, Grid.MaxSide + 1));
        return x.Lines(x.Grid(0), height, width, (g, r, line) =>
        {
            var from = g.Line(r / rows);
            for (var c = 0; c < from.Length; c++)
                line.Slice(c * cols, cols).Fill(from[c]);
        });
    }

    /// <summary>
    /// A grid with every block of n x n cells reduced to its most frequent ink colour; of equally frequent colours, the one with the lower
    /// number. Rows and columns that fill no block are dropped.
    /// </summary>
    public static Value Downscale(CallContext x)
    {
        var (g, n) = (x.Grid(0), x.Int(1));
        if (n < 1 || n > g.Rows || n > g.Cols)
            return x.Fail($"no block of {n} x {n} fits");
        x.Charge(g.Area);
        var counts = new int[Grid.Transparent];
        return x.Cells(g, g.Rows / n, g.Cols / n, (grid, r, c) =>
        {
            Array.Clear(counts);
            for (var i = 0; i < n * n; i++)
                if (grid[r * n + i / n, c * n + i % n] is var cell && grid.IsInk(cell))
                    counts[cell]++;
            return counts.Max() is > 0 and var most ? (byte)Array.IndexOf(counts, most) : grid.Backdrop;
        });
    }

    /// <summary>Every n-th row and column.</summary>
    public static Value Subsample(CallContext x)
    {
        var (source, n) = (x.Grid(0), x.Int(1));
        return n < 1
            ? x.Fail("a step is at least 1")
            : x.Cells(source, (source.Rows - 1) / n + 1, (source.Cols - 1) / n + 1, (g, r, c) => g[r * n, c * n]);
    }

    /// <summary>The smallest grid that is the given one when it is scaled up, or the grid itself.</summary>
    public static Value Unscale(CallContext x)
    {
        var g = x.Grid(0);
        for (var n = Math.Min(g.Rows, g.Cols); n > 1; n--)
            if (g.Rows % n == 0 && g.Cols % n == 0 && IsMadeOfBlocks(n))
                return x.Cells(g, g.Rows / n, g.Cols / n, (grid, r, c) => grid[r * n, c * n]);
        return g;

        bool IsMadeOfBlocks(int n)
        {
            for (var r = 0; r < g.Rows; r++)
            {
                x.Charge(g.Cols);
                for (var c = 0; c < g.Cols; c++)
                    if (g[r, c] != g[r / n * n, c / n * n])
                        return false;
            }
            return true;
        }
    }
}
