using ArcMini.Dsl.Values;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Judging;

/// <summary>
/// Whether a program is even-handed. One that does to all pairs seen in a mirror, or in other colours, what it does to the pairs as they are, ought to
/// do so on the tests. Where it does not, it had a choice there that the pairs do not settle, such as which of two objects of one size is the largest, and chose by place or by colour.
/// </summary>
internal static class EquivarianceCheck
{
    /// <summary>The views with what it costs a program, in nats, to see a test otherwise where it saw all pairs alike: the three motions that make up all others, and two orders of the colours.</summary>
    private static readonly (double Worth, View View)[] Views =
    [
        (Invariants.HardInvariant, View.Plain with { Turn = 1 }),
        (Invariants.HardInvariant, View.Plain with { Turn = 2 }),
        (Invariants.HardInvariant, View.Plain with { Turn = 4 }),
        (Invariants.SoftInvariant, View.Plain with { Colors = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] }),
        (Invariants.SoftInvariant, View.Plain with { Colors = [0, 9, 8, 7, 6, 5, 4, 3, 2, 1] }),
    ];

    /// <summary>The worth of the view that tells most against a program, given as a function that reproduces all pairs, and its answers.</summary>
    public static double Penalty(Func<Grid, Grid?> program, ArcTask task, IReadOnlyList<Grid?> answers)
    {
        return Views.Where(seen => IsBroken(seen.View)).Select(seen => seen.Worth).DefaultIfEmpty().Max();

        bool IsBroken(View view) => task.Pairs.All(pair => IsAlike(view, pair.Input, pair.Output))
            && task.Tests.Zip(answers).Any(test => test.Second is { } answer && !IsAlike(view, test.First.Input, answer));

        bool IsAlike(View view, Grid input, Grid output) => view.Of(output).Equals(program(view.Of(input)));
    }
}
