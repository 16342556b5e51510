using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>How two objects lie relative to each other.</summary>
internal static class Relations
{
    public static Family Family { get; } = new("Relations", "How two objects lie relative to each other on the grid that they come from.",
    [
        new("inside", "a: Grid, b: Grid -> Bool", "Whether the frame of a lies within the frame of b.",
            "inside(first(holes(\"00000/01110/01010/01110/00000\")), first(objects(\"00000/01110/01010/01110/00000\")))", Inside),
        new("on_edge", "o: Grid, g: Grid -> Bool", "Whether the frame of o reaches an edge of g.",
            "on_edge(first(objects(\"000/010/000\")), \"000/010/000\")", OnEdge),
        new("same_shape", "a: Grid, b: Grid -> Bool",
            "Whether the ink of a and the ink of b have the same shape. Colours and places do not matter.",
            "same_shape(\"10/11\", \"20/22\")",
            SameShape),
        new("share_rows", "a: Grid, b: Grid -> Bool", "Whether the frames of a and b have a row in common.",
            "share_rows(first(objects(\"102\")), last(objects(\"102\")))", ShareRows),
        new("share_cols", "a: Grid, b: Grid -> Bool", "Whether the frames of a and b have a column in common.",
            "share_cols(first(objects(\"102\")), last(objects(\"102\")))", ShareCols),
        new("distance", "a: Grid, b: Grid -> Int", "The number of rows plus the number of columns that lie between the frames of a and b.",
            "distance(first(objects(\"1002\")), last(objects(\"1002\")))", Distance),
        new("toward", "a: Grid, b: Grid -> Point",
            "The direction from the frame of a to the frame of b. If the frames overlap, the direction from centre to centre.",
            "toward(first(objects(\"1002\")), last(objects(\"1002\")))",
            Toward),
        new("between", "a: Grid, b: Grid -> Grid",
            "The rectangle of cells between the frames of a and b, as a black object. Fails unless they face each other across a gap.",
            "between(first(objects(\"1002/1000\")), last(objects(\"1002/1000\")))",
            Between),
        new("nearest", "o: Grid, gs: List<Grid> -> Grid",
            "The grid of gs, other than o itself, whose frame is nearest to that of o; of equally near ones, the one with the nearest " +
                "centre. Fails if there is none.",
            "nearest(first(objects(\"10020/00000/00003\")), objects(\"10020/00000/00003\"))",
            Matching.Nearest),
        new("match_by", "o: Grid, gs: List<Grid>, f: (Grid -> A) -> Grid",
            "The first grid of gs, other than o itself, that has the same value of f as o. Fails if there is none.",
            "match_by(first(objects(\"101/002/022\")), objects(\"202/001/011\"), shape)",
            Matching.Match),
        new("by_depth", "gs: List<Grid>, g: Grid -> List<Grid>",
            "The objects of gs in the order in which they lie on g, the top one first. Of two, the upper one is the one that g shows in " +
                "more of the cells where their ink meets. Fails if they cover one another in a circle.",
            "by_depth([\"111./....\", \".2/.2\"], \"121/020\")",
            Matching.ByDepth),
    ]);

    /// <summary>
    /// The direction in which b lies beside a: -1, 0 or 1 for the rows and for the columns. It is 0 where the frames have rows or columns
    /// in common.
    /// </summary>
    public static Point Direction(Grid a, Grid b) => new(
        b.Row >= a.Row + a.Rows ? 1 : b.Row + b.Rows <= a.Row ? -1 : 0,
        b.Col >= a.Col + a.Cols ? 1 : b.Col + b.Cols <= a.Col ? -1 : 0);

    private static Value Inside(CallContext x)
    {
        var (a, b) = (x.Grid(0), x.Grid(1));
        return a.Row >= b.Row && a.Col >= b.Col && a.Row + a.Rows <= b.Row + b.Rows && a.Col + a.Cols <= b.Col + b.Cols;
    }

    private static Value OnEdge(CallContext x)
    {
        var (o, g) = (x.Grid(0), x.Grid(1));
        return o.Row <= g.Row || o.Col <= g.Col || o.Row + o.Rows >= g.Row + g.Rows || o.Col + o.Cols >= g.Col + g.Cols;
    }

    private static Value ShareRows(CallContext x)
    {
        var (a, b) = (x.Grid(0), x.Grid(1));
        return a.Row < b.Row + b.Rows && b.Row < a.Row + a.Rows;
    }

    private static Value ShareCols(CallContext x)
    {
        var (a, b) = (x.Grid(0), x.Grid(1));
        return a.Col < b.Col + b.Cols && b.Col < a.Col + a.Cols;
    }

    private static Value Distance(CallContext x) => Gap(x.Grid(0), x.Grid(1));

    /// <summary>The number of rows plus the number of columns between the frames of two grids.</summary>
    public static int Gap(Grid a, Grid b)
    {
        var rows = Math.Max(b.Row - (a.Row + a.Rows), a.Row - (b.Row + b.Rows));
        var cols = Math.Max(b.Col - (a.Col + a.Cols), a.Col - (b.Col + b.Cols));
        return Math.Max(0, rows) + Math.Max(0, cols);
    }

    private static Value Toward(CallContext x)
    {
        var direction = Direction(x.Grid(0), x.Grid(1));
        return direction != default ? direction : CenterToCenter(x.Grid(0), x.Grid(1));
    }

    /// <summary>The number of rows plus the number of columns between the centres of two grids, in half cells.</summary>
    public static int CenterDistance(Grid a, Grid b)
    {
        var (rows, cols) = CenterStep(a, b);
        return Math.Abs(rows) + Math.Abs(cols);
    }

    private static Point CenterToCenter(Grid a, Grid b)
    {
        var (rows, cols) = CenterStep(a, b);
        return new(Math.Sign(rows), Math.Sign(cols));
    }

    /// <summary>The rows and columns from the centre of one grid to that of another, in half cells.</summary>
    private static (int Rows, int Cols) CenterStep(Grid a, Grid b) =>
        (2 * b.Row + b.Rows - (2 * a.Row + a.Rows), 2 * b.Col + b.Cols - (2 * a.Col + a.Cols));

    private static Value SameShape(CallContext x)
    {
        var (a, b) = (x.Grid(0), x.Grid(1));
        if (!Ink.Bounds(a, out var p) || !Ink.Bounds(b, out var q) || p.Rows != q.Rows || p.Cols != q.Cols)
            return false;
        for (var r = 0; r < p.Rows; r++)
            for (var c = 0; c < p.Cols; c++)
                if (a.IsInk(a[p.Row + r, p.Col + c]) != b.IsInk(b[q.Row + r, q.Col + c]))
                    return false;
        return true;
    }

    private static Value Between(CallContext x)
    {
        var (a, b) = (x.Grid(0), x.Grid(1));
        var (top, bottom, stacked) = Facing(a.Row, a.Row + a.Rows, b.Row, b.Row + b.Rows);
        var (left, right, aside) = Facing(a.Col, a.Col + a.Cols, b.Col, b.Col + b.Cols);
        if (stacked == aside || top == bottom || left == right)
            return x.Fail("the two do not face one another");
        var gap = x.NewTransparent(bottom - top, right - left, top, left);
        gap.WritableCells.Clear();
        return gap;
    }

    /// <summary>
    /// The interval that two intervals [a, aEnd) and [b, bEnd) share. If they share none, the gap between them.
    /// </summary>
    private static (int From, int To, bool Gap) Facing(int a, int aEnd, int b, int bEnd) => Math.Max(a, b) < Math.Min(aEnd, bEnd)
        ? (Math.Max(a, b), Math.Min(aEnd, bEnd), false)
        : (Math.Min(aEnd, bEnd), Math.Max(a, b), true);
}
