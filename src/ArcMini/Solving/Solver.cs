using System.Diagnostics;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposers;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>Solves tasks: asks proposers one after the other, verifies the programs that they offer, and ranks the verified ones.</summary>
/// <param name="proposers">The proposers in the order in which they are asked.</param>
/// <param name="budget">What one task may cost in all.</param>
internal sealed class Solver(IReadOnlyList<IProposer> proposers, SolveBudget budget)
{
    private const int MaxNearMisses = 5;

    /// <summary>The share of the remaining time that a proposer gets if others follow.</summary>
    private const double TimeShare = 0.4;

    /// <summary>The share of the whole time in which other answers are still looked for after the first trusted program.</summary>
    private const double TimeShareAfterFind = 0.1;

    /// <summary>Solves one task. When the time is up, what was found so far counts.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SolveResult Solve(ArcTask task, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var tried = new Dictionary<string, Candidate>();
        var reports = new List<ProposerReport>();
        var deadline = budget.Time;
        for (var i = 0; i < proposers.Count && clock.Elapsed < deadline; i++)
        {
            var (start, triedBefore) = (clock.Elapsed, tried.Count);
            var time = i == proposers.Count - 1 ? deadline - start : (deadline - start) * TimeShare;
            var details = proposers[i].Propose(task, tried.Values, budget with { Time = time }, Offer, cancel);
            cancel.ThrowIfCancellationRequested();
            var offered = tried.Values.Skip(triedBefore).ToList();
            var verified = offered.Count(candidate => candidate.Verified);
            reports.Add(new(proposers[i].Name, offered.Count, verified, (clock.Elapsed - start).TotalSeconds, details));
        }
        return Result(task, tried.Values, clock, reports);

        Candidate Offer(Proposal proposal)
        {
            var text = Printer.Print(proposal.Program.Source);
            if (tried.TryGetValue(text, out var known))
                return known;
            var candidate = Candidate.Of(proposal, task, cancel);
            tried[text] = candidate;
            if (candidate.IsTrusted && clock.Elapsed + budget.Time * TimeShareAfterFind < deadline)
                deadline = clock.Elapsed + budget.Time * TimeShareAfterFind;
            return candidate;
        }
    }

    private static SolveResult Result(ArcTask task, IReadOnlyCollection<Candidate> tried, Stopwatch clock, List<ProposerReport> reports)
    {
        var ranked = Ranking.Order(tried.Where(candidate => candidate.Verified));
        var nearMisses = ranked.Count > 0 ? [] : Ranking.NearMisses(tried).Take(MaxNearMisses);
        return new(
            task, ProgramsOf(ranked, task.Tests.Count), [.. nearMisses], [.. task.Tests.Select((_, test) => Answers(ranked, test))],
            tried.Count(candidate => candidate.Verified), tried.Count, tried.Sum(candidate => candidate.Steps),
            clock.Elapsed.TotalSeconds, reports);
    }

    /// <summary>The programs that are the first to give one of the first different answers for a test.</summary>
    private static IReadOnlyList<Candidate> ProgramsOf(IReadOnlyList<Candidate> ranked, int tests)
    {
        var first = Enumerable.Range(0, tests).SelectMany(test => ranked.Where(candidate => candidate.Answers[test] is not null)
            .DistinctBy(candidate => candidate.Answers[test]).Take(SolveResult.MaxAttempts));
        var programs = first.ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. ranked.Where(programs.Contains)];
    }

    /// <summary>The first different answers for a test.</summary>
    private static IReadOnlyList<Grid> Answers(IReadOnlyList<Candidate> ranked, int test) =>
        [.. ranked.Select(candidate => candidate.Answers[test]).OfType<Grid>().Distinct().Take(SolveResult.MaxAttempts)];
}
