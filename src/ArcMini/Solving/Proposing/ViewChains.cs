using ArcMini.Tasks;

namespace ArcMini.Solving.Proposing;

/// <summary>The order in which a task is searched in its views.</summary>
internal static class ViewChains
{
    /// <summary>The memory in bytes that has to be there for two chains.</summary>
    private const long BytesForTwo = 200_000_000;

    /// <summary>The memory in bytes that has to be there for an upright view.</summary>
    private const long BytesForUpright = 100_000_000;

    /// <summary>
    /// The chains of searches that go on side by side: the views, and the share of the chain's remaining budget that the search in each may
    /// spend. Where the candidates are counted, there is one chain, so that the result does not depend on the number of threads.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="budget">What the searches may spend.</param>
    /// <param name="hasUpright">Whether an upright view may be among the views.</param>
    public static IEnumerable<(ITaskView View, double Share)>[] Of(ArcTask task, SolveBudget budget, bool hasUpright)
    {
        var isOne = budget.Threads == 1 || budget.MaxCandidates < long.MaxValue || !HasRoom(budget, BytesForTwo);
        return isOne ? [One()] : [First(), Second()];

        IEnumerable<(ITaskView, double)> One()
        {
            yield return (View.Plain, 0.6);
            yield return (View.Transposed, 0.6);
            if (Upright() is { } upright)
                yield return (upright, 0.5);
            yield return (View.FlippedY, 1);
        }

        IEnumerable<(ITaskView, double)> First()
        {
            yield return (View.Plain, 0.6);
            yield return (Upright() ?? (ITaskView)View.FlippedX, 0.5);
            yield return (View.Transposed, 1);
        }

        IEnumerable<(ITaskView, double)> Second() => [(View.Transposed, 0.6), (View.FlippedY, 0.5), (View.Plain, 1)];

        UprightView? Upright() => hasUpright && HasRoom(budget, BytesForUpright) ? UprightView.AllOf(task).FirstOrDefault() : null;
    }

    private static bool HasRoom(SolveBudget budget, long bytes) => MemoryRoom.For(budget.Memory, bytes) == bytes;
}
