using System.Numerics;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Finding the places of a small grid within a larger one, and completing what is incomplete there.</summary>
internal static class Templates
{
    /// <summary>The parts of a grid that equal a pattern. A cell of the grid belongs to one part at most.</summary>
    public static Value Occurrences(CallContext x)
    {
        var (g, p) = (x.Grid(0), x.Grid(1));
        var found = new List<Grid>();
        var taken = new bool[g.Area];
        x.Charge((long)g.Area * (p.Rows + 1));
        for (var row = 0; row + p.Rows <= g.Rows; row++)
            for (var col = 0; col + p.Cols <= g.Cols; col++)
            {
                if (!Occurs(row, col))
                    continue;
                x.Charge(p.Area);
                for (var i = 0; i < p.Area; i++)
                    taken[(row + i / p.Cols) * g.Cols + col + i % p.Cols] |= p.Cells[i] != Grid.Transparent;
                found.Add(x.Budget.On(x.Budget.Move(p, g.Row + row, g.Col + col), Grid.Transparent));
            }
        return x.Grids(found);

        bool Occurs(int row, int col)
        {
            for (var r = 0; r < p.Rows; r++)
                for (var c = 0; c < p.Cols; c++)
                    if (p[r, c] != Grid.Transparent && (p[r, c] != g[row + r, col + c] || taken[(row + r) * g.Cols + col + c]))
                        return false;
            return true;
        }
    }

    /// <summary>A grid moved to the place on another where the most ink cells agree and none contradict each other.</summary>
    public static Value Fit(CallContext x)
    {
        var (s, g) = (x.Grid(0), x.Grid(1));
        x.Charge((long)s.Area * (g.Rows + s.Rows) * (g.Cols + s.Cols) / 4);
        var (best, place) = (0, default(Point));
        for (var row = 1 - s.Rows; row < g.Rows; row++)
            for (var col = 1 - s.Cols; col < g.Cols; col++)
                if (Agreement(s, g, row, col) is var agreement && agreement > best)
                    (best, place) = (agreement, new(row, col));
        return best > 0 ? x.Budget.Move(s, g.Row + place.Row, g.Col + place.Col) : x.Fail("it fits nowhere");
    }

    /// <summary>
    /// How many ink cells of s lie on ink of the same colour when s is laid at a row and column of g. Returns -1 if any lies on ink of
    /// another colour.
    /// </summary>
    private static int Agreement(Grid s, Grid g, int row, int col)
    {
        var (first, last) = (Math.Max(0, -col), Math.Min(s.Cols, g.Cols - col));
        var (ink, otherInk) = (s.Inks, g.Inks);
        var agreement = 0;
        for (var r = Math.Max(0, -row); r < s.Rows && row + r < g.Rows; r++)
        {
            var line = s.Line(r)[first..last];
            var other = g.Line(row + r)[(col + first)..(col + last)];
            for (var c = 0; c < line.Length; c++)
            {
                if (!ink.Has(line[c]) || !otherInk.Has(other[c]))
                    continue;
                if (line[c] != other[c])
                    return -1;
                agreement++;
            }
        }
        return agreement;
    }

    /// <summary>
    /// A grid with every incomplete copy of a pattern completed. In an incomplete copy, exactly one colour of the pattern is missing as a
    /// whole: background, or the outside of the grid, lies in its place. All other ink cells are there, and the grid has no more ink beside
    /// them than the pattern has.
    /// </summary>
    public static Value Restore(CallContext x)
    {
        var (g, s) = (x.Grid(0), x.Grid(1));
        x.Charge((long)g.Area * s.Area);
        x.ChargeLooks((long)(g.Rows + s.Rows) * (g.Cols + s.Cols));
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        var colors = Colors.ByCount(s, ink: true);
        if (colors.Count < 2 || !g.Cells.ContainsAny(colors.ToArray()))
            return result;
        var pattern = InkCells(s);
        var near = new InkCell[g.Area];
        foreach (var cell in InkCells(g))
            near[cell.Row * g.Cols + cell.Col] = cell;
        for (var row = 1 - s.Rows; row < g.Rows; row++)
            for (var col = 1 - s.Cols; col < g.Cols; col++)
                if (IsIncomplete(x, g, near, pattern, row, col))
                    foreach (var cell in pattern)
                        if (g.Contains(row + cell.Row, col + cell.Col))
                            result.WritableCells[(row + cell.Row) * g.Cols + col + cell.Col] = cell.Color;
        return result;
    }

    /// <summary>Whether an incomplete copy of the pattern lies at a row and column of the grid.</summary>
    private static bool IsIncomplete(CallContext x, Grid g, InkCell[] near, List<InkCell> pattern, int row, int col)
    {
        var (seen, missing) = (0, 0);
        for (var i = 0; i < pattern.Count; i++)
        {
            var cell = pattern[i];
            var inside = g.Contains(row + cell.Row, col + cell.Col);
            var at = (row + cell.Row) * g.Cols + col + cell.Col;
            if (inside && g.Cells[at] == cell.Color && near[at].InkBeside <= cell.InkBeside && near[at].OwnBeside <= cell.OwnBeside)
                seen |= 1 << cell.Color;
            else if (!inside || !g.IsInk(g.Cells[at]))
                missing |= 1 << cell.Color;
            else
            {
                x.ChargeLooks(i);
                return false;
            }
        }
        x.ChargeLooks(pattern.Count);
        return seen != 0 && (seen & missing) == 0 && BitOperations.PopCount((uint)missing) == 1;
    }

    private static List<InkCell> InkCells(Grid grid)
    {
        var cells = new List<InkCell>();
        for (var r = 0; r < grid.Rows; r++)
            for (var c = 0; c < grid.Cols; c++)
                if (grid[r, c] is var color && grid.IsInk(color))
                {
                    var inkBeside = Neighbors.Count(grid, r, c, diagonal: false, grid.Inks);
                    var ownBeside = Neighbors.Count(grid, r, c, diagonal: false, ColorSet.Of(color));
                    cells.Add(new(r, c, color, inkBeside, ownBeside));
                }
        return cells;
    }

    /// <summary>An ink cell with the number of its four side neighbours that are ink, and the number that have its own colour.</summary>
    private readonly record struct InkCell(int Row, int Col, byte Color, int InkBeside, int OwnBeside);
}
