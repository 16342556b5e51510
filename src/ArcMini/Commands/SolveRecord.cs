using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ArcMini.Model;
using ArcMini.Solving;
using ArcMini.Tasks;

namespace ArcMini.Commands;

/// <summary>The record of a solved task that <c>--json</c> writes, one line.</summary>
internal static class SolveRecord
{
    private const int Schema = 1;

    /// <summary>The line, without a line end.</summary>
    public static string Line(SolveResult result, ulong seed, ModelInfo? model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, result, seed, model);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter json, SolveResult result, ulong seed, ModelInfo? model)
    {
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteString("task", result.Task.Id);
        Flag(json, "solved", result.Solved);
        json.WriteBoolean("verified", result.Best is not null);
        json.WriteBoolean("trusted", result.Best is { IsTrusted: true });
        json.WriteString("program", result.Best?.Proposal.Program.Source.ToString());
        json.WriteString("proposer", result.Best?.Proposal.Proposer);
        json.WriteStartArray("attempts");
        foreach (var attempts in result.Attempts)
        {
            json.WriteStartArray();
            foreach (var grid in attempts)
                json.WriteGrid(grid);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteStartArray("submission");
        foreach (var attempts in result.Submission)
            attempts.Write(json);
        json.WriteEndArray();
        Flag(json, "solved_first", result.SolvedFirst);
        json.WriteNumber("outputs", result.Task.Tests.Count);
        json.WriteNumber("outputs_solved", result.OutputsSolved);
        json.WriteNumber("candidates", result.Candidates);
        json.WriteNumber("steps", result.Steps);
        if (result.Samples is { } samples)
            SampleJson.Write(json, samples);
        json.WriteNumber("seconds", Math.Round(result.Seconds, 3));
        json.WriteString("model", model is null ? null : $"sha256:{model.Sha256}");
        json.WriteNumber("seed", seed);
        json.WriteEndObject();
    }

    private static void Flag(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } known)
            json.WriteBoolean(name, known);
        else
            json.WriteNull(name);
    }
}
