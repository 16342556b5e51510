using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Bounded repetition, and work in another position.</summary>
internal static class Control
{
    public static Family Family { get; } = new("Control", "Bounded repetition, and work in another position.",
    [
        new("repeat", "a: A, n: Int, f: (A -> A) -> A", "a after f was applied n times, or until that changes nothing.", "repeat(\"1\", 2, mirror_x)", Repeat),
        new("turned", "g: Grid, p: (Grid -> Bool), f: (Grid -> Grid) -> Grid", "What f makes of the first of g's eight turned and mirrored positions (as orientations gives them) in which p holds, turned back.",
            "turned(\"0102/0000\", g => height(g) > width(g), g => gravity(g, up))", Turned),
    ]);

    private static Value Turned(CallContext x)
    {
        var view = x.Grid(0);
        for (var i = 0; i < 8; i++)
        {
            if (x.Apply(1, view).Bool)
            {
                var result = x.Apply(2, view).Grid;
                if (i % 4 > 0)
                    result = Geometry.Turned(x, result, 4 - i % 4);
                return i < 4 ? result : Geometry.Transposed(x, result);
            }
            view = i == 3 ? Geometry.Transposed(x, x.Grid(0)) : Geometry.Turned(x, view, 1);
        }
        return x.Fail("it holds for no position");
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
