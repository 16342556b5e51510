using ArcMini.Dsl.Values;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Judging;

/// <summary>
/// Checks a program on views of the task: mirrored, or in other colours. Suppose that a program is right on all pairs in such a view too.
/// Then its answer for a test should also be the same in that view. Where the answer differs, the program made a choice that the pairs
/// do not settle: for example, it chose one of two objects of the same size by its position or its colour.
/// </summary>
internal static class EquivarianceCheck
{
    /// <summary>
    /// The views, and the penalty of a program that fails in each, in nats. The three motions generate all eight rigid motions. The two
    /// other views permute the colours.
    /// </summary>
    private static readonly (double Penalty, View View)[] Views =
    [
        (Invariants.HardPenalty, View.FlippedX),
        (Invariants.HardPenalty, View.FlippedY),
        (Invariants.HardPenalty, View.Transposed),
        (Invariants.SoftPenalty, View.Plain with { Colors = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] }),
        (Invariants.SoftPenalty, View.Plain with { Colors = [0, 9, 8, 7, 6, 5, 4, 3, 2, 1] }),
    ];

    /// <summary>The largest penalty of a view in which a program fails, in nats; 0 if it fails in none.</summary>
    /// <param name="program">The program, as a function that reproduces all pairs.</param>
    /// <param name="task">The task.</param>
    /// <param name="answers">The program's answers for the tests.</param>
    public static double Penalty(Func<Grid, Grid?> program, ArcTask task, IReadOnlyList<Grid?> answers)
    {
        return Views.Where(check => Fails(check.View)).Select(check => check.Penalty).DefaultIfEmpty().Max();

        bool Fails(View view) => task.Pairs.All(pair => IsSameIn(view, pair.Input, pair.Output))
            && task.Tests.Zip(answers).Any(test => test.Second is { } answer && !IsSameIn(view, test.First.Input, answer));

        bool IsSameIn(View view, Grid input, Grid output) => view.Of(output).Equals(program(view.Of(input)));
    }
}
