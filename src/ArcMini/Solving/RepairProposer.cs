using ArcMini.Search;
using ArcMini.Solving.Repairing;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>
/// The part of the search that mends: proposes what becomes of the near misses among the programs that others offered when they are
/// edited.
/// </summary>
internal sealed class RepairProposer : IProposer
{
    /// <inheritdoc/>
    public string Name => "search";

    /// <inheritdoc/>
    public Account Propose(ArcTask task, IReadOnlyCollection<Candidate> tried, Effort effort, Func<Proposal, Candidate> offer, CancellationToken cancel)
    {
        if (tried.Count == 0 || tried.Any(candidate => candidate.IsTrusted))
            return default;
        new Repair(task, Prior.Of(task, tried), effort, cancel).Mend([.. tried.Where(candidate => !candidate.Verified).Select(candidate => candidate.Proposal)], found => offer(new(found.Program, Name, -found.Cost / 10.0)));
        return default;
    }
}
