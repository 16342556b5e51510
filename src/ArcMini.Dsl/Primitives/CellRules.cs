using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Rules that decide for each cell by itself.</summary>
internal static class CellRules
{
    public static Family Family { get; } = new("Cell rules",
        "Rules that decide for each cell by itself, from its place and its neighbours.",
    [
        new("paint_where", "g: Grid, c: Color, f: (Point -> Bool) -> Grid",
            "g with the cells for whose places f holds painted in the colour c.",
            "paint_where(\"000/000\", red, p => row_of(p) == col_of(p))",
            PaintWhere),
        new("map_cells", "g: Grid, f: (Point -> Color) -> Grid", "g with every cell painted in the colour that f gives for its place.",
            "map_cells(\"12/34\", p => if row_of(p) == 0 then red else blue)", MapCells),
        new("points", "g: Grid -> List<Point>", "The places of the ink cells, row by row.", "points(\"010/001\")", Points),
        new("points_of", "g: Grid, c: Color -> List<Point>", "The places of the cells in the colour c, row by row.",
            "points_of(\"012/201\", red)", PointsOf),
        new("near4", "g: Grid, p: Point, c: Color -> Int",
            "How many of the four cells that share a side with the cell at p have the colour c.",
            "near4(\"211/202/121\", (1, 1), red)",
            Near4),
        new("is_ink", "g: Grid, p: Point -> Bool", "Whether the cell at p is ink; false if p is outside g.",
            "is_ink(\"010\", (0, 1))", x => Ink.IsAt(x.Grid(0), x.Point(1).Row, x.Point(1).Col)),
    ]);

    private static Value PaintWhere(CallContext x)
    {
        var result = x.Copy(x.Grid(0));
        for (var r = 0; r < result.Rows; r++)
            for (var c = 0; c < result.Cols; c++)
                if (x.Apply(2, new Point(result.Row + r, result.Col + c)).Bool)
                    result.WritableCells[r * result.Cols + c] = x.Color(1);
        return result;
    }

    private static Value MapCells(CallContext x)
    {
        var g = x.Grid(0);
        var result = x.Budget.NewGrid(g.Rows, g.Cols, g.Row, g.Col);
        for (var r = 0; r < result.Rows; r++)
            for (var c = 0; c < result.Cols; c++)
                result.WritableCells[r * result.Cols + c] = x.Apply(1, new Point(result.Row + r, result.Col + c)).Color;
        return result;
    }

    private static Value Points(CallContext x)
    {
        var g = x.Grid(0);
        return Where(x, g.IsInk);
    }

    private static Value PointsOf(CallContext x)
    {
        var color = x.Color(1);
        return Where(x, cell => cell == color);
    }

    /// <summary>The places of the cells whose values meet a condition, row by row.</summary>
    private static Items Where(CallContext x, Func<byte, bool> condition)
    {
        var g = x.Grid(0);
        var points = new List<Value>();
        for (var r = 0; r < g.Rows; r++)
            for (var c = 0; c < g.Cols; c++)
                if (condition(g[r, c]))
                    points.Add(new Point(g.Row + r, g.Col + c));
        return x.Budget.NewList([.. points]);
    }

    private static Value Near4(CallContext x)
    {
        var (g, p) = (x.Grid(0), x.Point(1));
        return Neighbors.Count(g, p.Row - g.Row, p.Col - g.Col, diagonal: false, ColorSet.Of(x.Color(2)));
    }
}
