using System.Text.Json;
using ArcMini.Synth;
using ArcMini.Tasks;

namespace ArcMini.Commands.Records;

/// <summary>A synthetic task in the ARC format with its program, as <c>synth</c> prints it.</summary>
/// <param name="Train">The demonstration pairs.</param>
/// <param name="Test">The test pair, as a list of one.</param>
/// <param name="Program">The program that solves the task.</param>
/// <param name="Scene">The name of the scene that the inputs show.</param>
/// <param name="Source">Where the program comes from.</param>
internal sealed record SynthRecord(IReadOnlyList<Pair> Train, IReadOnlyList<Pair> Test, string Program, string Scene, string Source)
{
    /// <summary>The record of a task.</summary>
    public static SynthRecord Of(SyntheticTask task) =>
        new(task.Train, [task.Test], task.Text, task.Scene, $"{task.Source}".ToLowerInvariant());

    /// <summary>The record as a line of JSON in UTF-8, without the line end.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, RecordJson.Default.SynthRecord);
}
