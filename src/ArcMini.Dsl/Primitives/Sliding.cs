using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Moving rigid objects until something stops them.</summary>
internal static class Sliding
{
    /// <summary>
    /// A grid with objects moved in one direction, step by step and all at once. An object stops before the edge, before ink that is not
    /// moved, and before an object that has stopped.
    /// </summary>
    public static Value Slide(CallContext x)
    {
        var d = x.Point(2);
        if (d == default)
            return x.Fail("a direction is needed");
        var result = Layering.Remove(x).Grid;
        var moving = Joining.Grids(x.List(1)).Where(o => o.InkCount > 0).ToList();
        while (moving.Count > 0)
        {
            while (moving.RemoveAll(o => Stops(x, o, result, d)) > 0)
                x.Charge(moving.Count);
            for (var i = 0; i < moving.Count; i++)
                moving[i] = x.Budget.Move(moving[i], moving[i].Row + d.Row, moving[i].Col + d.Col);
        }
        return result;
    }

    /// <summary>Lays an object on the grid if it is stopped; whether it is.</summary>
    private static bool Stops(CallContext x, Grid o, Grid result, Point d)
    {
        var isStopped = IsStopped(x, o, result, d);
        if (isStopped)
            x.Lay(result, o);
        return isStopped;
    }

    /// <summary>Whether the next step of an object would lay ink on ink of the grid or outside of it.</summary>
    private static bool IsStopped(CallContext x, Grid o, Grid g, Point d)
    {
        x.Charge(o.Area);
        for (var r = 0; r < o.Rows; r++)
            for (var c = 0; c < o.Cols; c++)
            {
                if (!o.IsInk(o[r, c]))
                    continue;
                var (row, col) = (o.Row + r + d.Row - g.Row, o.Col + c + d.Col - g.Col);
                if (!g.Contains(row, col) || g.IsInk(g[row, col]))
                    return true;
            }
        return false;
    }
}
