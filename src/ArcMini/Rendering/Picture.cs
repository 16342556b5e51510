using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Rendering;

/// <summary>
/// A task drawn as coloured rectangles, for SVG and PNG files. Each pair is a column with the input above the output. The test inputs
/// follow on the right.
/// </summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Cells">One rectangle per cell. They do not overlap.</param>
internal sealed record Picture(int Width, int Height, IReadOnlyList<ColoredRectangle> Cells)
{
    private const int CellSide = 16;
    private const int Line = 1;
    private const int Margin = 24;

    /// <summary>Lines of text below the cells. Only an SVG file has them.</summary>
    public IReadOnlyList<string> Caption { get; init; } = [];

    /// <summary>The background colour as red, green, blue. It also shows as the lines between cells.</summary>
    public static (byte R, byte G, byte B) Background => (0x55, 0x55, 0x55);

    /// <summary>Lays out a task.</summary>
    public static Picture Of(ArcTask task)
    {
        var columns = task.Pairs.Select(pair => (pair.Input, Output: (Grid?)pair.Output))
            .Concat(task.Tests.Select(test => (test.Input, test.Output))).ToList();
        var cells = new List<ColoredRectangle>();
        var x = Margin;
        var below = 2 * Margin + columns.Max(column => Side(column.Input.Rows));
        for (var i = 0; i < columns.Count; i++)
        {
            var (input, output) = columns[i];
            x += i == task.Pairs.Count ? 2 * Margin : 0;
            Place(cells, input, x, Margin);
            if (output is not null)
                Place(cells, output, x, below);
            x += Side(Math.Max(input.Cols, output?.Cols ?? 0)) + Margin;
        }
        var outputHeight = columns.Max(column => column.Output is null ? -Margin : Side(column.Output.Rows));
        return new(x, below + outputHeight + Margin, cells);
    }

    private static int Side(int count) => count * (CellSide + Line);

    private static void Place(List<ColoredRectangle> cells, Grid grid, int x, int y)
    {
        for (var row = 0; row < grid.Rows; row++)
            for (var col = 0; col < grid.Cols; col++)
                cells.Add(new(x + Side(col), y + Side(row), CellSide, CellSide, grid[row, col]));
    }
}
