using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Rendering;

/// <summary>
/// A task drawn as coloured rectangles, for SVG and PNG files. Each pair is a column with the input above the output. The test inputs
/// follow on the right. Columns that do not fit beside each other go on below. Where there are very many, the cells are smaller.
/// </summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="CellSide">The side of a cell in pixels.</param>
/// <param name="Grids">The grids from top to bottom, with the places of their top left pixels. They do not overlap.</param>
/// <param name="HasDigits">Whether each cell shows the digit of its colour.</param>
internal sealed record Picture(int Width, int Height, int CellSide, IReadOnlyList<(Grid Grid, int X, int Y)> Grids, bool HasDigits)
{
    /// <summary>Dark and light ink for digits, as red, green, blue.</summary>
    public static readonly (byte R, byte G, byte B) DarkInk = (0, 0, 0), LightInk = (0xFF, 0xFF, 0xFF);

    /// <summary>The pixels between cells.</summary>
    public const int Line = 1;

    private const int Margin = 24;
    private const int DotSide = 2;

    /// <summary>The width from which on columns go on below.</summary>
    private const int MaxWidth = 16_000;

    /// <summary>The most pixels of a picture whose cells could be smaller.</summary>
    private const long MaxPixels = 200_000_000;

    private static readonly int[] CellSides = [16, 7, 3, 1];

    /// <summary>Lines of text below the cells. Only an SVG file has them.</summary>
    public IReadOnlyList<string> Caption { get; init; } = [];

    /// <summary>The background colour as red, green, blue. It also shows as the lines between cells.</summary>
    public static (byte R, byte G, byte B) Background => (0x55, 0x55, 0x55);

    /// <summary>How far apart the left sides of neighbouring cells are, in pixels.</summary>
    public int Pitch => CellSide + Line;

    /// <summary>One rectangle per cell. They do not overlap.</summary>
    public IEnumerable<ColoredRectangle> Cells =>
        from place in Grids
        from row in Enumerable.Range(0, place.Grid.Rows)
        from col in Enumerable.Range(0, place.Grid.Cols)
        select new ColoredRectangle(
            place.X + col * Pitch, place.Y + row * Pitch, CellSide, CellSide, place.Grid[row, col]);

    /// <summary>The dots of the digits that lie over the cells, each with the colour of its cell. Empty without digits.</summary>
    public IEnumerable<ColoredRectangle> Dots => HasDigits ? Cells.SelectMany(DotsOf) : [];

    /// <summary>Lays out a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="digits">Whether each cell shows the digit of its colour.</param>
    public static Picture Of(ArcTask task, bool digits)
    {
        var pictures = CellSides.Select(side => Of(task, side, digits)).ToList();
        return pictures.Find(picture => (long)picture.Width * picture.Height <= MaxPixels) ?? pictures[^1];
    }

    private static Picture Of(ArcTask task, int cellSide, bool digits)
    {
        var columns = task.Pairs.Select(pair => (pair.Input, Output: (Grid?)pair.Output))
            .Concat(task.Tests.Select(test => (test.Input, test.Output))).ToList();
        var grids = new List<(Grid, int, int)>();
        var (x, y, width) = (Margin, Margin, 0);
        for (int first = 0, next; first < columns.Count; first = next)
        {
            var lefts = new List<int>();
            for (next = first; next < columns.Count && (next == first || x + WidthOf(columns[next]) < MaxWidth); next++)
            {
                x += next == task.Pairs.Count ? 2 * Margin : 0;
                lefts.Add(x);
                x += WidthOf(columns[next]) + Margin;
            }
            var band = columns[first..next];
            var below = y + Margin + band.Max(column => Side(column.Input.Rows));
            grids.AddRange(band.Select((column, i) => (column.Input, lefts[i], y)));
            grids.AddRange(band.Select((column, i) => (column.Output, lefts[i], below)).Where(place => place.Output is not null)!);
            var height = band.Max(column => column.Output is null ? -Margin : Side(column.Output.Rows));
            (width, x, y) = (Math.Max(width, x), Margin, below + height + Margin);
        }
        return new(width, y, cellSide, grids, digits && cellSide == CellSides[0]);

        int WidthOf((Grid Input, Grid? Output) column) => Side(Math.Max(column.Input.Cols, column.Output?.Cols ?? 0));

        int Side(int count) => count * (cellSide + Line);
    }

    private IEnumerable<ColoredRectangle> DotsOf(ColoredRectangle cell)
    {
        var (x, y) = (cell.X + (CellSide - DigitFont.Columns * DotSide) / 2, cell.Y + (CellSide - DigitFont.Rows * DotSide) / 2);
        return DigitFont.Of(cell.Color).Select(dot => new ColoredRectangle(
            x + dot.Column * DotSide, y + dot.Row * DotSide, DotSide, DotSide, cell.Color));
    }
}
