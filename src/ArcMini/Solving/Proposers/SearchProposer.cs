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
/// look. With two threads, two such chains of searches go on side by side.
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

    /// <summary>The additional cost of a condition that turns each pair on its own.</summary>
    private const int ConditionCost = 60;

    /// <inheritdoc/>
    public string Name => ProposerName.Search;

    /// <inheritdoc/>
    public bool IsFirstLook => part < 1;

    /// <inheritdoc/>
    public ProposerDetails Propose(ArcTask task, Offers offers, SolveBudget budget, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var chains = ViewChains.Of(task, budget, hasUpright: !without.Contains(Upright));
        var share = budget with { MaxCandidates = (long)(budget.MaxCandidates * part) };
        var searches = chains.Select(chain =>
            Task.Run(() => Search(task, offers, chain, share, MaxBytes / chains.Length, stop), CancellationToken.None));
        var reports = Task.WhenAll(searches).GetAwaiter().GetResult();
        return new(Search: reports.Aggregate((all, report) => all.With(report)));
    }

    /// <summary>
    /// Searches in one view after the other. Once a program is trusted, the chain ends, and so does the one beside it.
    /// </summary>
    private SearchReport Search(
        ArcTask task, Offers offers, IEnumerable<(ITaskView View, double Share)> chain, SolveBudget budget, long bytes,
        CancellationTokenSource stop)
    {
        var clock = Stopwatch.StartNew();
        SearchReport? report = null;
        foreach (var (view, share) in chain)
        {
            var candidates = (long)((budget.MaxCandidates - (report?.Candidates ?? 0)) * share);
            var bounds = new SearchBounds((budget.Time - clock.Elapsed) * share, candidates, MemoryRoom.For(budget.Memory, bytes));
            var (searched, isTrusted) = Search(task, offers, view, bounds, stop.Token);
            GC.Collect(); // Otherwise the collector would keep this view's bank in memory together with the next view's.
            report = report is null ? searched : report.With(searched);
            if (isTrusted)
                stop.Cancel();
            if (stop.IsCancellationRequested)
                break;
        }
        return report!;
    }

    private (SearchReport Report, bool IsTrusted) Search(
        ArcTask task, Offers offers, ITaskView view, SearchBounds bounds, CancellationToken cancel)
    {
        var tried = offers.Candidates;
        var nearMisses = without.Contains(NearMiss) ? [] : TaskPrior.NearMisses(task, tried);
        var costs = TaskPrior.Of(task, tried, nearMisses);
        var seen = view.Of(task);
        var pairs = seen.Pairs.Select(pair => (pair.Input, pair.Output)).ToList();
        var trusted = false;
        var searcher = new Searcher(pairs, [.. seen.Tests.Select(test => test.Input)], costs, bounds, without, Offer, cancel);
        return (searcher.Run(), trusted);

        bool Offer(FoundExpression found)
        {
            var isNear = nearMisses.Count > 0;
            var cost = found.Cost + (isNear ? NearMissCost : 0) + (view is UprightView ? ConditionCost : 0);
            var probability = CostScale.LogProbability(cost);
            var doubt = isNear ? -NearMissDoubt * CostScale.LogProbability(found.Cost) : 0;
            var isTrusted = offers.Offer(new(Checker.Check(view.Undo(found.Program)), Name, probability, doubt)).IsTrusted;
            trusted |= isTrusted;
            return isTrusted;
        }
    }
}
