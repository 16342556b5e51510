using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Finding the object of a list that belongs to another object, and ordering overlapping objects by depth.</summary>
internal static class Matching
{
    /// <summary>
    /// The object of a list that is nearest to another, by the gap between the frames. Of equally near ones, the one with the nearest
    /// centre.
    /// </summary>
    public static Value Nearest(CallContext x)
    {
        var (o, best, least) = (x.Grid(0), (Grid?)null, default((int Gap, int Centers)));
        foreach (var other in Joining.Grids(x.List(1)))
        {
            x.Charge(1);
            var distance = (Relations.Gap(o, other), Relations.CenterDistance(o, other));
            if (!IsSame(x, o, other) && (best is null || distance.CompareTo(least) < 0))
                (best, least) = (other, distance);
        }
        return best is not null ? best : x.Fail("there is no other object");
    }

    /// <summary>The first object of a list, other than the given one, for which the function has the same value.</summary>
    public static Value Match(CallContext x)
    {
        var (o, key) = (x.Grid(0), x.Apply(2, x[0]));
        foreach (var other in x.List(1).Span)
            if (!IsSame(x, o, other.Grid) && x.Same(x.Apply(2, other), key))
                return other;
        return x.Fail("no other object has the same value");
    }

    /// <summary>
    /// The objects in the order in which they lie on a grid, the top one first. Of two objects, the one that the grid shows in more of the
    /// cells where they meet lies above the other.
    /// </summary>
    public static Value ByDepth(CallContext x)
    {
        var (g, left) = (x.Grid(1), Joining.Grids(x.List(0)).ToList());
        var ordered = new List<Grid>(left.Count);
        while (left.Count > 0)
        {
            var top = left.FindIndex(o => !left.Exists(other => IsAbove(x, other, o, g)));
            if (top < 0)
                return x.Fail("the objects cover one another in a circle");
            ordered.Add(left[top]);
            left.RemoveAt(top);
        }
        return x.Grids(ordered);
    }

    /// <summary>Whether a grid shows one object in more of the cells in which the ink of both differs than it shows the other.</summary>
    private static bool IsAbove(CallContext x, Grid one, Grid other, Grid g)
    {
        x.Charge(one.Area);
        var balance = 0;
        for (var r = 0; r < one.Rows; r++)
            for (var c = 0; c < one.Cols; c++)
            {
                var (row, col) = (one.Row + r, one.Col + c);
                if (!one.IsInk(one[r, c]) || !Ink.IsAt(other, row, col) || !Ink.IsAt(g, row, col))
                    continue;
                var (ink, otherInk, shown) = (one[r, c], other[row - other.Row, col - other.Col], g[row - g.Row, col - g.Col]);
                if (ink != otherInk)
                    balance += shown == ink ? 1 : shown == otherInk ? -1 : 0;
            }
        return balance > 0;
    }

    /// <summary>Whether two objects have the same cells at the same place.</summary>
    private static bool IsSame(CallContext x, Grid a, Grid b) => (a.Row, a.Col) == (b.Row, b.Col) && x.Same(a, b);
}
