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
/// Proposes the programs that the search finds. It searches for the task as it is; if it finds no trusted program, it searches for the
/// task transposed and mirrored, because many programs are short in one position only.
/// </summary>
/// <param name="without">The parts of the search that are switched off: some of <see cref="Searcher.Parts"/>.</param>
/// <param name="part">The part of its time and candidates that it uses, at most 1.</param>
internal sealed class SearchProposer(IReadOnlyList<string> without, double part) : IProposer
{
    /// <summary>The most memory of one search in bytes, where the machine has it. When it is used up, last steps are tried.</summary>
    private const long MaxBytes = 1_200_000_000;

    /// <summary>The additional cost of a program that is found for a turned view, on the <see cref="CostScale"/>.</summary>
    private const int TurnCost = 20;

    /// <summary>The views, and the share of the remaining budget that the search in each may spend.</summary>
    private static readonly (View View, double Share)[] Views = [(View.Plain, 0.6), (View.Transposed, 0.6), (View.FlippedY, 1)];

    /// <inheritdoc/>
    public string Name => ProposerName.Search;

    /// <inheritdoc/>
    public bool IsFirstLook => part < 1;

    /// <inheritdoc/>
    public ProposerDetails Propose(
        ArcTask task, IReadOnlyCollection<Candidate> tried, SolveBudget budget, Func<Proposal, Candidate> offer, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var costs = TaskPrior.Of(task, tried);
        SearchReport? report = null;
        var trusted = false;
        foreach (var (view, share) in Views)
        {
            var seen = view.Of(task);
            var candidates = (long)((budget.MaxCandidates * part - (report?.Candidates ?? 0)) * share);
            var bytes = MemoryRoom.For(budget.Memory, MaxBytes);
            var bounds = new SearchBounds((budget.Time * part - clock.Elapsed) * share, candidates, bytes, budget.Threads);
            var pairs = seen.Pairs.Select(pair => (pair.Input, pair.Output)).ToList();
            var searched = new Searcher(pairs, [.. seen.Tests.Select(test => test.Input)], costs, bounds, without, Offer, cancel).Run();
            GC.Collect(); // Otherwise the collector would keep this view's bank in memory together with the next view's.
            report = report is null ? searched : report.With(searched);
            if (trusted || cancel.IsCancellationRequested)
                break;

            bool Offer(FoundExpression found)
            {
                var cost = found.Cost + (view == View.Plain ? 0 : TurnCost);
                var proposal = new Proposal(Checker.Check(view.Undo(found.Program)), Name, CostScale.LogProbability(cost));
                var isTrusted = offer(proposal).IsTrusted;
                trusted |= isTrusted;
                return isTrusted;
            }
        }
        return new(Search: report);
    }
}
