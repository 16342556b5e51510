using System.Text.Json;

namespace ArcMini.Commands.Records;

/// <summary>The score of a submission, as <c>score --json</c> prints it.</summary>
/// <param name="Schema">The version of this format.</param>
/// <param name="Tasks">The number of tasks.</param>
/// <param name="Solved">The number of tasks with a right attempt for every test input.</param>
/// <param name="SolvedFirst">The number of tasks whose first attempts are all right.</param>
/// <param name="Outputs">The number of test outputs.</param>
/// <param name="OutputsSolved">The number of test outputs with a right attempt.</param>
/// <param name="OutputsSolvedFirst">The number of test outputs whose first attempt is right.</param>
internal sealed record ScoreRecord(
    int Schema, int Tasks, int Solved, int SolvedFirst, int Outputs, int OutputsSolved, int OutputsSolvedFirst)
{
    /// <summary>The score as a line of JSON, without the line end.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RecordJson.Default.ScoreRecord);
}
