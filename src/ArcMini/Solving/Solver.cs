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
    private const int MaxGuesses = 5;

    /// <summary>
    /// The most pairs, and the most tests, that a proposer is shown. A program is run on all of them. Real tasks have fewer than twenty.
    /// </summary>
    private const int MostShown = 64;

    /// <summary>
    /// What a proposer gets beyond its time before it is stopped in the middle of its work, as a share of its time.
    /// </summary>
    private const double Grace = 0.1;

    private static readonly TimeSpan LeastGrace = TimeSpan.FromMilliseconds(200);

    /// <summary>A timer cannot run for longer, in .NET.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

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
        var shown = task with { Pairs = [.. task.Pairs.Take(MostShown)], Tests = [.. task.Tests.Take(MostShown)] };
        for (var i = 0; i < proposers.Count && clock.Elapsed < deadline; i++)
        {
            var (start, triedBefore) = (clock.Elapsed, tried.Count);
            var time = i == proposers.Count - 1 ? deadline - start : (deadline - start) * TimeShare;
            var details = Propose(proposers[i], time);
            cancel.ThrowIfCancellationRequested();
            var offered = tried.Values.Skip(triedBefore).ToList();
            var verified = offered.Count(candidate => candidate.Verified);
            reports.Add(new(proposers[i].Name, offered.Count, verified, (clock.Elapsed - start).TotalSeconds, details));
        }
        return Result(task, tried.Values, clock, reports);

        ProposerDetails Propose(IProposer proposer, TimeSpan time)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            if (EndOf(time) is var end && end < LongestTimer)
                stop.CancelAfter(end);
            try
            {
                Candidate Take(Proposal proposal) => Offer(proposal, proposer.IsFirstLook, stop.Token);
                return proposer.Propose(shown, tried.Values, budget with { Time = time }, Take, stop.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return default;
            }
            catch (Exception fault) when (IsOfMemory(fault))
            {
                return new(Fault: "out of memory");
            }
        }

        Candidate Offer(Proposal proposal, bool isFirstLook, CancellationToken stop)
        {
            var text = Printer.Print(proposal.Program.Source);
            if (tried.TryGetValue(text, out var known))
                return known;
            var candidate = Candidate.Of(proposal, task, stop);
            tried[text] = candidate;
            if ((isFirstLook ? candidate.IsSure : candidate.IsTrusted) && clock.Elapsed + budget.Time * TimeShareAfterFind < deadline)
                deadline = clock.Elapsed + budget.Time * TimeShareAfterFind;
            return candidate;
        }
    }

    /// <summary>When a proposer with so much time is stopped.</summary>
    private static TimeSpan EndOf(TimeSpan time) => time + (time * Grace > LeastGrace ? time * Grace : LeastGrace);

    /// <summary>Whether memory ran out, on this thread or on one that it waited for.</summary>
    private static bool IsOfMemory(Exception fault) =>
        fault is OutOfMemoryException || (fault is AggregateException all && all.InnerExceptions.Any(IsOfMemory));

    private static SolveResult Result(ArcTask task, IReadOnlyCollection<Candidate> tried, Stopwatch clock, List<ProposerReport> reports)
    {
        var ranked = Ranking.Order(tried.Where(candidate => candidate.Verified));
        var guesses = Ranking.Guesses(tried, task.Pairs.Count).Take(MaxGuesses);
        return new(
            task, ProgramsOf(ranked, task.Tests.Count), [.. guesses], [.. task.Tests.Select((_, test) => Answers(ranked, test))],
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
