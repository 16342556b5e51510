using System.Text.Json;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Commands;

/// <summary>What <c>evaluate</c> keeps of a solved task: a <see cref="SolveRecord"/> read back.</summary>
/// <param name="Line">The whole record as it was written, without the line end.</param>
/// <param name="Task">The task's id.</param>
/// <param name="Proposer">Who proposed the verified program, null where there is none.</param>
/// <param name="Trusted">Whether little tells against its answers.</param>
/// <param name="Solved">Whether one of two attempts is right on all test inputs; null where that is not known.</param>
/// <param name="SolvedFirst">Whether the first one is.</param>
/// <param name="Outputs">Test inputs.</param>
/// <param name="OutputsSolved">Test inputs that one of the attempts is right on.</param>
/// <param name="Samples">What became of the model's samples, null where none were drawn.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Submission">Two attempts for each test input.</param>
internal sealed record RunRecord(
    string Line, string Task, string? Proposer, bool Trusted, bool? Solved, bool? SolvedFirst, int Outputs, int OutputsSolved, SampleReport? Samples, double Seconds, IReadOnlyList<Attempts> Submission)
{
    /// <summary>Whether a program reproduces all demonstration pairs.</summary>
    public bool Verified => Proposer is not null;

    /// <summary>Reads a line; null where it is no complete record.</summary>
    public static RunRecord? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            return new(
                line, json.GetProperty("task").GetString()!, json.GetProperty("proposer").GetString(), json.GetProperty("trusted").GetBoolean(), Flag(json.GetProperty("solved")), Flag(json.GetProperty("solved_first")),
                json.GetProperty("outputs").GetInt32(), json.GetProperty("outputs_solved").GetInt32(), SampleJson.Read(json), json.GetProperty("seconds").GetDouble(),
                [.. json.GetProperty("submission").EnumerateArray().Select(item => new Attempts(item.GetProperty("attempt_1").ToGrid(), item.GetProperty("attempt_2").ToGrid()))]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static bool? Flag(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetBoolean();
}
