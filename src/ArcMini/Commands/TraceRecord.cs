using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ArcMini.Dsl.Syntax;
using ArcMini.Search;
using ArcMini.Solving;

namespace ArcMini.Commands;

/// <summary>What was tried for a task, as <c>solve --trace</c> writes it, one line.</summary>
internal static class TraceRecord
{
    private const int Schema = 1;

    /// <summary>The line, without a line end.</summary>
    public static string Line(SolveResult result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, result);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter json, SolveResult result)
    {
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteString("task", result.Task.Id);
        json.WriteBoolean("verified", result.Best is not null);
        json.WriteNumber("seconds", Math.Round(result.Seconds, 3));
        json.WriteStartArray("proposers");
        foreach (var asked in result.Proposers)
        {
            json.WriteStartObject();
            json.WriteString("proposer", asked.Proposer);
            json.WriteNumber("offered", asked.Offered);
            json.WriteNumber("verified", asked.Verified);
            json.WriteNumber("seconds", Math.Round(asked.Seconds, 3));
            if (asked.Details.Samples is { } samples)
                SampleJson.Write(json, samples);
            if (asked.Details.Search is { } search)
                Write(json, search);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("near_misses");
        foreach (var miss in result.NearMisses)
        {
            json.WriteStartObject();
            json.WriteString("program", Printer.Print(miss.Proposal.Program.Source));
            json.WriteString("proposer", miss.Proposal.Proposer);
            json.WriteNumber("pairs_right", miss.PairsRight);
            json.WriteNumber("pairs", result.Task.Pairs.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SearchReport search)
    {
        json.WriteStartObject("search");
        json.WriteNumber("candidates", search.Candidates);
        json.WriteNumber("evaluations", search.Evaluations);
        json.WriteNumber("kept", search.Kept);
        json.WriteNumber("cost", search.Cost);
        json.WriteStartObject("seconds");
        foreach (var (phase, seconds) in search.Phases)
            json.WriteNumber(phase, Math.Round(seconds, 3));
        json.WriteEndObject();
        json.WriteStartArray("by_cost");
        foreach (var band in search.Bands)
        {
            json.WriteStartObject();
            json.WriteNumber("cost", band.Cost);
            json.WriteNumber("tried", band.Tried);
            json.WriteNumber("kept", band.Kept);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
