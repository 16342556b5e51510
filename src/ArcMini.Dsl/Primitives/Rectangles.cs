using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Finding rectangles and rectangular outlines of one colour.</summary>
internal static class Rectangles
{
    /// <summary>The least number of rows and of columns of a box.</summary>
    private const int MinBoxSide = 3;

    /// <summary>
    /// The largest rectangle of one ink colour. Every cell is tried as the bottom right cell, with every height. The width is then the
    /// length of the shortest run of the cell's colour that ends in the cell's column, over the rows of the rectangle.
    /// </summary>
    public static Value Largest(CallContext x)
    {
        var g = x.Grid(0);
        var runs = new int[g.Area];
        var (best, row, col, rows, cols) = (0, 0, 0, 0, 0);
        for (int bottom = 0, at = 0; bottom < g.Rows; bottom++)
            for (var right = 0; right < g.Cols; right++, at++)
            {
                if (!g.IsInk(g.Cells[at]))
                    continue;
                runs[at] = right > 0 && g.Cells[at - 1] == g.Cells[at] ? runs[at - 1] + 1 : 1;
                var width = runs[at];
                for (int top = bottom, above = at; top >= 0 && g.Cells[above] == g.Cells[at]; top--, above -= g.Cols)
                {
                    x.Charge(1);
                    width = Math.Min(width, runs[above]);
                    if (width > 1 && bottom > top && width * (bottom - top + 1) > best)
                        (best, row, col, rows, cols) = (width * (bottom - top + 1), top, right - width + 1, bottom - top + 1, width);
                }
            }
        return best == 0 ? x.Fail("there is no rectangle of one colour") : x.Budget.On(x.Part(g, row, col, rows, cols)!, Grid.Transparent);
    }

    /// <summary>
    /// The rectangular outlines of one ink colour that hold a cell of another colour. Every cell is tried as the top left cell, with every
    /// size that its runs of one colour to the right and downwards allow.
    /// </summary>
    public static Value Boxes(CallContext x)
    {
        var g = x.Grid(0);
        x.Charge(2 * g.Area);
        var cells = g.Cells;
        var (right, down) = Runs(g);
        var boxes = new List<Grid>();
        for (var i = 0; i < cells.Length; i++)
        {
            if (!g.IsInk(cells[i]))
                continue;
            x.Charge(right[i]);
            if (down[i] < MinBoxSide)
                continue;
            for (var cols = MinBoxSide; cols <= right[i]; cols++)
            {
                var hollow = false;
                var most = Math.Min(down[i], down[i + cols - 1]);
                x.ChargeLooks(most);
                for (var rows = MinBoxSide; rows <= most; rows++)
                {
                    hollow |= right[i + (rows - 2) * g.Cols] < cols;
                    if (!hollow || right[i + (rows - 1) * g.Cols] < cols)
                        continue;
                    var box = x.NewTransparent(rows, cols, g.Row + i / g.Cols, g.Col + i % g.Cols);
                    Outlines.DrawRing(box, cells[i]);
                    boxes.Add(box);
                }
            }
        }
        return x.Grids(boxes);
    }

    /// <summary>For every cell, the lengths of the runs of its colour that start there and go to the right and downwards.</summary>
    private static (byte[] Right, byte[] Down) Runs(Grid g)
    {
        var cells = g.Cells;
        var width = g.Cols;
        var (right, down) = (new byte[cells.Length], new byte[cells.Length]);
        for (var r = g.Rows - 1; r >= 0; r--)
            for (int c = width - 1, i = r * width + c; c >= 0; c--, i--)
            {
                right[i] = (byte)(c < width - 1 && cells[i + 1] == cells[i] ? right[i + 1] + 1 : 1);
                down[i] = (byte)(r < g.Rows - 1 && cells[i + width] == cells[i] ? down[i + width] + 1 : 1);
            }
        return (right, down);
    }
}
