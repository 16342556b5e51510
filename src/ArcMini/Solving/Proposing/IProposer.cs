using ArcMini.Dsl.Compilation;
using ArcMini.Search;
using ArcMini.Solving.Judging;
using ArcMini.Tasks;

namespace ArcMini.Solving.Proposing;

/// <summary>A program that may solve a task, not yet verified.</summary>
/// <param name="Program">The program, for the task as given (views are undone).</param>
/// <param name="Proposer">Who proposes it.</param>
/// <param name="LogProbability">Natural log of the probability that the proposer gives it.</param>
internal sealed record Proposal(CheckedProgram Program, string Proposer, double LogProbability);

/// <summary>What a proposer may spend on one task.</summary>
/// <param name="Time">Wall time.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Predictions">Model samples.</param>
/// <param name="MaxCandidates">Values that the search evaluates at most.</param>
/// <param name="Seed">What all chance derives from.</param>
internal sealed record SolveBudget(TimeSpan Time, int Threads, int Predictions, long MaxCandidates, ulong Seed);

/// <summary>What a proposer did for a task, as far as it gives an account.</summary>
/// <param name="Search">The search, null where it made none.</param>
/// <param name="Samples">The samples, null where it drew none.</param>
internal readonly record struct ProposerDetails(SearchReport? Search = null, SampleReport? Samples = null);

/// <summary>A source of programs: the corpus, the model, the search.</summary>
internal interface IProposer
{
    /// <summary>The name that <c>--proposers</c> knows it by.</summary>
    string Name { get; }

    /// <summary>
    /// Hands over programs as they are found, best guesses first, until the effort is spent, cancellation is asked for or there are no
    /// more. <paramref name="offer"/> runs a program on the task and gives what came of it; <paramref name="tried"/> is what was
    /// offered for the task before.
    /// </summary>
    ProposerDetails Propose(ArcTask task, IReadOnlyCollection<Candidate> tried, SolveBudget effort, Func<Proposal, Candidate> offer, CancellationToken cancel);
}
