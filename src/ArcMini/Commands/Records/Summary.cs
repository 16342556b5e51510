using System.Text.Json;
using System.Text.Json.Serialization;
using ArcMini.Solving.Proposing;

namespace ArcMini.Commands.Records;

/// <summary>The totals of a run: the last line of <c>evaluate --json</c>.</summary>
internal sealed record Summary
{
    /// <summary>The version of this format.</summary>
    public required int Schema { get; init; }

    /// <summary>Marks the line as a summary: always true.</summary>
    [JsonPropertyName("summary")]
    public required bool IsSummary { get; init; }

    /// <summary>The number of tasks.</summary>
    public required int Tasks { get; init; }

    /// <summary>The number of tasks with a program that reproduces all demonstration pairs.</summary>
    public required int Verified { get; init; }

    /// <summary>The number of tasks whose verified program is trusted.</summary>
    public required int Trusted { get; init; }

    /// <summary>The number of tasks that one of two attempts solves.</summary>
    public required int Solved { get; init; }

    /// <summary>The number of tasks that the first attempt solves.</summary>
    public required int SolvedFirst { get; init; }

    /// <summary>The number of test inputs.</summary>
    public required int Outputs { get; init; }

    /// <summary>The number of test inputs that one of two attempts solves.</summary>
    public required int OutputsSolved { get; init; }

    /// <summary>The counts by proposer, the one with the most verified programs first.</summary>
    public required IReadOnlyDictionary<string, FinderSummary> ByProposer { get; init; }

    /// <summary>The counts by part of the search, the one with the most verified programs first.</summary>
    public required IReadOnlyDictionary<string, FinderSummary> ByPart { get; init; }

    /// <summary>The counts of the model's samples, null where none were drawn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SampleReport? Samples { get; init; }

    /// <summary>For each file or task that was left out: a sentence that names it and says what is wrong.</summary>
    public required IReadOnlyList<string> Refused { get; init; }

    /// <summary>The wall times of all tasks together.</summary>
    public required double Seconds { get; init; }

    /// <summary>The number of tasks that an attempt of the submission solves, last resorts included.</summary>
    public required int SolvedBySubmission { get; init; }

    /// <summary>The totals of records, and what was left out.</summary>
    public static Summary Of(IReadOnlyList<SolveRecord> records, IReadOnlyList<string> refused) => new()
    {
        Schema = 1,
        IsSummary = true,
        Tasks = records.Count,
        Verified = records.Count(record => record.Verified),
        Trusted = records.Count(record => record.Trusted),
        Solved = records.Count(record => record.Solved == true),
        SolvedFirst = records.Count(record => record.SolvedFirst == true),
        Outputs = records.Sum(record => record.Outputs),
        OutputsSolved = records.Sum(record => record.OutputsSolved),
        ByProposer = OfFinders(records, record => record.Proposer),
        ByPart = OfFinders(records, record => record.Part),
        Samples = records.Select(record => record.Samples).OfType<SampleReport>()
            .Aggregate((SampleReport?)null, (sum, samples) => sum is null ? samples : sum + samples),
        Refused = refused,
        Seconds = RecordJson.Milliseconds(records.Sum(record => record.Seconds)),
        SolvedBySubmission = records.Count(record => record.SolvedBySubmission == true),
    };

    /// <summary>The totals as a line of JSON, without the line end.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RecordJson.Default.Summary);

    private static OrderedDictionary<string, FinderSummary> OfFinders(
        IReadOnlyList<SolveRecord> records, Func<SolveRecord, string?> finder) => new(
        records.Where(record => finder(record) is not null).GroupBy(record => finder(record)!)
            .OrderByDescending(group => group.Count())
            .Select(group => KeyValuePair.Create(group.Key, FinderSummary.Of([.. group]))));
}

/// <summary>The totals of one proposer, or of one part of it.</summary>
/// <param name="Verified">The number of tasks whose first verified program is its own.</param>
/// <param name="Solved">The number of these tasks that are solved.</param>
/// <param name="SolvedFirst">The number of these tasks that the first attempt solves.</param>
/// <param name="Trusted">The number of these tasks whose program is trusted.</param>
/// <param name="TrustedFirst">The number of trusted ones that the first attempt solves.</param>
internal sealed record FinderSummary(int Verified, int Solved, int SolvedFirst, int Trusted, int TrustedFirst)
{
    /// <summary>The totals of the records of one finder.</summary>
    public static FinderSummary Of(IReadOnlyList<SolveRecord> records) => new(
        records.Count,
        records.Count(record => record.Solved == true),
        records.Count(record => record.SolvedFirst == true),
        records.Count(record => record.Trusted),
        records.Count(record => record is { Trusted: true, SolvedFirst: true }));
}
