using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArcMini.Model;
using ArcMini.Tasks;

namespace ArcMini.Commands;

/// <summary>All that the records of a run depend on, by name; the first line of its file.</summary>
internal sealed record RunSettings(IReadOnlyList<KeyValuePair<string, string>> Values)
{
    private const string ShardName = "shard";
    private const string Mark = "run";

    /// <summary>The settings of a run.</summary>
    /// <param name="options">The flags.</param>
    /// <param name="tasks">All tasks, those of other shards too.</param>
    /// <param name="shard">The part that this run is.</param>
    /// <param name="model">The model, null where it is not asked.</param>
    public static RunSettings Of(CommonOptions options, IReadOnlyList<ArcTask> tasks, Shard shard, ModelInfo? model) => new(
    [
        new("version", App.Version),
        new("data", Hash(tasks)),
        new("tasks", $"{tasks.Count}"),
        new("model", model?.Sha256 ?? "none"),
        new("proposers", string.Join(',', Proposers.Names(options))),
        new("time-limit", options.TimeLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture)),
        new("max-candidates", $"{options.MaxCandidates}"),
        new("threads", $"{options.Threads}"),
        new("gpu-layers", $"{(model is null ? 0 : model.GpuLayers)}"),
        new("predictions", $"{options.Predictions}"),
        new("temp", options.Temperature.ToString(CultureInfo.InvariantCulture)),
        new("seed", $"{options.Seed}"),
        new(ShardName, $"{shard}"),
    ]);

    /// <summary>The settings as a line of JSON, without a line end.</summary>
    public string Line
    {
        get
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartObject();
                json.WriteBoolean(Mark, true);
                foreach (var (name, value) in Values)
                    json.WriteString(name, value);
                json.WriteEndObject();
            }
            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    /// <summary>The number of tasks of the whole run.</summary>
    public int Tasks => int.Parse(Values.First(value => value.Key == "tasks").Value, CultureInfo.InvariantCulture);

    /// <summary>These settings without the shard, which is all that runs to be merged may differ in.</summary>
    public RunSettings OfAllShards => new([.. Values.Where(value => value.Key != ShardName)]);

    /// <summary>Reads a line; null where it holds no settings.</summary>
    public static RunSettings? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var values = document.RootElement.EnumerateObject().ToList();
            return values is [{ Name: Mark }, ..] && values.Any(value => value.Name == "tasks" && int.TryParse(value.Value.GetString(), out _))
                ? new([.. values.Skip(1).Select(value => KeyValuePair.Create(value.Name, value.Value.GetString()!))])
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The first thing in which other settings differ, in words: "time-limit 10, not 20"; null where they are the same.</summary>
    public string? Difference(RunSettings other) =>
        Values.Concat(other.Values).Select(value => value.Key).Distinct().FirstOrDefault(name => Value(name) != other.Value(name)) is { } name
            ? $"{name} {Value(name)}, not {other.Value(name)}"
            : null;

    private string Value(string name) => Values.FirstOrDefault(value => value.Key == name).Value ?? "unknown";

    /// <summary>The hash of all grids by task, independent of the files that they came from.</summary>
    private static string Hash(IReadOnlyList<ArcTask> tasks)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var task in tasks)
            {
                json.WriteStringValue(task.Id);
                foreach (var pair in task.Pairs.Select(pair => new TestInput(pair.Input, pair.Output)).Append(null).Concat(task.Tests))
                {
                    if (pair is null)
                    {
                        json.WriteNullValue();
                        continue;
                    }
                    json.WriteGrid(pair.Input);
                    if (pair.Output is null)
                        json.WriteNullValue();
                    else
                        json.WriteGrid(pair.Output);
                }
            }
            json.WriteEndArray();
        }
        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)))}";
    }
}
