using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Where the ink of a grid lies. Ink cells are the visible cells that are not background.</summary>
internal static class Ink
{
    /// <summary>
    /// Finds the smallest rectangle that holds all ink. Its place is counted from the grid's own top left cell. Returns false if there is
    /// no ink.
    /// </summary>
    public static bool Bounds(Grid grid, out (int Row, int Col, int Rows, int Cols) bounds)
    {
        var (top, left, bottom, right) = (-1, int.MaxValue, -1, -1);
        for (var r = 0; r < grid.Rows; r++)
        {
            var row = grid.Cells.Slice(r * grid.Cols, grid.Cols);
            var first = row.IndexOfAnyExcept(grid.Backdrop, Grid.Transparent);
            if (first < 0)
                continue;
            (top, bottom) = (top < 0 ? r : top, r);
            left = Math.Min(left, first);
            right = Math.Max(right, row.LastIndexOfAnyExcept(grid.Backdrop, Grid.Transparent));
        }
        bounds = (top, left, bottom - top + 1, right - left + 1);
        return bottom >= 0;
    }

    /// <summary>Whether a grid has ink at a row and column of its parent grid. False outside of the grid.</summary>
    public static bool IsAt(Grid grid, int row, int col) =>
        grid.Contains(row - grid.Row, col - grid.Col) && grid.IsInk(grid[row - grid.Row, col - grid.Col]);
}
