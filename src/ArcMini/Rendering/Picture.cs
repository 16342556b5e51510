using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Rendering;

/// <summary>A rectangle of a picture in pixels, in a colour 0-9.</summary>
internal readonly record struct ColoredRectangle(int X, int Y, int Width, int Height, byte Color);

/// <summary>A task as coloured boxes, to be written as SVG or PNG: a column a pair, its input above its output; test inputs at the right.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Boxes">One box a cell, none overlapping another.</param>
internal sealed record Picture(int Width, int Height, IReadOnlyList<ColoredRectangle> Boxes)
{
    private const int Cell = 16;
    private const int Line = 1;
    private const int Margin = 24;

    /// <summary>The paper's colour, which also shows as the lines between cells: red, green, blue.</summary>
    public static (byte R, byte G, byte B) Paper => (0x55, 0x55, 0x55);

    /// <summary>Lays out a task.</summary>
    public static Picture Of(ArcTask task)
    {
        var columns = task.Pairs.Select(pair => (pair.Input, Output: (Grid?)pair.Output)).Concat(task.Tests.Select(test => (test.Input, test.Output))).ToList();
        var boxes = new List<ColoredRectangle>();
        var x = Margin;
        var below = 2 * Margin + columns.Max(column => Side(column.Input.Rows));
        for (var i = 0; i < columns.Count; i++)
        {
            var (input, output) = columns[i];
            x += i == task.Pairs.Count ? 2 * Margin : 0;
            Place(boxes, input, x, Margin);
            if (output is not null)
                Place(boxes, output, x, below);
            x += Side(Math.Max(input.Cols, output?.Cols ?? 0)) + Margin;
        }
        return new(x, below + columns.Max(column => column.Output is null ? -Margin : Side(column.Output.Rows)) + Margin, boxes);
    }

    private static int Side(int cells) => cells * (Cell + Line);

    private static void Place(List<ColoredRectangle> boxes, Grid grid, int x, int y)
    {
        for (var row = 0; row < grid.Rows; row++)
            for (var col = 0; col < grid.Cols; col++)
                boxes.Add(new(x + Side(col), y + Side(row), Cell, Cell, grid[row, col]));
    }
}
