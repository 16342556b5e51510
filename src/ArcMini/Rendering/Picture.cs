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
/// <param name="Dots">The dots of the digits that lie over the cells, each with the colour of its cell. Empty without digits.</param>
internal sealed record Picture(int Width, int Height, IReadOnlyList<ColoredRectangle> Cells, IReadOnlyList<ColoredRectangle> Dots)
{
    /// <summary>Dark and light ink for digits, as red, green, blue.</summary>
    public static readonly (byte R, byte G, byte B) DarkInk = (0, 0, 0), LightInk = (0xFF, 0xFF, 0xFF);

    private const int CellSide = 16;
    private const int Line = 1;
    private const int Margin = 24;
    private const int DotSide = 2;

    /// <summary>The background colour as red, green, blue. It also shows as the lines between cells.</summary>
    public static (byte R, byte G, byte B) Background => (0x55, 0x55, 0x55);

    /// <summary>Lays out a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="digits">Whether each cell shows the digit of its colour.</param>
    public static Picture Of(ArcTask task, bool digits)
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
        return new(x, below + outputHeight + Margin, cells, digits ? [.. cells.SelectMany(DotsOf)] : []);
    }

    private static int Side(int count) => count * (CellSide + Line);

    private static IEnumerable<ColoredRectangle> DotsOf(ColoredRectangle cell)
    {
        var (x, y) = (cell.X + (CellSide - DigitFont.Columns * DotSide) / 2, cell.Y + (CellSide - DigitFont.Rows * DotSide) / 2);
        return DigitFont.Of(cell.Color).Select(dot => new ColoredRectangle(
            x + dot.Column * DotSide, y + dot.Row * DotSide, DotSide, DotSide, cell.Color));
    }

    private static void Place(List<ColoredRectangle> cells, Grid grid, int x, int y)
    {
        for (var row = 0; row < grid.Rows; row++)
            for (var col = 0; col < grid.Cols; col++)
                cells.Add(new(x + Side(col), y + Side(row), CellSide, CellSide, grid[row, col]));
    }
}
