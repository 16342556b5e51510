using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>How often each of the ten colours and transparent occurs.</summary>
[InlineArray(Grid.Transparent + 1)]
internal struct ColorCounts
{
    private int first;
}

/// <summary>The few ways in which primitives make grids and lists.</summary>
internal static class Build
{
    public delegate byte CellOf(Grid source, int row, int col);

    public delegate void LineOf(Grid source, int row, Span<byte> line);

    /// <summary>A blank draft of a grid's size, origin and backdrop.</summary>
    public static Grid Draft(this CallContext x, Grid like) => x.Budget.NewGrid(like.Rows, like.Cols, like.Row, like.Col, like.Backdrop);

    /// <summary>A copy to be written on.</summary>
    public static Grid Copy(this CallContext x, Grid grid)
    {
        var copy = x.Draft(grid);
        grid.Cells.CopyTo(copy.WritableCells);
        return copy;
    }

    /// <summary>A draft of a grid's size and origin on which nothing is visible yet.</summary>
    public static Grid Clear(this CallContext x, int rows, int cols, int row, int col)
    {
        var clear = x.Budget.NewGrid(rows, cols, row, col, Grid.Transparent);
        clear.WritableCells.Fill(Grid.Transparent);
        return clear;
    }

    /// <summary>A draft as large as a grid, on which nothing is visible yet.</summary>
    public static Grid Clear(this CallContext x, Grid like) => x.Clear(like.Rows, like.Cols, like.Row, like.Col);

    /// <summary>A grid of the given size whose cells are looked up in another, with its origin and backdrop.</summary>
    public static Grid Cells(this CallContext x, Grid source, int rows, int cols, CellOf cell)
    {
        var result = x.Budget.NewGrid(rows, cols, source.Row, source.Col, source.Backdrop);
        var draft = result.WritableCells;
        for (int r = 0, at = 0; r < rows; r++)
            for (var c = 0; c < cols; c++)
                draft[at++] = cell(source, r, c);
        return result;
    }

    /// <summary>A grid of the given size whose rows are written one by one, with the origin and backdrop of another.</summary>
    public static Grid Lines(this CallContext x, Grid source, int rows, int cols, LineOf line)
    {
        var result = x.Budget.NewGrid(rows, cols, source.Row, source.Col, source.Backdrop);
        for (var r = 0; r < rows; r++)
            line(source, r, result.WritableCells.Slice(r * cols, cols));
        return result;
    }

    /// <summary>Every cell through a table of what becomes of each value.</summary>
    public static Grid Recolored(this CallContext x, Grid grid, Vector128<byte> table, byte backdrop)
    {
        var result = x.Budget.NewGrid(grid.Rows, grid.Cols, grid.Row, grid.Col, backdrop);
        for (var at = 0; at < grid.Area; at += SimdCells.Length)
            SimdCells.Write(Vector128.ShuffleNative(table, SimdCells.Read(grid.Cells, at)), result.WritableCells, at);
        return result;
    }

    /// <summary>A part of a grid, with its place on the parent; null where it is not wholly inside.</summary>
    public static Grid? Part(this CallContext x, Grid grid, int row, int col, int rows, int cols)
    {
        if (row < 0 || col < 0 || rows < 1 || cols < 1 || row + rows > grid.Rows || col + cols > grid.Cols)
            return null;
        if (rows == grid.Rows && cols == grid.Cols)
            return grid;
        var part = x.Budget.NewGrid(rows, cols, grid.Row + row, grid.Col + col, grid.Backdrop);
        for (var r = 0; r < rows; r++)
            grid.Cells.Slice((row + r) * grid.Cols + col, cols).CopyTo(part.WritableCells[(r * cols)..]);
        return part;
    }

    /// <summary>A part as a value, or the failure that it is not there.</summary>
    public static Value PartOrFail(this CallContext x, Grid grid, int row, int col, int rows, int cols) =>
        x.Part(grid, row, col, rows, cols) is { } part ? part : x.Fail($"a part of {rows} x {cols} at ({row}, {col}) is not inside a grid of {grid.Rows} x {grid.Cols}");

    /// <summary>A list of grids.</summary>
    public static Value Grids(this CallContext x, List<Grid> grids)
    {
        var values = new Value[grids.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = grids[i];
        return x.Budget.NewList(values);
    }

    /// <summary>Lays a grid's visible cells over a draft, both placed by their origins; what falls outside is lost.</summary>
    public static void Lay(this CallContext x, Grid draft, Grid piece, bool under = false)
    {
        x.Charge(piece.Area);
        var (dr, dc) = (piece.Row - draft.Row, piece.Col - draft.Col);
        var backdrop = under ? draft.Backdrop : Grid.Unknown;
        var (top, bottom) = (Math.Max(0, -dr), Math.Min(piece.Rows, draft.Rows - dr));
        var (from, to) = (Math.Max(0, -dc), Math.Min(piece.Cols, draft.Cols - dc));
        if (from >= to || top >= bottom)
            return;
        var (lines, length) = piece.Cols == draft.Cols && dc == 0 ? (1, (bottom - top) * piece.Cols) : (bottom - top, to - from);
        for (var r = top; r < top + lines; r++)
        {
            var above = piece.Cells.Slice(r * piece.Cols + from, length);
            var below = draft.WritableCells.Slice((r + dr) * draft.Cols + from + dc, length);
            if (under)
                LayUnder(above, below, backdrop);
            else
                LayOver(above, below);
        }
    }

    private static void LayOver(ReadOnlySpan<byte> above, Span<byte> below)
    {
        var at = 0;
        for (; at <= above.Length - SimdCells.Length; at += SimdCells.Length)
        {
            var (over, under) = (SimdCells.Read(above, at), SimdCells.Read(below, at));
            SimdCells.Write(Vector128.ConditionalSelect(Vector128.Equals(over, Vector128.Create(Grid.Transparent)), under, over), below, at);
        }
        for (; at < above.Length && at < below.Length; at++)
            below[at] = above[at] == Grid.Transparent ? below[at] : above[at];
    }

    private static void LayUnder(ReadOnlySpan<byte> above, Span<byte> below, byte backdrop)
    {
        for (var c = 0; c < above.Length && c < below.Length; c++)
            if (above[c] != Grid.Transparent && (below[c] == backdrop || below[c] == Grid.Transparent))
                below[c] = above[c];
    }

    /// <summary>The rectangle around the ink; false where there is none.</summary>
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

    /// <summary>How often each of the ten colours and transparent occurs.</summary>
    public static ColorCounts Counts(Grid grid)
    {
        var counts = default(ColorCounts);
        var left = grid.Area;
        for (byte value = 0; left > 0; value++)
            left -= counts[value] = grid.Cells.Count(value);
        return counts;
    }
}
