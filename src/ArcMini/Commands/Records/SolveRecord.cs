using System.Text.Json;
using System.Text.Json.Serialization;
using ArcMini.Dsl.Values;
using ArcMini.Model;
using ArcMini.Solving;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Commands.Records;

/// <summary>The result of one task: what <c>--json</c> prints and what a run folder keeps.</summary>
internal sealed record SolveRecord
{
    /// <summary>The version of this format.</summary>
    public required int Schema { get; init; }

    /// <summary>The task's id.</summary>
    public required string Task { get; init; }

    /// <summary>Whether one of two attempts is right for every test input; null where a test output is not known.</summary>
    public required bool? Solved { get; init; }

    /// <summary>Whether a program reproduces all demonstration pairs.</summary>
    public required bool Verified { get; init; }

    /// <summary>Whether the verified program is also expected to be right on the test inputs.</summary>
    public required bool Trusted { get; init; }

    /// <summary>The verified program, null where there is none.</summary>
    public required string? Program { get; init; }

    /// <summary>The name of the proposer of the verified program, null where there is none.</summary>
    public required string? Proposer { get; init; }

    /// <summary>The part of the proposer that completed the program, null where the proposer has no parts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Part { get; init; }

    /// <summary>For each test input, at most two answers of verified programs.</summary>
    public required IReadOnlyList<IReadOnlyList<Grid>> Attempts { get; init; }

    /// <summary>For each test input, the two attempts that a submission holds.</summary>
    public required IReadOnlyList<Attempts> Submission { get; init; }

    /// <summary>Whether the first attempt is right for every test input; null where a test output is not known.</summary>
    public required bool? SolvedFirst { get; init; }

    /// <summary>The number of test inputs.</summary>
    public required int Outputs { get; init; }

    /// <summary>The number of test inputs for which one of two attempts is right.</summary>
    public required int OutputsSolved { get; init; }

    /// <summary>The number of different programs that were tried.</summary>
    public required int Candidates { get; init; }

    /// <summary>The interpreter steps of all tried programs.</summary>
    public required long Steps { get; init; }

    /// <summary>The counts of the model's samples, null where none were drawn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SampleReport? Samples { get; init; }

    /// <summary>Why a proposer ended before its work was done, null where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fault { get; init; }

    /// <summary>Wall time.</summary>
    public required double Seconds { get; init; }

    /// <summary>The hash of the model, null where no model was used.</summary>
    public required string? Model { get; init; }

    /// <summary>The seed of the random choices.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Whether an attempt of the submission is right for every test input; null where a test output is not known.</summary>
    public bool? SolvedBySubmission { get; init; }

    /// <summary>What a report shows beyond the result; null outside of run folders, and in those of earlier versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TaskDetails? Details { get; init; }

    /// <summary>The record of a result.</summary>
    public static SolveRecord Of(SolveResult result, ulong seed, ModelInfo? model) => new()
    {
        Schema = 1,
        Task = result.Task.Id,
        Solved = result.Solved,
        Verified = result.Best is not null,
        Trusted = result.Best is { IsTrusted: true },
        Program = result.Best?.Proposal.Program.Source.ToString(),
        Proposer = result.Best?.Proposal.Proposer,
        Part = result.Best?.Proposal.Part,
        Attempts = result.Attempts,
        Submission = result.Submission,
        SolvedFirst = result.SolvedFirst,
        Outputs = result.Task.Tests.Count,
        OutputsSolved = result.OutputsSolved,
        Candidates = result.Candidates,
        Steps = result.Steps,
        Samples = result.Samples,
        Fault = result.Fault,
        Seconds = RecordJson.Milliseconds(result.Seconds),
        Model = model is null ? null : $"sha256:{model.Sha256}",
        Seed = seed,
        SolvedBySubmission = result.SolvedBySubmission,
        Details = TaskDetails.Of(result),
    };

    /// <summary>Reads a line; null where it is not a complete record.</summary>
    public static SolveRecord? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RecordJson.Readable.SolveRecord) is { Task: not null } record ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The result alone as a line of JSON, without the line end: what <c>--json</c> prints.</summary>
    public string ResultToJson() => (this with { Details = null }).ToJson();

    /// <summary>The record as a line of JSON, without the line end: what run folders keep.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RecordJson.Readable.SolveRecord);

    /// <summary>The same line in UTF-8. It takes a third of the memory: a task of many pairs has a record of megabytes.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, RecordJson.Readable.SolveRecord);
}
