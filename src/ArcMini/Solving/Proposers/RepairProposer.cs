using ArcMini.Solving.Judging;
using ArcMini.Solving.Knowledge;
using ArcMini.Solving.Proposing;
using ArcMini.Solving.Repairing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Proposers;

/// <summary>
/// The part of the search that mends: proposes what becomes of the near misses among the programs that others offered when they are
/// edited.
/// </summary>
internal sealed class RepairProposer : IProposer
{
    /// <inheritdoc/>
    public string Name => "search";

    /// <inheritdoc/>
    public ProposerDetails Propose(ArcTask task, IReadOnlyCollection<Candidate> tried, SolveBudget effort, Func<Proposal, Candidate> offer, CancellationToken cancel)
    {
        if (tried.Count == 0 || tried.Any(candidate => candidate.IsTrusted))
            return default;
        new Repairer(task, TaskPrior.Of(task, tried), effort, cancel).Repair([.. tried.Where(candidate => !candidate.Verified).Select(candidate => candidate.Proposal)], found => offer(new(found.Program, Name, -found.Cost / 10.0)));
        return default;
    }
}
