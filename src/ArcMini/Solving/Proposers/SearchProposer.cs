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
/// Proposes the programs that the search finds. It searches for the task as it is. If it finds no sure program, it searches again, in
/// other views of the task, because many programs are short in one position only. What came near in one search tells the next where to
/// look. With two threads, two such chains of searches go on side by side. After a program that is trusted but not sure, they go on for a
/// part of the time.
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

    /// <summary>
    /// The share of its time in which other programs are looked for after the first that is trusted but not sure. Where candidates are the
    /// bound, the search uses them all. What that brings stands in docs/decisions/0011-ranking.md.
    /// </summary>
    private const double TimeShareAfterFind = 0.3;

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
        var ending = new Ending(stop, budget.Time * TimeShareAfterFind);
        var chains = ViewChains.Of(task, budget, hasUpright: !without.Contains(Upright));
        var share = budget with { MaxCandidates = (long)(budget.MaxCandidates * part) };
        var searches = chains.Select(chain =>
            Task.Run(() => Search(task, offers, chain, share, MaxBytes / chains.Length, ending), CancellationToken.None));
        var reports = Task.WhenAll(searches).GetAwaiter().GetResult();
        return new(Search: reports.Aggregate((all, report) => all.With(report)));
    }

    /// <summary>
    /// Searches in one view after the other. Once a program is sure, the chain ends, and so does the one beside it.
    /// </summary>
    private SearchReport Search(
        ArcTask task, Offers offers, IEnumerable<(ITaskView View, double Share)> chain, SolveBudget budget, long bytes,
        Ending ending)
    {
        var clock = Stopwatch.StartNew();
        SearchReport? report = null;
        foreach (var (view, share) in chain)
        {
            var candidates = (long)((budget.MaxCandidates - (report?.Candidates ?? 0)) * share);
            var bounds = new SearchBounds((budget.Time - clock.Elapsed) * share, candidates, MemoryRoom.For(budget.Memory, bytes));
            var searched = Search(task, offers, view, bounds, ending);
            MemoryRoom.Reclaim(budget.Memory);
            report = report is null ? searched : report.With(searched);
            if (ending.Token.IsCancellationRequested)
                break;
        }
        return report!;
    }

    private SearchReport Search(ArcTask task, Offers offers, ITaskView view, SearchBounds bounds, Ending ending)
    {
        var tried = offers.Candidates;
        var nearMisses = without.Contains(NearMiss) ? [] : TaskPrior.NearMisses(task, tried);
        var costs = TaskPrior.Of(task, tried, nearMisses);
        var seen = view.Of(task);
        var pairs = seen.Pairs.Select(pair => (pair.Input, pair.Output)).ToList();
        var isSure = false;
        var report = new Searcher(pairs, [.. seen.Tests.Select(test => test.Input)], costs, bounds, without, Offer, ending.Token).Run();
        if (isSure)
            ending.AtOnce();
        return report;

        bool Offer(FoundExpression found, string by)
        {
            var isNear = nearMisses.Count > 0;
            var cost = found.Cost + (isNear ? NearMissCost : 0) + (view is UprightView ? ConditionCost : 0);
            var probability = CostScale.LogProbability(cost);
            var doubt = isNear ? -NearMissDoubt * CostScale.LogProbability(found.Cost) : 0;
            var candidate = offers.Offer(new(Checker.Check(view.Undo(found.Program)), Name, probability, doubt, by));
            isSure |= candidate.IsSure;
            if (candidate.IsTrusted)
                ending.Soon();
            return candidate.IsSure;
        }
    }

    /// <summary>The end of all chains of a task.</summary>
    /// <param name="stop">Stops them.</param>
    /// <param name="rest">The time that they get after a program that is trusted.</param>
    private sealed class Ending(CancellationTokenSource stop, TimeSpan rest)
    {
        private int isSoon;

        public CancellationToken Token => stop.Token;

        public void AtOnce() => stop.Cancel();

        /// <summary>Starts the rest of the time, once.</summary>
        public void Soon()
        {
            if (Interlocked.Exchange(ref isSoon, 1) == 0)
                stop.StopAfter(rest);
        }
    }
}
