using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Drawing points, lines and rays, and extending or connecting the ink of a grid.</summary>
internal static class Rays
{
    /// <summary>A line from p to q, both included, along a row, a column or a diagonal.</summary>
    public static Value Line(CallContext x)
    {
        var (p, q) = (x.Point(1), x.Point(2));
        var (rows, cols) = (q.Row - p.Row, q.Col - p.Col);
        if (rows != 0 && cols != 0 && Math.Abs(rows) != Math.Abs(cols))
            return x.Fail($"{p} and {q} lie on no common row, column or diagonal");
        var steps = Math.Max(Math.Abs(rows), Math.Abs(cols));
        return Trace(x, p, new(Math.Sign(rows), Math.Sign(cols)), steps + 1, x.Color(3));
    }

    /// <summary>Cells from a place on, each one step further, to the edge.</summary>
    public static Value Ray(CallContext x) => x.Point(2) == default
        ? x.Fail("a ray needs a direction")
        : Trace(x, x.Point(1), x.Point(2), Grid.MaxSide, x.Color(3));

    /// <summary>The first argument with a number of cells, each one step after the one before, in a colour.</summary>
    private static Value Trace(CallContext x, Point from, Point step, int count, byte color)
    {
        x.Charge(count);
        var result = x.Copy(x.Grid(0));
        var (row, col) = (from.Row - result.Row, from.Col - result.Col);
        for (var i = 0; i < count; i++, row += step.Row, col += step.Col)
            if (result.Contains(row, col))
                result.WritableCells[row * result.Cols + col] = color;
        return result;
    }

    /// <summary>The cells at the given places in a colour.</summary>
    public static Value Plot(CallContext x)
    {
        var result = x.Copy(x.Budget.On(x.Grid(0), x.Grid(0).Backdrop));
        foreach (var item in x.List(1).Span)
            if (item.Point.Row - result.Row is var row && item.Point.Col - result.Col is var col && result.Contains(row, col))
                result.WritableCells[row * result.Cols + col] = x.Color(2);
        return result;
    }

    /// <summary>
    /// A grid in which each background cell has the colour of the nearest ink cell of an object behind it. Behind is against the direction.
    /// Ink of the grid that is not the object's own hides what lies behind it, but not with <paramref name="through"/>.
    /// </summary>
    public static Value Shoot(CallContext x, bool through)
    {
        var (g, o, d) = (x.Grid(0), x.Grid(1), x.Point(2));
        if (d == default)
            return x.Fail("a direction is needed");
        x.Charge(g.Area);
        var result = x.Copy(g);
        Span<byte> leaving = stackalloc byte[g.Area];
        for (var i = 0; i < g.Area; i++)
        {
            // A cell comes after the one behind it, whatever the direction.
            var row = d.Row < 0 ? g.Rows - 1 - i / g.Cols : i / g.Cols;
            var col = d.Col < 0 ? g.Cols - 1 - i % g.Cols : i % g.Cols;
            var at = row * g.Cols + col;
            var arriving = g.Contains(row - d.Row, col - d.Col)
                ? leaving[(row - d.Row) * g.Cols + col - d.Col]
                : InkOf(o, g.Row + row - d.Row, g.Col + col - d.Col);
            var own = InkOf(o, g.Row + row, g.Col + col);
            var isInk = g.IsInk(g.Cells[at]);
            leaving[at] = own != Grid.Transparent ? own : isInk && !through ? Grid.Transparent : arriving;
            if (!isInk && arriving != Grid.Transparent)
                result.WritableCells[at] = arriving;
        }
        return result;
    }

    /// <summary>The ink of an object at a row and column of its parent grid; transparent where it has none.</summary>
    private static byte InkOf(Grid o, int row, int col) =>
        Ink.IsAt(o, row, col) ? o[row - o.Row, col - o.Col] : Grid.Transparent;

    /// <summary>Lines between ink cells of one colour that have only background between them, in the given directions.</summary>
    public static Value Connect(CallContext x, params ReadOnlySpan<(int Row, int Col)> directions)
    {
        var g = x.Grid(0);
        var result = x.Copy(g);
        foreach (var (dr, dc) in directions)
        {
            x.Charge(g.Area * 2);
            for (var r = 0; r < g.Rows; r++)
                for (var c = 0; c < g.Cols; c++)
                {
                    if (!g.IsInk(g[r, c]))
                        continue;
                    var (row, col) = (r + dr, c + dc);
                    while (g.Contains(row, col) && !g.IsInk(g[row, col]))
                        (row, col) = (row + dr, col + dc);
                    if (!g.Contains(row, col) || g[row, col] != g[r, c])
                        continue;
                    while ((row, col) != (r, c))
                    {
                        result.WritableCells[row * g.Cols + col] = g[r, c];
                        (row, col) = (row - dr, col - dc);
                    }
                }
        }
        return result;
    }

    /// <summary>
    /// Every background cell in the colour of the nearest ink that lies in the given directions or their opposites. Of equally near ink,
    /// the colour with the lower number counts.
    /// </summary>
    public static Value Extend(CallContext x, params ReadOnlySpan<(int Row, int Col)> directions)
    {
        var g = x.Grid(0);
        x.Charge((long)g.Area * directions.Length);
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        Span<byte> nearest = stackalloc byte[g.Area];
        nearest.Fill(byte.MaxValue);
        for (var r = 0; r < g.Rows; r++)
            for (var c = 0; c < g.Cols; c++)
                if (g.IsInk(g[r, c]))
                {
                    x.Charge(g.Rows + g.Cols);
                    foreach (var (dr, dc) in directions)
                    {
                        Reach(g, result, nearest, new(r, c), new(dr, dc));
                        Reach(g, result, nearest, new(r, c), new(-dr, -dc));
                    }
                }
        return result;
    }

    /// <summary>
    /// Gives the background cells from an ink cell on, to the edge or to other ink, the colour of that cell where it is the nearest so far.
    /// </summary>
    private static void Reach(Grid g, Grid target, Span<byte> nearest, Point from, Point step)
    {
        var color = g[from.Row, from.Col];
        var (row, col) = (from.Row + step.Row, from.Col + step.Col);
        for (byte distance = 1; g.Contains(row, col) && !g.IsInk(g[row, col]); distance++, row += step.Row, col += step.Col)
        {
            var at = row * g.Cols + col;
            if (distance < nearest[at] || (distance == nearest[at] && color < target.Cells[at]))
                (nearest[at], target.WritableCells[at]) = (distance, color);
        }
    }

    /// <summary>
    /// A line that rebounds off ink. It turns back in each of its two directions in which ink stops it. It ends when it leaves the grid.
    /// </summary>
    public static Value Bounce(CallContext x)
    {
        var (g, p, d) = (x.Grid(0), x.Point(1), x.Point(2));
        if (Math.Abs(d.Row) > 1 || Math.Abs(d.Col) > 1 || d == default)
            return x.Fail("a line that rebounds goes in one of the eight directions");
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        var (row, col) = (p.Row - g.Row, p.Col - g.Col);
        for (var steps = MaxBounces(g); steps > 0 && g.Contains(row, col); steps--)
        {
            x.Charge(4);
            result.WritableCells[row * g.Cols + col] = x.Color(3);
            if (IsOtherInk(row + d.Row, col))
                d = new(-d.Row, d.Col);
            if (IsOtherInk(row, col + d.Col))
                d = new(d.Row, -d.Col);
            if (IsOtherInk(row + d.Row, col + d.Col))
                d = new(-d.Row, -d.Col);
            (row, col) = (row + d.Row, col + d.Col);
        }
        return result;

        bool IsOtherInk(int r, int c) => (r, c) != (row, col) && g.Contains(r, c) && g.IsInk(g[r, c]);
    }

    /// <summary>The most cells of a line that rebounds, so that a line that never leaves the grid ends too.</summary>
    private static int MaxBounces(Grid g) => 4 * (g.Rows + g.Cols);
}
