using System.Diagnostics;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>What came out for one task.</summary>
/// <param name="Task">The task.</param>
/// <param name="Best">The verified program whose answers are the first attempt, null without one.</param>
/// <param name="NearMisses">The best programs that are not verified, the nearest first; none where there is a verified one.</param>
/// <param name="Attempts">For each test input at most two answers, both from verified programs.</param>
/// <param name="Verified">Different verified programs.</param>
/// <param name="Candidates">Different programs tried.</param>
/// <param name="Steps">Interpreter steps used by all of them.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Proposers">The proposers that were asked, in order.</param>
internal sealed record SolveResult(
    ArcTask Task, Candidate? Best, IReadOnlyList<Candidate> NearMisses, IReadOnlyList<IReadOnlyList<Grid>> Attempts, int Verified, int Candidates, long Steps, double Seconds,
    IReadOnlyList<ProposerReport> Proposers)
{
    /// <summary>The best program that is not verified, null without one or where there is a verified one.</summary>
    public Candidate? NearMiss => NearMisses.Count > 0 ? NearMisses[0] : null;

    /// <summary>Whether an attempt equals all test outputs; null where they are not known.</summary>
    public bool? Solved => SolvedWithin(2);

    /// <summary>Whether the first attempt equals all test outputs; null where they are not known.</summary>
    public bool? SolvedFirst => SolvedWithin(1);

    /// <summary>How many test outputs one of the attempts equals.</summary>
    public int OutputsSolved => Task.Tests.Where((test, i) => test.Output is { } output && Attempts[i].Contains(output)).Count();

    /// <summary>Two attempts for each test input, always: where verified answers are lacking, the near miss's answer, then the input itself.</summary>
    public IReadOnlyList<Tasks.Attempts> Submission =>
    [
        .. Task.Tests.Select((test, i) => Attempts[i].Append(NearMiss?.Answers[i]).Append(test.Input).OfType<Grid>().Distinct().Take(2).ToArray())
            .Select(grids => new Tasks.Attempts(grids[0], grids[^1])),
    ];

    /// <summary>What became of the model's samples, null where none were drawn.</summary>
    public SampleReport? Samples => Proposers.Select(asked => asked.Details.Samples).OfType<SampleReport>().SingleOrDefault();

    private bool? SolvedWithin(int attempts) =>
        Task.Tests.Any(test => test.Output is null) ? null : Task.Tests.Select((test, i) => Attempts[i].Take(attempts).Contains(test.Output!)).All(solved => solved);
}

/// <summary>What came of asking one proposer.</summary>
/// <param name="Proposer">Its name.</param>
/// <param name="Offered">Different programs that it was the first to offer.</param>
/// <param name="Verified">Those of them that reproduce all pairs.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Details">What it did.</param>
internal sealed record ProposerReport(string Proposer, int Offered, int Verified, double Seconds, ProposerDetails Details);

/// <summary>Asks proposers in order, verifies what they offer and ranks what is verified.</summary>
/// <param name="proposers">In the order of asking.</param>
/// <param name="effort">What one task may cost in all.</param>
internal sealed class Solver(IReadOnlyList<IProposer> proposers, SolveBudget effort)
{
    private const int Attempts = 2;
    private const int NearMisses = 5;

    /// <summary>The share of the time left that a proposer gets when others follow.</summary>
    private const double Share = 0.4;

    /// <summary>The share of the whole time that is still spent on looking for other answers once one is verified.</summary>
    private const double Afterwards = 0.1;

    /// <summary>Solves one task; what has been found stands when the time is up.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SolveResult Solve(ArcTask task, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var tried = new Dictionary<string, Candidate>();
        var asked = new List<ProposerReport>();
        var deadline = effort.Time;
        for (var i = 0; i < proposers.Count && clock.Elapsed < deadline; i++)
        {
            var left = deadline - clock.Elapsed;
            var time = i == proposers.Count - 1 ? left : left * Share;
            var before = (tried.Count, Time: clock.Elapsed);
            var account = proposers[i].Propose(task, tried.Values, effort with { Time = time }, Offer, cancel);
            cancel.ThrowIfCancellationRequested();
            var offered = tried.Values.Skip(before.Count).ToList();
            asked.Add(new(proposers[i].Name, offered.Count, offered.Count(candidate => candidate.Verified), (clock.Elapsed - before.Time).TotalSeconds, account));
        }
        var ranked = Ranking.Order(tried.Values.Where(candidate => candidate.Verified));
        var attempts = task.Tests.Select((_, test) => (IReadOnlyList<Grid>)[.. ranked.Select(candidate => candidate.Answers[test]).OfType<Grid>().Distinct().Take(Attempts)]);
        var misses = ranked.Count > 0 ? [] : Ranking.NearMisses(tried.Values).Take(NearMisses);
        return new(task, ranked.FirstOrDefault(), [.. misses], [.. attempts], tried.Values.Count(candidate => candidate.Verified), tried.Count,
            tried.Values.Sum(candidate => candidate.Steps), clock.Elapsed.TotalSeconds, asked);

        Candidate Offer(Proposal proposal)
        {
            var text = Printer.Print(proposal.Program.Source);
            if (tried.TryGetValue(text, out var known))
                return known;
            var candidate = Candidate.Of(proposal, task, cancel);
            tried[text] = candidate;
            if (candidate.IsTrusted && clock.Elapsed + effort.Time * Afterwards < deadline)
                deadline = clock.Elapsed + effort.Time * Afterwards;
            return candidate;
        }
    }
}
