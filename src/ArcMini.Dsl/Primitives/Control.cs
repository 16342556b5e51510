using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Bounded repetition, and work in another orientation.</summary>
internal static class Control
{
    public static Family Family { get; } = new("Control", "Bounded repetition, and work in another orientation.",
    [
        new("repeat", "a: A, n: Int, f: (A -> A) -> A",
            "The result of applying f to a, then to that result, and so on, n times. Stops early when f changes nothing.",
            "repeat(\"1\", 2, mirror_x)",
            Repeat),
        new("turned", "g: Grid, p: (Grid -> Bool), f: (Grid -> Grid) -> Grid",
            "Turns or mirrors g into the first of its eight positions (see orientations) for which p holds, applies f, and turns " +
                "the result back. Fails if p holds for none.",
            "turned(\"0102/0000\", g => height(g) > width(g), g => gravity(g, up))",
            Turned),
    ]);

    private static Value Turned(CallContext x)
    {
        var view = x.Grid(0);
        for (var i = 0; i < Geometry.Orientations; i++)
        {
            if (x.Apply(1, view).Bool)
                return TurnedBack(x, x.Apply(2, view).Grid, i);
            view = Geometry.NextOrientation(x, x.Grid(0), view, i);
        }
        return x.Fail("it holds for no position");
    }

    /// <summary>Undoes the turn or mirroring that gave the orientation with the given number.</summary>
    private static Grid TurnedBack(CallContext x, Grid grid, int orientation)
    {
        var quarters = orientation % Geometry.Quarters;
        var turned = quarters > 0 ? Geometry.Turned(x, grid, Geometry.Quarters - quarters) : grid;
        return orientation < Geometry.Quarters ? turned : Geometry.Transposed(x, turned);
    }

    private static Value Repeat(CallContext x)
    {
        var value = x[0];
        for (var i = 0; i < x.Int(1); i++)
        {
            var next = x.Apply(2, value);
            if (x.Same(next, value))
                break;
            value = next;
        }
        return value;
    }
}
