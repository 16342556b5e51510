using System.Text.Json.Serialization;

namespace ArcMini.Solving.Proposing;

/// <summary>How many of a model's samples got how far. Each number counts some of those that the number before it counts.</summary>
/// <param name="Asked">Samples asked for.</param>
/// <param name="Written">
/// Programs that were complete within the limits of tokens and time, each counted once in its view of the task.
/// </param>
/// <param name="Checked">Programs that parse and type-check.</param>
/// <param name="Distinct">Different programs without holes, rewritten for the task as given.</param>
/// <param name="Run">Programs that give a grid for every demonstration input.</param>
/// <param name="Verified">Programs that reproduce every demonstration pair.</param>
internal sealed record SampleReport(
    int Asked, int Written, [property: JsonPropertyName("type_check")] int Checked, int Distinct, int Run, int Verified)
{
    /// <summary>The sum of two reports.</summary>
    public static SampleReport operator +(SampleReport a, SampleReport b) => new(
        a.Asked + b.Asked, a.Written + b.Written, a.Checked + b.Checked, a.Distinct + b.Distinct, a.Run + b.Run, a.Verified + b.Verified);
}
