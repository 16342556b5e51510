using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Bounded repetition.</summary>
internal static class Control
{
    public static Family Family { get; } = new("Control", "Bounded repetition.",
    [
        new("repeat", "a: A, n: Int, f: (A -> A) -> A", "a after f was applied n times.", "repeat(\"1\", 2, mirror_x)", Repeat),
        new("until_stable", "a: A, f: (A -> A) -> A", "a after f was applied until it changes nothing more, at most 100 times.", "until_stable(\"10000\", spread)", UntilStable),
    ]);

    private static Value Repeat(CallContext x)
    {
        var value = x[0];
        for (var i = 0; i < x.Int(1); i++)
            value = x.Apply(2, value);
        return value;
    }

    private static Value UntilStable(CallContext x)
    {
        var value = x[0];
        for (var i = 0; i < 100; i++)
        {
            var next = x.Apply(1, value);
            if (x.Same(next, value))
                return value;
            value = next;
        }
        return x.Fail("it was not stable after 100 times");
    }
}
