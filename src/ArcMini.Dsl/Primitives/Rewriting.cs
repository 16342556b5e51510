using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Replacing one pattern by another, in all eight orientations.</summary>
internal static class Rewriting
{
    /// <summary>
    /// A grid with q laid over every part that equals p. Both patterns are first brought to the smallest frame that holds both, so that
    /// they turn together.
    /// </summary>
    public static Value Rewrite(CallContext x)
    {
        var (g, p, q) = (x.Grid(0), x.Grid(1), x.Grid(2));
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        var (held, sought) = (ColorCounts.Of(g), ColorCounts.Of(p));
        for (byte color = 0; color < Color.Count; color++)
            if (sought[color] > held[color])
                return result;
        var (row, col) = (Math.Min(p.Row, q.Row), Math.Min(p.Col, q.Col));
        var (rows, cols) = (Math.Max(p.Row + p.Rows, q.Row + q.Rows) - row, Math.Max(p.Col + p.Cols, q.Col + q.Cols) - col);
        var (from, to) = (x.NewTransparent(rows, cols, row, col), x.NewTransparent(rows, cols, row, col));
        x.Lay(from, p);
        x.Lay(to, q);
        var taken = new bool[g.Area];
        for (var i = 0; i < Geometry.Orientations; i++)
        {
            foreach (var place in Places(x, g, held, from, taken))
                x.Lay(result, x.Budget.Move(to, g.Row + place.Row, g.Col + place.Col));
            (from, to) = (Next(x, from, i), Next(x, to, i));
        }
        return result;
    }

    /// <summary>The orientation after the one with the given number: four turns, a mirroring, and the turns again.</summary>
    private static Grid Next(CallContext x, Grid grid, int number) => number == Geometry.Quarters - 1
        ? x.Cells(grid, grid.Rows, grid.Cols, (s, r, c) => s[r, s.Cols - 1 - c])
        : x.Cells(grid, grid.Cols, grid.Rows, (s, r, c) => s[s.Rows - 1 - c, r]);

    /// <summary>
    /// The places at which the visible cells of a pattern equal cells of the grid that are not taken yet; they are then taken. The
    /// transparent cells of the pattern may lie outside of the grid. Places are looked up by the pattern's rarest colour in the grid.
    /// </summary>
    private static List<Point> Places(CallContext x, Grid g, in ColorCounts counts, Grid p, bool[] taken)
    {
        x.Charge((long)(g.Rows + p.Rows) * (g.Cols + p.Cols) * 2);
        var places = new List<Point>();
        var visible = Visible(p);
        if (visible.Count == 0)
            return places;
        var rarest = visible[0];
        foreach (var cell in visible)
            if (counts[p[cell.Row, cell.Col]] < counts[p[rarest.Row, rarest.Col]])
                rarest = cell;
        for (int from = 0, skip; (skip = g.Cells[from..].IndexOf(p[rarest.Row, rarest.Col])) >= 0; from += skip + 1)
        {
            var (row, col) = ((from + skip) / g.Cols - rarest.Row, (from + skip) % g.Cols - rarest.Col);
            if (!IsAt(row, col))
                continue;
            x.Charge(visible.Count);
            foreach (var cell in visible)
                taken[(row + cell.Row) * g.Cols + col + cell.Col] = true;
            places.Add(new(row, col));
        }
        return places;

        bool IsAt(int row, int col)
        {
            for (var i = 0; i < visible.Count; i++)
            {
                var (r, c) = visible[i];
                if (g.Contains(row + r, col + c) && g[row + r, col + c] == p[r, c] && !taken[(row + r) * g.Cols + col + c])
                    continue;
                x.ChargeLooks(i);
                return false;
            }
            return true;
        }
    }

    private static List<Point> Visible(Grid p)
    {
        var visible = new List<Point>(p.Area);
        for (var i = 0; i < p.Area; i++)
            if (p.Cells[i] != Grid.Transparent)
                visible.Add(new(i / p.Cols, i % p.Cols));
        return visible;
    }
}
