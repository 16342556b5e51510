using System.Text.Json;
using ArcMini.Tasks;

namespace ArcMini.Commands.Records;

/// <summary>A hash of tasks that does not depend on the files that they came from.</summary>
internal static class DataHash
{
    /// <summary>
    /// The SHA-256 of a JSON array. It holds for each task its id, the grids of its pairs, null, and the grids of its tests,
    /// with null for an output that is not known.
    /// </summary>
    public static string Of(IReadOnlyList<ArcTask> tasks)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var task in tasks)
                Write(json, task);
            json.WriteEndArray();
        }
        stream.Position = 0;
        return $"sha256:{Sha256.Of(stream)}";
    }

    private static void Write(Utf8JsonWriter json, ArcTask task)
    {
        json.WriteStringValue(task.Id);
        foreach (var pair in task.Pairs)
        {
            GridJsonConverter.Write(json, pair.Input);
            GridJsonConverter.Write(json, pair.Output);
        }
        json.WriteNullValue();
        foreach (var test in task.Tests)
        {
            GridJsonConverter.Write(json, test.Input);
            if (test.Output is { } output)
                GridJsonConverter.Write(json, output);
            else
                json.WriteNullValue();
        }
    }
}
