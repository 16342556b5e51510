using ArcMini.Solving.Proposers;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>Solves tasks: asks proposers one after the other, verifies the programs that they offer, and ranks the verified ones.</summary>
/// <param name="proposers">The proposers in the order in which they are asked.</param>
/// <param name="budget">What one task may cost in all.</param>
internal sealed class Solver(IReadOnlyList<IProposer> proposers, SolveBudget budget)
{
    /// <summary>The memory in bytes that has to be there for two proposers side by side.</summary>
    private const long BytesForTwo = 500_000_000;

    /// <summary>Whether two proposers may work at the same time.</summary>
    private bool HasRoomForTwo => budget.Threads > 1 && MemoryRoom.For(budget.Memory, BytesForTwo) == BytesForTwo;

    /// <summary>
    /// Solves one task. When the time is up, what was found so far counts. Where there are two threads and memory for it, a first look and
    /// the proposer after it work side by side. Neither sees what the other offers, so the result does not depend on timing.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SolveResult Solve(ArcTask task, CancellationToken cancel)
    {
        var work = new TaskWork(task, budget, cancel);
        for (var i = 0; i < proposers.Count && work.Left > TimeSpan.Zero; i++)
        {
            var look = proposers[i].IsFirstLook && i + 1 < proposers.Count ? proposers[i++] : null;
            var isLast = i == proposers.Count - 1;
            if (look is null)
                work.Ask(proposers[i], isLast);
            else if (HasRoomForTwo)
                work.AskSideBySide(look, proposers[i], isLast);
            else
                work.AskInTurn(look, proposers[i], isLast);
            cancel.ThrowIfCancellationRequested();
        }
        return work.Result;
    }
}
