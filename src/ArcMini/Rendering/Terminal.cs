using System.Globalization;
using System.Text;
using ArcMini.Dsl.Values;

namespace ArcMini.Rendering;

/// <summary>
/// Draws grids as text. With colours, a cell is two characters in 24-bit colours. Without, it is one digit. A transparent cell is
/// <c>.</c>.
/// </summary>
/// <param name="Colors">Whether colour codes are used.</param>
/// <param name="Width">The characters per line.</param>
/// <param name="Palette">What the colours look like.</param>
internal sealed record Terminal(bool Colors, int Width, Palette Palette)
{
    private const int DefaultWidth = 80;
    private const int Gap = 3;

    /// <summary>
    /// The terminal of standard output. It has colours unless <paramref name="noColor"/> or <c>NO_COLOR</c> is set, the terminal is dumb,
    /// or standard output is not a terminal.
    /// </summary>
    public static Terminal Of(bool noColor, Palette palette)
    {
        var pipe = Console.IsOutputRedirected;
        var forbidden = noColor
            || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new(!pipe && !forbidden, WidthOf(pipe), palette);
    }

    /// <summary>Draws a grid. Cells for which <paramref name="mark"/> holds are followed by <c>!</c>.</summary>
    public Panel Draw(Grid grid, Func<int, int, bool>? mark = null)
    {
        var wide = Colors || mark is not null;
        var lines = new string[grid.Rows];
        var text = new StringBuilder();
        for (var row = 0; row < grid.Rows; row++)
        {
            text.Clear();
            for (var col = 0; col < grid.Cols; col++)
            {
                var cell = grid[row, col];
                if (Colors)
                    text.Append(Code(cell));
                text.Append(cell == Grid.Transparent ? '.' : (char)('0' + cell));
                if (wide)
                    text.Append(mark?.Invoke(row, col) == true ? '!' : ' ');
            }
            lines[row] = text.Append(Colors ? "\e[0m" : "").ToString();
        }
        return new(lines, grid.Cols * (wide ? 2 : 1));
    }

    /// <summary>Draws an input and its output: side by side if they fit, else one below the other.</summary>
    public Panel Draw(string title, Grid input, Grid? output)
    {
        var from = Draw(input);
        if (output is null)
            return from.Titled(title);
        var to = Draw(output);
        return from.Width + to.Width + 2 * Gap + 2 <= Width
            ? Panel.Beside(Gap, from, Panel.Text("->"), to).Titled(title)
            : Panel.Above(from, Panel.Text("->"), to).Titled(title);
    }

    /// <summary>The text of panels side by side, wrapped to the width. It ends with a line end. Trailing blanks are removed.</summary>
    public string Flow(params IReadOnlyList<Panel> panels)
    {
        var text = new StringBuilder();
        foreach (var line in Panel.Flow(Width, 2 * Gap, panels).Lines)
            text.Append(line.TrimEnd(' ')).Append('\n');
        return text.ToString();
    }

    private string Code(byte cell)
    {
        if (cell == Grid.Transparent)
            return "\e[0m";
        var (r, g, b) = Palette.Of(cell);
        return $"\e[{(Palette.IsLight(cell) ? "30" : "97")};48;2;{r};{g};{b}m";
    }

    private static int WidthOf(bool pipe)
    {
        var variable = Environment.GetEnvironmentVariable("COLUMNS");
        if (int.TryParse(variable, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0)
            return columns;
        try
        {
            return pipe || Console.WindowWidth <= 0 ? DefaultWidth : Console.WindowWidth;
        }
        catch (Exception error) when (error is IOException or PlatformNotSupportedException)
        {
            return DefaultWidth;
        }
    }
}
