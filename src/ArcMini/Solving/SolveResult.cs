using ArcMini.Dsl.Values;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>The result of solving one task.</summary>
/// <param name="Task">The task.</param>
/// <param name="Programs">The verified programs that the attempts come from, the best first.</param>
/// <param name="Guesses">The best programs that reproduce some pairs only, each with other answers.</param>
/// <param name="Attempts">For each test input at most two answers, all from verified programs.</param>
/// <param name="Verified">The number of different verified programs.</param>
/// <param name="Candidates">The number of different programs that were tried.</param>
/// <param name="Steps">The interpreter steps of all candidates.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Proposers">The reports on the proposers, in the order in which these were asked.</param>
internal sealed record SolveResult(
    ArcTask Task, IReadOnlyList<Candidate> Programs, IReadOnlyList<Candidate> Guesses,
    IReadOnlyList<IReadOnlyList<Grid>> Attempts, int Verified, int Candidates, long Steps, double Seconds,
    IReadOnlyList<ProposerReport> Proposers)
{
    /// <summary>The number of attempts that ARC allows for a test input.</summary>
    public const int MaxAttempts = 2;

    /// <summary>The verified program whose answers are the first attempt; null if no program is verified.</summary>
    public Candidate? Best => Programs.Count > 0 ? Programs[0] : null;

    /// <summary>The best guess; null if there is none, or if a program is verified.</summary>
    public Candidate? BestGuess => Best is null && Guesses.Count > 0 ? Guesses[0] : null;

    /// <summary>Whether for every test an attempt equals the output; null if the outputs are not known.</summary>
    public bool? Solved => SolvedWithin(MaxAttempts);

    /// <summary>Whether for every test the first attempt equals the output; null if the outputs are not known.</summary>
    public bool? SolvedFirst => SolvedWithin(1);

    /// <summary>The number of test outputs that one of the attempts equals.</summary>
    public int OutputsSolved => Task.Tests.Where((test, i) => test.Output is { } output && Attempts[i].Contains(output)).Count();

    /// <summary>
    /// Always two attempts for each test input. If there are fewer verified answers, those of the guesses follow, then the input itself.
    /// </summary>
    public IReadOnlyList<Tasks.Attempts> Submission =>
    [
        .. Task.Tests.Select((test, i) => Attempts[i].Concat(Guesses.Select(guess => guess.Answers[i])).Append(test.Input))
            .Select(answers => answers.OfType<Grid>().Distinct())
            .Select(answers => answers.Take(MaxAttempts).ToArray())
            .Select(answers => new Tasks.Attempts(answers[0], answers[^1])),
    ];

    /// <summary>Whether for every test an attempt of the submission equals the output; null if the outputs are not known.</summary>
    public bool? SolvedBySubmission => Task.Tests.Any(test => test.Output is null)
        ? null
        : Task.Tests.Zip(Submission, (test, attempts) => (Output: test.Output!, attempts.First, attempts.Second))
            .All(test => test.Output.Equals(test.First) || test.Output.Equals(test.Second));

    /// <summary>The report on the model's samples; null if none were drawn.</summary>
    public SampleReport? Samples => Proposers.Select(report => report.Details.Samples).OfType<SampleReport>().SingleOrDefault();

    /// <summary>Why a proposer ended before its work was done; null if none did.</summary>
    public string? Fault => Proposers.Select(report => report.Details.Fault).FirstOrDefault(fault => fault is not null);

    /// <summary>The exception that ended a proposer and is a fault of arcmini itself; null if there is none.</summary>
    public Exception? Bug => Proposers.Select(report => report.Details.Bug).FirstOrDefault(bug => bug is not null);

    private bool? SolvedWithin(int attempts) => Task.Tests.Any(test => test.Output is null)
        ? null
        : Task.Tests.Select((test, i) => Attempts[i].Take(attempts).Contains(test.Output!)).All(solved => solved);
}
