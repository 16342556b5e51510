using System.Text.Json;
using System.Text.Json.Serialization;
using ArcMini.Dsl.Syntax;
using ArcMini.Search;
using ArcMini.Search.Enumeration;
using ArcMini.Solving;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposing;

namespace ArcMini.Commands.Records;

/// <summary>What was tried for one task, as <c>solve --trace</c> writes it.</summary>
/// <param name="Schema">The version of this format.</param>
/// <param name="Task">The task's id.</param>
/// <param name="Verified">Whether a program reproduces all demonstration pairs.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Proposers">One record per proposer that was asked, in order.</param>
/// <param name="NearMisses">The best programs that do not reproduce all pairs; none where a program does.</param>
internal sealed record TraceRecord(
    int Schema, string Task, bool Verified, double Seconds, IReadOnlyList<ProposerTrace> Proposers, IReadOnlyList<NearMissTrace> NearMisses)
{
    /// <summary>The trace of a result.</summary>
    public static TraceRecord Of(SolveResult result) => new(
        1, result.Task.Id, result.Best is not null, RecordJson.Milliseconds(result.Seconds),
        [.. result.Proposers.Select(ProposerTrace.Of)],
        [.. result.Guesses.Select(miss => NearMissTrace.Of(miss, result.Task.Pairs.Count))]);

    /// <summary>The trace as a line of JSON, without the line end.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RecordJson.Readable.TraceRecord);
}

/// <summary>What one proposer did.</summary>
/// <param name="Proposer">Its name.</param>
/// <param name="Offered">The number of different programs that it was the first to offer.</param>
/// <param name="Verified">The number of these that reproduce all pairs.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Samples">The counts of the model's samples, null where none were drawn.</param>
/// <param name="Search">The search, null where there was none.</param>
internal sealed record ProposerTrace(
    string Proposer, int Offered, int Verified, double Seconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SampleReport? Samples,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SearchTrace? Search)
{
    /// <summary>The trace of a proposer.</summary>
    public static ProposerTrace Of(ProposerReport report) => new(
        report.Proposer, report.Offered, report.Verified, RecordJson.Milliseconds(report.Seconds),
        report.Details.Samples, report.Details.Search is { } search ? SearchTrace.Of(search) : null);
}

/// <summary>What the search did.</summary>
/// <param name="Candidates">The number of values that were tried.</param>
/// <param name="Evaluations">The number of values on one grid that were computed.</param>
/// <param name="Kept">The number of different values.</param>
/// <param name="Cost">Every value up to this cost was tried, in tenths of a nat.</param>
/// <param name="Seconds">Wall time by phase.</param>
/// <param name="ByCost">The counts by cost.</param>
internal sealed record SearchTrace(
    long Candidates, long Evaluations, int Kept, int Cost, IReadOnlyDictionary<string, double> Seconds, IReadOnlyList<CostBand> ByCost)
{
    /// <summary>The trace of a search.</summary>
    public static SearchTrace Of(SearchReport search) => new(
        search.Candidates, search.Evaluations, search.Kept, search.Cost,
        search.Phases.ToDictionary(phase => phase.Key, phase => RecordJson.Milliseconds(phase.Value)), search.Bands);
}

/// <summary>A program that reproduces some of the pairs.</summary>
/// <param name="Program">Its text.</param>
/// <param name="Proposer">The name of its proposer.</param>
/// <param name="PairsRight">The number of demonstration pairs that it reproduces.</param>
/// <param name="Pairs">The number of all demonstration pairs.</param>
internal sealed record NearMissTrace(string Program, string Proposer, int PairsRight, int Pairs)
{
    /// <summary>The trace of a candidate of a task with the given number of pairs.</summary>
    public static NearMissTrace Of(Candidate miss, int pairs) =>
        new(Printer.Print(miss.Proposal.Program.Source), miss.Proposal.Proposer, miss.PairsRight, pairs);
}
