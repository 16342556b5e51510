using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>The separating lines of a grid (whole rows and columns of one colour) and the panels between them.</summary>
internal static class Panels
{
    /// <summary>The separating lines as an object.</summary>
    public static Value Separators(CallContext x)
    {
        var g = x.Grid(0);
        var (rows, cols, color) = Lines(x, g);
        var lines = x.NewTransparent(g);
        for (var r = 0; r < g.Rows; r++)
            for (var c = 0; c < g.Cols; c++)
                if (rows[r] == color || cols[c] == color)
                    lines.WritableCells[r * g.Cols + c] = g[r, c];
        return color is null ? x.Fail("no straight line of one colour crosses the grid") : lines;
    }

    /// <summary>
    /// The panels, row by row. If the lines have the colour of the background, the most frequent colour of the ink is the panels'
    /// background.
    /// </summary>
    public static Value All(CallContext x)
    {
        var g = x.Grid(0);
        var (rows, cols, color) = Lines(x, g);
        if (color is null)
            return x.Fail("no straight line of one colour crosses the grid");
        var backdrop = color == g.Backdrop ? Colors.ByCount(g, ink: true) is [var most, ..] ? most : Grid.Unknown : g.Backdrop;
        var panels = new List<Grid>();
        foreach (var (row, height) in Gaps(rows, color.Value))
            foreach (var (col, width) in Gaps(cols, color.Value))
                panels.Add(x.Budget.On(x.Part(g, row, col, height, width)!, backdrop));
        return panels.Count > 0 ? x.Grids(panels) : x.Fail("there is nothing between the lines");
    }

    /// <summary>The results of the function for the panels, joined without the lines.</summary>
    public static Value Map(CallContext x)
    {
        var found = All(x);
        if (found.IsFailed)
            return found;
        var panels = Joining.Grids(found.List);
        var joined = new List<Grid>();
        foreach (var row in panels.GroupBy(panel => panel.Row))
        {
            var line = Joining.Beside(x, [.. row.Select(panel => x.Apply(1, panel).Grid)]);
            if (line.IsFailed)
                return line;
            joined.Add(line.Grid);
        }
        return Joining.Above(x, [.. joined]);
    }

    /// <summary>The colour of a row if all its cells have it, or else <see cref="Grid.Unknown"/>.</summary>
    public static byte UniformRow(Grid g, int row) => g.Line(row).ContainsAnyExcept(g[row, 0]) ? Grid.Unknown : g[row, 0];

    /// <summary>The colour of a column if all its cells have it, or else <see cref="Grid.Unknown"/>.</summary>
    public static byte UniformCol(Grid g, int col)
    {
        for (var r = 1; r < g.Rows; r++)
            if (g[r, col] != g[0, col])
                return Grid.Unknown;
        return g[0, col];
    }

    /// <summary>
    /// The uniform colour of each row and column, and the colour of the separating lines: the ink colour that fills the most rows and
    /// columns, or the background's if no ink colour fills any. It is null if no line has one colour.
    /// </summary>
    private static (byte[] Rows, byte[] Cols, byte? Color) Lines(CallContext x, Grid g)
    {
        x.Charge(2 * g.Area);
        var (rows, cols) = (new byte[g.Rows], new byte[g.Cols]);
        for (var r = 0; r < rows.Length; r++)
            rows[r] = UniformRow(g, r);
        for (var c = 0; c < cols.Length; c++)
            cols[c] = UniformCol(g, c);
        var (best, most) = ((byte?)null, (IsInk: false, Lines: 0));
        for (byte color = 0; color < Grid.Transparent; color++)
        {
            var found = (IsInk: g.IsInk(color), Lines: rows.AsSpan().Count(color) + cols.AsSpan().Count(color));
            if (found.Lines > 0 && found.CompareTo(most) > 0)
                (best, most) = (color, found);
        }
        return (rows, cols, best);
    }

    /// <summary>The intervals between the rows or columns that have the colour of the separating lines.</summary>
    private static List<(int From, int Length)> Gaps(byte[] lines, byte color)
    {
        var gaps = new List<(int, int)>();
        for (int at = 0, from = 0; at <= lines.Length; at++)
            if (at == lines.Length || lines[at] == color)
            {
                if (at > from)
                    gaps.Add((from, at - from));
                from = at + 1;
            }
        return gaps;
    }
}
