using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>How objects lie to one another.</summary>
internal static class Relations
{
    public static Family Family { get; } = new("Relations", "How two objects lie to one another on their common parent.",
    [
        new("inside", "a: Grid, b: Grid -> Bool", "Whether the frame of a lies within the frame of b.", "inside(first(holes(\"00000/01110/01010/01110/00000\")), first(objects(\"00000/01110/01010/01110/00000\")))",
            x => x.Grid(0) is var a && x.Grid(1) is var b && a.Row >= b.Row && a.Col >= b.Col && a.Row + a.Rows <= b.Row + b.Rows && a.Col + a.Cols <= b.Col + b.Cols),
        new("on_edge", "o: Grid, g: Grid -> Bool", "Whether the frame of o reaches an edge of g.", "on_edge(first(objects(\"000/010/000\")), \"000/010/000\")",
            x => x.Grid(0) is var o && x.Grid(1) is var g && (o.Row <= g.Row || o.Col <= g.Col || o.Row + o.Rows >= g.Row + g.Rows || o.Col + o.Cols >= g.Col + g.Cols)),
        new("same_shape", "a: Grid, b: Grid -> Bool", "Whether their ink has the same shape, whatever its colours and place.", "same_shape(\"10/11\", \"20/22\")", SameShape),
        new("share_rows", "a: Grid, b: Grid -> Bool", "Whether their frames have a row in common.", "share_rows(first(objects(\"102\")), last(objects(\"102\")))",
            x => x.Grid(0).Row < x.Grid(1).Row + x.Grid(1).Rows && x.Grid(1).Row < x.Grid(0).Row + x.Grid(0).Rows),
        new("share_cols", "a: Grid, b: Grid -> Bool", "Whether their frames have a column in common.", "share_cols(first(objects(\"102\")), last(objects(\"102\")))",
            x => x.Grid(0).Col < x.Grid(1).Col + x.Grid(1).Cols && x.Grid(1).Col < x.Grid(0).Col + x.Grid(0).Cols),
        new("distance", "a: Grid, b: Grid -> Int", "How many rows and columns lie between their frames.", "distance(first(objects(\"1002\")), last(objects(\"1002\")))", x => Gap(x.Grid(0), x.Grid(1))),
        new("toward", "a: Grid, b: Grid -> Point", "The direction from the frame of a to that of b, or from centre to centre where the frames overlap.", "toward(first(objects(\"1002\")), last(objects(\"1002\")))", x => Toward(x.Grid(0), x.Grid(1)) is var d && d != default ? d : Inward(x.Grid(0), x.Grid(1))),
        new("between", "a: Grid, b: Grid -> Grid", "The rectangle of cells between the frames of a and b where they face one another, as a black object.", "between(first(objects(\"1002/1000\")), last(objects(\"1002/1000\")))", Between),
    ]);

    public static int Gap(Grid a, Grid b) =>
        Math.Max(0, Math.Max(b.Row - (a.Row + a.Rows), a.Row - (b.Row + b.Rows))) + Math.Max(0, Math.Max(b.Col - (a.Col + a.Cols), a.Col - (b.Col + b.Cols)));

    public static Point Toward(Grid a, Grid b) => new(
        b.Row >= a.Row + a.Rows ? 1 : b.Row + b.Rows <= a.Row ? -1 : 0,
        b.Col >= a.Col + a.Cols ? 1 : b.Col + b.Cols <= a.Col ? -1 : 0);

    private static Point Inward(Grid a, Grid b) => new(
        Math.Sign(2 * b.Row + b.Rows - (2 * a.Row + a.Rows)),
        Math.Sign(2 * b.Col + b.Cols - (2 * a.Col + a.Cols)));

    private static Value SameShape(CallContext x)
    {
        var (a, b) = (x.Grid(0), x.Grid(1));
        if (!Build.Bounds(a, out var p) || !Build.Bounds(b, out var q) || p.Rows != q.Rows || p.Cols != q.Cols)
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
        var gap = x.Clear(bottom - top, right - left, top, left);
        gap.WritableCells.Clear();
        return gap;
    }

    /// <summary>The stretch that two stretches share, or else the one between them.</summary>
    private static (int From, int To, bool Gap) Facing(int a, int aEnd, int b, int bEnd) =>
        Math.Max(a, b) < Math.Min(aEnd, bEnd) ? (Math.Max(a, b), Math.Min(aEnd, bEnd), false) : (Math.Min(aEnd, bEnd), Math.Max(a, b), true);
}
