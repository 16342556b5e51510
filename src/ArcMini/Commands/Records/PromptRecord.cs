using System.Text.Json;
using ArcMini.Synth;

namespace ArcMini.Commands.Records;

/// <summary>A synthetic task as text for fine-tuning, as <c>synth --text</c> prints it.</summary>
/// <param name="Prompt">The pairs and the test input as text.</param>
/// <param name="Completion">The program that solves the task.</param>
internal sealed record PromptRecord(string Prompt, string Completion)
{
    /// <summary>The record of a task.</summary>
    public static PromptRecord Of(SyntheticTask task) => new(Model.Prompt.Text(task.Train, task.Test.Input, int.MaxValue), task.Text);

    /// <summary>The record as a line of JSON in UTF-8, without the line end.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, RecordJson.Default.PromptRecord);
}
