using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>
/// Finding the tile that a grid repeats. The cells of one colour, named <c>but</c> here, are unknown: they fit any tile. Smaller tiles
/// are tried first; of tiles with equal area, the one with fewer rows.
/// </summary>
internal static class Tilings
{
    /// <summary>The smallest tile that the grid is a repetition of, or the grid itself.</summary>
    public static Value Unit(CallContext x)
    {
        var g = x.Grid(0);
        var widths = Widths(x, g, Grid.Unknown);
        for (var area = 1; area < g.Area; area++)
        {
            x.ChargeLooks(Math.Min(area, g.Rows));
            for (var rows = 1; rows <= Math.Min(area, g.Rows); rows++)
                if (IsSide(g, area, rows, widths) && Tile(x, g, rows, area / rows, Grid.Unknown, skew: 0) is not null)
                    return x.Part(g, 0, 0, rows, area / rows)!;
        }
        return g;
    }

    /// <summary>The first argument with the cells of the colour that is the second replaced, so that it is a tiling.</summary>
    public static Value Complete(CallContext x)
    {
        var (g, but) = (x.Grid(0), x.Color(1));
        var widths = Widths(x, g, but);
        for (var area = 1; area < g.Area; area++)
            if (Tiled(x, g, area, widths, but) is { } tiled)
                return tiled;
        return x.Fail("no tiling fits the other cells");
    }

    /// <summary>As <see cref="Complete"/>, for the colour that allows the smallest tile; of several such colours, the rarest.</summary>
    public static Value Repair(CallContext x)
    {
        var g = x.Grid(0);
        var colors = Colors.ByCount(g, ink: false);
        var widths = colors.ConvertAll(color => Widths(x, g, color));
        for (var area = 1; area < g.Area; area++)
            for (var i = colors.Count - 1; i >= 0; i--)
                if (Tiled(x, g, area, widths[i], colors[i]) is { } tiled)
                    return tiled;
        return x.Fail("no colour alone spoils a tiling");
    }

    /// <summary>The grid with its unknown cells replaced by those of a tile of the given area. Null if no such tile fits.</summary>
    private static Grid? Tiled(CallContext x, Grid g, int area, bool[] widths, byte but)
    {
        x.ChargeLooks(Math.Min(area, g.Rows));
        for (var rows = 1; rows <= Math.Min(area, g.Rows); rows++)
        {
            if (!IsSide(g, area, rows, widths))
                continue;
            var cols = area / rows;
            for (var skew = 0; skew < cols; skew++)
                if (Tile(x, g, rows, cols, but, skew) is { } tile && !tile.Contains(but))
                    return x.Cells(g, g.Rows, g.Cols, (source, r, c) =>
                        source[r, c] == but ? tile[Place(r, c, rows, cols, skew)] : source[r, c]);
        }
        return null;
    }

    /// <summary>Whether a tile of the given area can have the given number of rows, and a width that the rows of the grid allow.</summary>
    private static bool IsSide(Grid g, int area, int rows, bool[] widths) =>
        area % rows == 0 && area / rows <= g.Cols && widths[area / rows];

    /// <summary>
    /// The widths, as indices, by which every row of the grid repeats when it is looked at alone. Other widths need no further look.
    /// </summary>
    private static bool[] Widths(CallContext x, Grid g, byte but)
    {
        var widths = new bool[g.Cols + 1];
        Span<byte> tile = stackalloc byte[Grid.MaxSide];
        for (var width = 1; width <= g.Cols; width++)
        {
            widths[width] = true;
            for (var r = 0; r < g.Rows && widths[width]; r++)
            {
                x.Charge(g.Cols);
                tile[..width].Fill(but);
                widths[width] = Repeats(g.Line(r), 0, tile[..width], but);
            }
        }
        return widths;
    }

    /// <summary>
    /// The tile of rows x cols cells that the grid repeats, row by row, with <paramref name="but"/> where it is not known. Each row of
    /// tiles lies <paramref name="skew"/> columns further right than the one above. Null if two cells contradict each other.
    /// </summary>
    private static byte[]? Tile(CallContext x, Grid g, int rows, int cols, byte but, int skew)
    {
        x.ChargeLooks(rows * cols / SimdCells.Length);
        Span<byte> tile = stackalloc byte[rows * cols];
        tile.Fill(but);
        for (var line = 0; line < rows; line++)
            for (var r = line; r < g.Rows; r += rows)
            {
                x.Charge(g.Cols);
                if (!Repeats(g.Line(r), Place(r, 0, rows, cols, skew) - line * cols, tile.Slice(line * cols, cols), but))
                    return null;
            }
        return tile.ToArray();
    }

    /// <summary>
    /// Enters a row of cells into a row of a tile, over and over, from column <paramref name="at"/> of the tile on. Returns false if two
    /// cells contradict each other.
    /// </summary>
    private static bool Repeats(ReadOnlySpan<byte> line, int at, Span<byte> tile, byte but)
    {
        foreach (var cell in line)
        {
            ref var known = ref tile[at];
            if (++at == tile.Length)
                at = 0;
            if (cell == but || cell == known)
                continue;
            if (known != but)
                return false;
            known = cell;
        }
        return true;
    }

    /// <summary>The index, within its tile, of the cell at a row and column of the grid.</summary>
    private static int Place(int r, int c, int rows, int cols, int skew) =>
        r % rows * cols + ((c - r / rows * skew) % cols + cols) % cols;
}
