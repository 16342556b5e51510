using System.Runtime.Intrinsics;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>The ways in which primitives make grids and lists. All of them charge the budget of the call.</summary>
internal static class Build
{
    /// <summary>Returns the value of the new cell at a row and column.</summary>
    public delegate byte CellOf(Grid source, int row, int col);

    /// <summary>Writes one row of a new grid.</summary>
    public delegate void LineOf(Grid source, int row, Span<byte> line);

    /// <summary>A new grid, to be written, with the size, the origin and the backdrop of another.</summary>
    public static Grid NewLike(this CallContext x, Grid like) =>
        x.Budget.NewGrid(like.Rows, like.Cols, like.Row, like.Col, like.Backdrop);

    /// <summary>A copy of a grid, to be written on.</summary>
    public static Grid Copy(this CallContext x, Grid grid)
    {
        var copy = x.NewLike(grid);
        grid.Cells.CopyTo(copy.WritableCells);
        return copy;
    }

    /// <summary>A new object of the given size and origin, to be written, in which every cell is transparent.</summary>
    public static Grid NewTransparent(this CallContext x, int rows, int cols, int row, int col)
    {
        var result = x.Budget.NewGrid(rows, cols, row, col, Grid.Transparent);
        result.WritableCells.Fill(Grid.Transparent);
        return result;
    }

    /// <summary>A new object of the size and origin of a grid, to be written, in which every cell is transparent.</summary>
    public static Grid NewTransparent(this CallContext x, Grid like) => x.NewTransparent(like.Rows, like.Cols, like.Row, like.Col);

    /// <summary>A new grid of the given size whose cells are computed. It has the origin and the backdrop of the source.</summary>
    public static Grid Cells(this CallContext x, Grid source, int rows, int cols, CellOf cell)
    {
        var result = x.Budget.NewGrid(rows, cols, source.Row, source.Col, source.Backdrop);
        var cells = result.WritableCells;
        for (int r = 0, at = 0; r < rows; r++)
            for (var c = 0; c < cols; c++)
                cells[at++] = cell(source, r, c);
        return result;
    }

    /// <summary>A new grid of the given size whose rows are written one by one. It has the origin and the backdrop of the source.</summary>
    public static Grid Lines(this CallContext x, Grid source, int rows, int cols, LineOf line)
    {
        var result = x.Budget.NewGrid(rows, cols, source.Row, source.Col, source.Backdrop);
        for (var r = 0; r < rows; r++)
            line(source, r, result.WritableCells.Slice(r * cols, cols));
        return result;
    }

    /// <summary>A copy of a grid in which every cell value v becomes the element v of a table.</summary>
    public static Grid Recolored(this CallContext x, Grid grid, Vector128<byte> table, byte backdrop)
    {
        var result = x.Budget.NewGrid(grid.Rows, grid.Cols, grid.Row, grid.Col, backdrop);
        for (var at = 0; at < grid.Area; at += SimdCells.Length)
            SimdCells.Write(Vector128.ShuffleNative(table, SimdCells.Read(grid.Cells, at)), result.WritableCells, at);
        return result;
    }

    /// <summary>A rectangular part of a grid, with its place on the parent. Null if the rectangle is not wholly inside the grid.</summary>
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

    /// <summary>As <see cref="Part"/>, but fails if the rectangle is not wholly inside the grid.</summary>
    public static Value PartOrFail(this CallContext x, Grid grid, int row, int col, int rows, int cols) =>
        x.Part(grid, row, col, rows, cols) is { } part
            ? part
            : x.Fail($"a part of {rows} x {cols} at ({row}, {col}) is not inside a grid of {grid.Rows} x {grid.Cols}");

    /// <summary>A list of grids as a value.</summary>
    public static Value Grids(this CallContext x, List<Grid> grids)
    {
        var values = new Value[grids.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = grids[i];
        return x.Budget.NewList(values);
    }
}
