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
    /// Every ink cell of an object extended in one direction, to the edge or until ink of the grid that is not the object's own stops it.
    /// With <paramref name="through"/>, ink does not stop it but stays on top.
    /// </summary>
    public static Value Shoot(CallContext x, bool through)
    {
        var (g, o, d) = (x.Grid(0), x.Grid(1), x.Point(2));
        if (d == default)
            return x.Fail("a direction is needed");
        x.Charge(o.Area * Math.Max(g.Rows, g.Cols));
        var result = x.Copy(g);
        var target = result.WritableCells;
        var cells = g.Cells;
        var inks = g.Inks;
        for (var r = 0; r < o.Rows; r++)
            for (var c = 0; c < o.Cols; c++)
            {
                if (o[r, c] is var color && !o.IsInk(color))
                    continue;
                var (row, col) = (o.Row + r - g.Row + d.Row, o.Col + c - g.Col + d.Col);
                for (; g.Contains(row, col); row += d.Row, col += d.Col)
                    if (row * g.Cols + col is var at && !inks.Has(cells[at]))
                        target[at] = color;
                    else if (!through && !Ink.IsAt(o, row + g.Row, col + g.Col))
                        break;
            }
        return result;
    }

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

    /// <summary>Every ink cell extended to the edges in the given directions and their opposites. Ink stays on top.</summary>
    public static Value Extend(CallContext x, params ReadOnlySpan<(int Row, int Col)> directions)
    {
        var g = x.Grid(0);
        x.Charge((long)g.Area * directions.Length);
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        var target = result.WritableCells;
        var cells = g.Cells;
        var inks = g.Inks;
        for (var r = 0; r < g.Rows; r++)
            for (var c = 0; c < g.Cols; c++)
                if (cells[r * g.Cols + c] is var color && inks.Has(color))
                {
                    x.Charge(g.Rows + g.Cols);
                    foreach (var (dr, dc) in directions)
                        foreach (var sign in (ReadOnlySpan<int>)[-1, 1])
                            for (var (row, col) = (r + sign * dr, c + sign * dc); g.Contains(row, col); row += sign * dr, col += sign * dc)
                                if (row * g.Cols + col is var at && !inks.Has(cells[at]))
                                    target[at] = color;
                }
        return result;
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
