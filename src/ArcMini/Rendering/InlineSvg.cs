using System.Text;
using ArcMini.Dsl.Values;

namespace ArcMini.Rendering;

/// <summary>
/// Draws grids as SVG elements that stand in an HTML page. A cell is one unit wide. What the colours look like, whether digits show and
/// how wrong cells are marked is left to the style sheet of the page (see <see cref="PageStyle"/>). So a page can change it.
/// </summary>
internal static class InlineSvg
{
    /// <summary>The longest side that a picture has on the page, and the sides of a cell, all in pixels.</summary>
    private const int WantedSide = 140, LeastCell = 4, MostCell = 16;

    /// <summary>A grid.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="label">What the picture shows, for people who do not see it. It holds no user's text.</param>
    /// <param name="expected">Cells that differ from this grid are marked, if it has the same size.</param>
    public static string Of(Grid grid, string label, Grid? expected = null)
    {
        var text = Begin(grid.Rows, grid.Cols, $"{label}, {grid.Rows} x {grid.Cols} cells");
        AppendCells(text, grid, 0, 0, grid.Cells.IndexOfAnyExcept(grid.Cells[0]) < 0 ? grid.Cells[0] : MostFrequent(grid));
        if (expected?.IsSizeOf(grid) == true)
            AppendPath(text, "wrong", Runs(grid, (row, col) => grid[row, col] != expected[row, col], 0, 0));
        return End(text, grid.Rows, grid.Cols);
    }

    /// <summary>A part of a grid at its place on the grid that it was taken from, which has the given size.</summary>
    public static string Placed(Grid part, int rows, int cols, string label)
    {
        var text = Begin(rows, cols, $"{label}, {part.Rows} x {part.Cols} cells at ({part.Row}, {part.Col})");
        AppendCells(text, part, part.Row, part.Col, Grid.Transparent);
        return End(text, rows, cols);
    }

    private static StringBuilder Begin(int rows, int cols, string label)
    {
        var side = Math.Clamp(WantedSide / Math.Max(rows, cols), LeastCell, MostCell);
        return new StringBuilder()
            .Append($"<svg class=grid role=img aria-label=\"{label}\" viewBox=\"0 -.5 {cols} {rows}\" ")
            .Append($"style=\"--w:{cols};--h:{rows};--s:{side}\">");
    }

    private static string End(StringBuilder text, int rows, int cols)
    {
        AppendPlane(text, "lines", rows, cols);
        return text.Append("</svg>").ToString();
    }

    /// <summary>All cells but transparent ones. A background that is not transparent is one rectangle below the others.</summary>
    private static void AppendCells(StringBuilder text, Grid grid, int top, int left, byte background)
    {
        if (background != Grid.Transparent)
            AppendPlane(text, $"c{background}", grid.Rows, grid.Cols);
        for (byte value = 0; value < Color.Count; value++)
        {
            var color = value;
            if (color != background && grid.Cells.Contains(color))
                AppendPath(text, $"c{color}", Runs(grid, (row, col) => grid[row, col] == color, top, left));
        }
        if (background != Grid.Transparent && grid.Cells.Contains(Grid.Transparent))
            AppendPath(text, "empty", Runs(grid, (row, col) => grid[row, col] == Grid.Transparent, top, left));
    }

    private static void AppendPlane(StringBuilder text, string name, int rows, int cols) =>
        text.Append($"<rect class={name} y=-.5 width={cols} height={rows} />");

    private static void AppendPath(StringBuilder text, string name, string runs)
    {
        if (runs.Length > 0)
            text.Append($"<path class={name} d=\"{runs}\"/>");
    }

    /// <summary>The cells as strokes from left to right, one for each run of neighbours.</summary>
    private static string Runs(Grid grid, Func<int, int, bool> isIn, int top, int left)
    {
        var text = new StringBuilder();
        for (var row = 0; row < grid.Rows; row++)
        {
            for (var col = 0; col < grid.Cols; col++)
            {
                var from = col;
                while (col < grid.Cols && isIn(row, col))
                    col++;
                if (col > from)
                    text.Append($"M{left + from} {top + row}h{col - from}");
            }
        }
        return text.ToString();
    }

    private static byte MostFrequent(Grid grid)
    {
        var cells = grid.Cells.ToArray();
        return cells.CountBy(cell => cell).MaxBy(count => count.Value).Key;
    }
}
