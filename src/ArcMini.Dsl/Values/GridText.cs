namespace ArcMini.Dsl.Values;

/// <summary>
/// The text form of a grid, such as <c>"12/3."</c>: a digit for each cell, <c>.</c> for a transparent cell, <c>/</c> between rows.
/// </summary>
public static class GridText
{
    /// <summary>Writes a grid on one line.</summary>
    public static string Write(Grid grid) => string.Create(grid.Area + Math.Max(grid.Rows - 1, 0), grid, static (text, g) =>
    {
        var at = 0;
        for (var r = 0; r < g.Rows; r++)
        {
            if (r > 0)
                text[at++] = '/';
            for (var c = 0; c < g.Cols; c++)
                text[at++] = g[r, c] == Grid.Transparent ? '.' : (char)('0' + g[r, c]);
        }
    });

    /// <summary>
    /// Reads a grid. False if a row is empty, the rows differ in length, a side is longer than <see cref="Grid.MaxTaskSide"/>, or a
    /// character is not one of 0-9 and <c>.</c>.
    /// </summary>
    public static bool TryRead(string text, out Grid grid)
    {
        grid = null!;
        var rows = text.Split('/');
        var cols = rows[0].Length;
        if (cols is 0 or > Grid.MaxTaskSide || rows.Length > Grid.MaxTaskSide || rows.Any(row => row.Length != cols || !row.All(IsCell)))
            return false;
        grid = Budget.Load(rows.Length, cols, [.. string.Concat(rows).Select(sign => sign == '.' ? Grid.Transparent : (byte)(sign - '0'))]);
        return true;
    }

    private static bool IsCell(char sign) => sign == '.' || char.IsAsciiDigit(sign);
}
