using System.Diagnostics;
using ArcMini.Dsl.Values;
using ArcMini.Model;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposers;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>The work on one task: asks proposers within the time, and keeps what they offer.</summary>
/// <param name="task">The task.</param>
/// <param name="budget">What the task may cost in all.</param>
/// <param name="cancel">Ends the work.</param>
internal sealed class TaskWork(ArcTask task, SolveBudget budget, CancellationToken cancel)
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

    /// <summary>The share of the remaining time that a proposer gets if others follow.</summary>
    private const double TimeShare = 0.4;

    /// <summary>The share of a proposer's time that a first look gets if it is alone.</summary>
    private const double LookShare = 0.25;

    /// <summary>A search uses no more threads.</summary>
    private const int MostThreadsForLook = 2;

    /// <summary>The share of the whole time that is left to others after a proposer has found a trusted program.</summary>
    private const double TimeShareForOthers = 0.1;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Offers tried = new(task);
    private readonly List<ProposerReport> reports = [];
    private readonly Lock ending = new();
    private TimeSpan deadline = budget.Time;

    /// <summary>Stops two that work side by side; null while one works alone.</summary>
    private CancellationTokenSource? stopsBoth;

    private readonly ArcTask shown =
        task with { Pairs = [.. task.Pairs.Take(MostShown)], Tests = [.. task.Tests.Take(MostShown)] };

    /// <summary>The time that is left.</summary>
    public TimeSpan Left => deadline - clock.Elapsed;

    /// <summary>What was found.</summary>
    public SolveResult Result
    {
        get
        {
            var candidates = tried.Candidates;
            var ranked = Ranking.Order(candidates.Where(candidate => candidate.Verified));
            var guesses = Ranking.Guesses(candidates, task.Pairs.Count).Take(MaxGuesses);
            return new(
                task,
                ProgramsOf(ranked, task.Tests.Count),
                [.. guesses],
                [.. task.Tests.Select((_, test) => Answers(ranked, test))],
                candidates.Count(candidate => candidate.Verified),
                candidates.Count,
                candidates.Sum(candidate => candidate.Steps),
                clock.Elapsed.TotalSeconds,
                reports);
        }
    }

    /// <summary>Asks one proposer; the last gets all the time that is left.</summary>
    public void Ask(IProposer proposer, bool isLast) => Ask(proposer, Share(isLast), tried);

    /// <summary>Asks a first look on one thread or two, and another proposer on the others.</summary>
    public void AskSideBySide(IProposer look, IProposer other, bool isLast)
    {
        var found = tried.Apart();
        var share = budget with { Time = Share(isLast) };
        var forLook = Math.Clamp(budget.Threads / 2, 1, MostThreadsForLook);
        using var stop = stopsBoth = NewStop(share.Time);
        var looking = Task.Run(() => Ask(look, share with { Threads = forLook }, tried, stop), CancellationToken.None);
        var asking = Task.Run(() => Ask(other, share with { Threads = budget.Threads - forLook }, found, stop), CancellationToken.None);
        reports.AddRange(Task.WhenAll(looking, asking).GetAwaiter().GetResult());
        stopsBoth = null;
        tried.Keep(found);
    }

    /// <summary>Asks a first look, and then another proposer, who does not see what the first offers.</summary>
    public void AskInTurn(IProposer look, IProposer other, bool isLast)
    {
        var found = tried.Apart();
        Ask(look, Share(isLast) * LookShare, tried);
        if (Left > TimeSpan.Zero)
            Ask(other, Share(isLast), found);
        tried.Keep(found);
    }

    private TimeSpan Share(bool isLast) => isLast ? Left : Left * TimeShare;

    private void Ask(IProposer proposer, TimeSpan time, Offers known)
    {
        using var stop = NewStop(time);
        reports.Add(Ask(proposer, budget with { Time = time }, known, stop));
    }

    private CancellationTokenSource NewStop(TimeSpan time)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.StopAfter(EndOf(time));
        return stop;
    }

    private ProposerReport Ask(IProposer proposer, SolveBudget share, Offers known, CancellationTokenSource stop)
    {
        var (start, knownBefore) = (clock.Elapsed, known.Candidates.Count);
        var details = Propose(proposer, share, known, stop);
        var offered = known.Candidates.Skip(knownBefore).ToList();
        var verified = offered.Count(candidate => candidate.Verified);
        return new(proposer.Name, offered.Count, verified, (clock.Elapsed - start).TotalSeconds, details);
    }

    private ProposerDetails Propose(IProposer proposer, SolveBudget share, Offers known, CancellationTokenSource stop)
    {
        try
        {
            return proposer.Propose(shown, known.For(Judged, stop.Token), share, stop.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return default;
        }
        catch (Exception fault) when (IsOfMemory(fault))
        {
            return new(Fault: "out of memory");
        }
        catch (Exception fault) when (IsBug(fault))
        {
            return new(Fault: $"{fault.GetType().Name}: {fault.Message}", Bug: fault);
        }

        void Judged(Candidate candidate)
        {
            if (proposer.IsFirstLook ? candidate.IsSure : candidate.IsTrusted)
                EndSoon();
        }
    }

    /// <summary>Leaves a tenth of the whole time, if more is left. Two that work side by side get no more either.</summary>
    private void EndSoon()
    {
        lock (ending)
        {
            var rest = budget.Time * TimeShareForOthers;
            if (Left <= rest)
                return;
            deadline = clock.Elapsed + rest;
            stopsBoth?.StopAfter(EndOf(rest));
        }
    }

    /// <summary>When a proposer with so much time is stopped.</summary>
    private static TimeSpan EndOf(TimeSpan time) => time + (time * Grace > LeastGrace ? time * Grace : LeastGrace);

    /// <summary>Whether memory ran out, on this thread or on one that it waited for.</summary>
    private static bool IsOfMemory(Exception fault) =>
        fault is OutOfMemoryException || (fault is AggregateException all && all.InnerExceptions.Any(IsOfMemory));

    /// <summary>Whether it is a fault of arcmini itself, and not one of the model, of files or of the machine.</summary>
    private static bool IsBug(Exception fault) => fault is not
        (OperationCanceledException or ModelException or IOException or UnauthorizedAccessException or ThreadStartException);

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
