using ArcMini.Search.Grammar;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Knowledge;
using ArcMini.Solving.Proposing;
using ArcMini.Solving.Repairing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Proposers;

/// <summary>
/// The first part of the search: takes the programs that other proposers offered and that are nearly right, edits them, and proposes
/// those that become right.
/// </summary>
internal sealed class RepairProposer : IProposer
{
    private const string Part = "repair";

    /// <inheritdoc/>
    public string Name => ProposerName.Search;

    /// <inheritdoc/>
    public ProposerDetails Propose(ArcTask task, Offers offers, SolveBudget budget, CancellationToken cancel)
    {
        var tried = offers.Candidates;
        if (tried.Count == 0 || tried.Any(candidate => candidate.IsTrusted))
            return default;
        var repairer = new Repairer(task, TaskPrior.Of(task, tried, []), budget, cancel);
        repairer.Repair(
            [.. tried.Where(candidate => !candidate.Verified).Select(candidate => candidate.Proposal)],
            found => offers.Offer(new(found.Program, Name, CostScale.LogProbability(found.Cost), Part: Part)));
        return default;
    }
}
