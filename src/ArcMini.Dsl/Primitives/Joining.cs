using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Joining grids side by side and one below another.</summary>
internal static class Joining
{
    /// <summary>Grids of one height side by side. The result has the place and the backdrop of the first.</summary>
    public static Value Beside(CallContext x, Grid[] grids)
    {
        if (grids.Length == 0 || grids.Any(grid => grid.Rows != grids[0].Rows))
            return x.Fail("grids side by side need one height");
        var joined = x.Budget.NewGrid(grids[0].Rows, grids.Sum(grid => grid.Cols), grids[0].Row, grids[0].Col, grids[0].Backdrop);
        var col = 0;
        foreach (var grid in grids)
        {
            for (var r = 0; r < grid.Rows; r++)
                grid.Cells.Slice(r * grid.Cols, grid.Cols).CopyTo(joined.WritableCells[(r * joined.Cols + col)..]);
            col += grid.Cols;
        }
        return joined;
    }

    /// <summary>Grids of one width one below another. The result has the place and the backdrop of the first.</summary>
    public static Value Above(CallContext x, Grid[] grids)
    {
        if (grids.Length == 0 || grids.Any(grid => grid.Cols != grids[0].Cols))
            return x.Fail("grids one below another need one width");
        var joined = x.Budget.NewGrid(grids.Sum(grid => grid.Rows), grids[0].Cols, grids[0].Row, grids[0].Col, grids[0].Backdrop);
        var at = 0;
        foreach (var grid in grids)
        {
            grid.Cells.CopyTo(joined.WritableCells[at..]);
            at += grid.Area;
        }
        return joined;
    }

    /// <summary>Grids of one size in rows of n each.</summary>
    public static Value Arrange(CallContext x)
    {
        var (grids, n) = (Grids(x.List(0)), x.Int(1));
        if (n < 1 || grids.Length == 0 || grids.Length % n != 0 || !grids.All(grids[0].IsSizeOf))
            return x.Fail($"{grids.Length} grids cannot be arranged in rows of {n}");
        var rows = new List<Grid>();
        foreach (var row in grids.Chunk(n))
            rows.Add(Beside(x, row).Grid);
        return Above(x, [.. rows]);
    }

    /// <summary>The grids of a list.</summary>
    public static Grid[] Grids(Items items)
    {
        var grids = new Grid[items.Count];
        for (var i = 0; i < grids.Length; i++)
            grids[i] = items[i].Grid;
        return grids;
    }
}
