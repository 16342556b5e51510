using System.Diagnostics;
using ArcMini.Dsl.Compilation;
using ArcMini.Search;
using ArcMini.Search.Terms;
using ArcMini.Search.Enumeration;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Knowledge;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Proposers;

/// <summary>
/// Proposes what the search finds: for the task as it is, then, where nothing was found, for the task turned and mirrored, since many
/// programs are short in one position only.
/// </summary>
internal sealed class SearchProposer : IProposer
{
    private const long MaxBytes = 1_200_000_000;

    /// <summary>What a program for the task in another position costs more, in tenths of a nat.</summary>
    private const int TurnCost = 20;

    /// <summary>The positions with the share of what is left that each may spend.</summary>
    private static readonly (View View, double Share)[] Views = [(View.Plain, 0.6), (View.Plain with { Turn = 4 }, 0.6), (View.Plain with { Turn = 2 }, 1)];

    /// <inheritdoc/>
    public string Name => "search";

    /// <inheritdoc/>
    public ProposerDetails Propose(ArcTask task, IReadOnlyCollection<Candidate> tried, SolveBudget effort, Func<Proposal, Candidate> offer, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var weights = TaskPrior.Of(task, tried);
        SearchReport? report = null;
        var trusted = false;
        foreach (var (view, share) in Views)
        {
            var seen = view.Of(task);
            var bounds = new SearchBounds((effort.Time - clock.Elapsed) * share, (long)((effort.MaxCandidates - (report?.Candidates ?? 0)) * share), MaxBytes, effort.Threads);
            var part = new Searcher(
                [.. seen.Pairs.Select(pair => (pair.Input, pair.Output))], [.. seen.Tests.Select(test => test.Input)], weights, bounds, Offer, cancel).Run();
            GC.Collect(); // Left to itself, the collector lets this view's bank stand beside the next one's.
            report = report is null ? part : report.With(part);
            if (trusted || cancel.IsCancellationRequested)
                break;

            bool Offer(FoundExpression found)
            {
                var isTrusted = offer(new(Checker.Check(view.Undo(found.Program)), Name, -(found.Cost + (view == View.Plain ? 0 : TurnCost)) / 10.0)).IsTrusted;
                trusted |= isTrusted;
                return isTrusted;
            }
        }
        return new(Search: report);
    }
}
