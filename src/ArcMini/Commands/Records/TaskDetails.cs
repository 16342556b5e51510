using System.Text.Json.Serialization;
using ArcMini.Dsl.Syntax;
using ArcMini.Solving;
using ArcMini.Solving.Judging;
using ArcMini.Tasks;

namespace ArcMini.Commands.Records;

/// <summary>What a report shows of a task beyond its result. Run folders keep it, so that a report needs no other file.</summary>
/// <param name="Train">The demonstration pairs.</param>
/// <param name="Test">The test inputs, with their outputs where these are known.</param>
/// <param name="Programs">The verified programs that the attempts come from, the best first.</param>
/// <param name="NearMisses">The best programs that do not reproduce all pairs; none where a program does.</param>
/// <param name="Tried">What each proposer that was asked did, in order.</param>
internal sealed record TaskDetails(
    IReadOnlyList<Pair> Train, IReadOnlyList<TestInput> Test, IReadOnlyList<ProgramRecord> Programs,
    IReadOnlyList<NearMissTrace> NearMisses, IReadOnlyList<ProposerCounts> Tried)
{
    /// <summary>The details of a result.</summary>
    public static TaskDetails Of(SolveResult result) => new(
        result.Task.Pairs, result.Task.Tests,
        [.. result.Programs.Select(ProgramRecord.Of)],
        [.. result.Guesses.Select(miss => NearMissTrace.Of(miss, result.Task.Pairs.Count))],
        [.. result.Proposers.Select(ProposerCounts.Of)]);

    /// <summary>The task with the given id.</summary>
    public ArcTask Task(string id) => new ArcTask(id, Train, Test).OnSharedBackground();
}

/// <summary>A verified program.</summary>
/// <param name="Program">Its text.</param>
/// <param name="Proposer">The name of its proposer.</param>
/// <param name="Trusted">Whether it is also expected to be right on the test inputs.</param>
/// <param name="Part">The part of the proposer that completed it, null where the proposer has no parts.</param>
internal sealed record ProgramRecord(
    string Program, string Proposer, bool Trusted,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Part = null)
{
    /// <summary>The record of a verified candidate.</summary>
    public static ProgramRecord Of(Candidate candidate) =>
        new(Printer.Print(candidate.Proposal.Program.Source), candidate.Proposal.Proposer, candidate.IsTrusted, candidate.Proposal.Part);
}

/// <summary>How much one proposer tried.</summary>
/// <param name="Proposer">Its name.</param>
/// <param name="Offered">The number of different programs that it was the first to offer.</param>
/// <param name="Verified">The number of these that reproduce all pairs.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Values">The number of values that a search tried, null where there was none.</param>
internal sealed record ProposerCounts(
    string Proposer, int Offered, int Verified, double Seconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Values = null)
{
    /// <summary>The counts of a proposer.</summary>
    public static ProposerCounts Of(ProposerReport report) => new(
        report.Proposer, report.Offered, report.Verified, RecordJson.Milliseconds(report.Seconds), report.Details.Search?.Candidates);
}
