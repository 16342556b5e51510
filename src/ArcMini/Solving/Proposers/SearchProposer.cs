using System.Diagnostics;
using ArcMini.Dsl.Compilation;
using ArcMini.Search;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Knowledge;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Proposers;

/// <summary>
/// Proposes the programs that the search finds. It searches for the task as it is. If it finds no trusted program, it searches again, in
/// other views of the task, because many programs are short in one position only. What came near in one search tells the next where to
/// look.
/// </summary>
/// <param name="without">The parts of the search that are switched off: some of <see cref="Parts"/>.</param>
/// <param name="part">The part of its candidates that it uses, at most 1.</param>
internal sealed class SearchProposer(IReadOnlyList<string> without, double part) : IProposer
{
    /// <summary>The parts of the search that can be switched off.</summary>
    public const string Parts = $"{Searcher.Parts}, {Upright}, {NearMiss}";

    private const string Upright = "upright";
    private const string NearMiss = "near-miss";

    /// <summary>The most memory of one search in bytes, where the machine has it. When it is used up, last steps are tried.</summary>
    private const long MaxBytes = 1_200_000_000;

    /// <summary>The additional cost of a program that is found where near misses count, on the <see cref="CostScale"/>.</summary>
    private const int NearMissCost = 60;

    /// <summary>
    /// The share of its cost by which such a program is in doubt. Every step that came near is cheap there, so a long program that fits by
    /// chance seems likely.
    /// </summary>
    private const double NearMissDoubt = 0.5;

    /// <summary>The memory in bytes that has to be there for an upright view.</summary>
    private const long BytesForUpright = 100_000_000;

    /// <summary>The additional cost of a condition that turns each pair on its own.</summary>
    private const int ConditionCost = 60;

    /// <inheritdoc/>
    public string Name => ProposerName.Search;

    /// <inheritdoc/>
    public bool IsFirstLook => part < 1;

    /// <inheritdoc/>
    public ProposerDetails Propose(
        ArcTask task, IReadOnlyCollection<Candidate> tried, SolveBudget budget, Func<Proposal, Candidate> offer, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        SearchReport? report = null;
        var trusted = false;
        foreach (var (view, share) in Views(task, budget))
        {
            var nearMisses = without.Contains(NearMiss) ? [] : TaskPrior.NearMisses(task, tried);
            var costs = TaskPrior.Of(task, tried, nearMisses);
            var seen = view.Of(task);
            var candidates = (long)((budget.MaxCandidates * part - (report?.Candidates ?? 0)) * share);
            var bytes = MemoryRoom.For(budget.Memory, MaxBytes);
            var bounds = new SearchBounds((budget.Time - clock.Elapsed) * share, candidates, bytes, budget.Threads);
            var pairs = seen.Pairs.Select(pair => (pair.Input, pair.Output)).ToList();
            var searched = new Searcher(pairs, [.. seen.Tests.Select(test => test.Input)], costs, bounds, without, Offer, cancel).Run();
            GC.Collect(); // Otherwise the collector would keep this view's bank in memory together with the next view's.
            report = report is null ? searched : report.With(searched);
            if (trusted || cancel.IsCancellationRequested)
                break;

            bool Offer(FoundExpression found)
            {
                var isNear = nearMisses.Count > 0;
                var cost = found.Cost + (isNear ? NearMissCost : 0) + (view is UprightView ? ConditionCost : 0);
                var probability = CostScale.LogProbability(cost);
                var doubt = isNear ? -NearMissDoubt * CostScale.LogProbability(found.Cost) : 0;
                var proposal = new Proposal(Checker.Check(view.Undo(found.Program)), Name, probability, doubt);
                var isTrusted = offer(proposal).IsTrusted;
                trusted |= isTrusted;
                return isTrusted;
            }
        }
        return new(Search: report);
    }

    /// <summary>The views, and the share of the remaining budget that the search in each may spend.</summary>
    private IEnumerable<(ITaskView View, double Share)> Views(ArcTask task, SolveBudget budget)
    {
        yield return (View.Plain, 0.6);
        yield return (View.Transposed, 0.6);
        var hasRoom = MemoryRoom.For(budget.Memory, BytesForUpright) == BytesForUpright;
        var upright = without.Contains(Upright) || !hasRoom ? null : UprightView.AllOf(task).FirstOrDefault();
        if (upright is not null)
            yield return (upright, 0.5);
        yield return (View.FlippedY, 1);
    }
}
