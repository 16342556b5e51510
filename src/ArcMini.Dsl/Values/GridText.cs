namespace ArcMini.Dsl.Values;

/// <summary>The written form of a grid: a digit a cell, <c>.</c> where transparent, rows parted by <c>/</c>, as in <c>"12/3."</c>.</summary>
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

    /// <summary>Reads a grid; false where a row is empty or of another length than the first, a side is over 30, or a sign is none of 0-9 and <c>.</c>.</summary>
    public static bool TryRead(string text, out Grid grid)
    {
        grid = null!;
        var rows = text.Split('/');
        var cols = rows[0].Length;
        if (cols is 0 or > 30 || rows.Length > 30 || rows.Any(row => row.Length != cols || row.Any(sign => sign != '.' && !char.IsAsciiDigit(sign))))
            return false;
        grid = Budget.Load(rows.Length, cols, [.. string.Concat(rows).Select(sign => sign == '.' ? Grid.Transparent : (byte)(sign - '0'))]);
        return true;
    }
}
