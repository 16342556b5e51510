using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ArcMini.Commands.Options;
using ArcMini.Model;
using ArcMini.Tasks;

namespace ArcMini.Commands.Records;

/// <summary>Everything that the records of a run depend on: the first line of its file. A setting that the file lacks is null.</summary>
internal sealed record RunSettings
{
    /// <summary>Marks the line as settings: always true.</summary>
    public required bool Run { get; init; }

    /// <summary>The version of arcmini.</summary>
    public string? Version { get; init; }

    /// <summary>The hash of all tasks.</summary>
    public string? Data { get; init; }

    /// <summary>The number of tasks of the whole run, written as a string.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public required int Tasks { get; init; }

    /// <summary>The hash of the model, or <c>none</c>.</summary>
    public string? Model { get; init; }

    /// <summary>The names of the proposers, separated by commas.</summary>
    public string? Proposers { get; init; }

    /// <summary>The parts of the search that are switched off, in alphabetical order, separated by commas; or <c>none</c>.</summary>
    public string? Without { get; init; }

    /// <summary>Seconds per task.</summary>
    [JsonPropertyName("time-limit")]
    public string? TimeLimit { get; init; }

    /// <summary>The limit of the search per task.</summary>
    [JsonPropertyName("max-candidates")]
    public string? MaxCandidates { get; init; }

    /// <summary>Threads.</summary>
    public string? Threads { get; init; }

    /// <summary>Layers of the model on the GPU.</summary>
    [JsonPropertyName("gpu-layers")]
    public string? GpuLayers { get; init; }

    /// <summary>Model samples per task.</summary>
    public string? Predictions { get; init; }

    /// <summary>The temperature of the samples.</summary>
    public string? Temp { get; init; }

    /// <summary>The seed of the random choices.</summary>
    public string? Seed { get; init; }

    /// <summary>The part of the tasks that the file is about, as <c>i/n</c>.</summary>
    public string? Shard { get; init; }

    /// <summary>These settings without the shard. Only the shard may differ between runs that are merged.</summary>
    public RunSettings WithoutShard() => this with { Shard = null };

    /// <summary>The settings of a run.</summary>
    /// <param name="options">The common flags.</param>
    /// <param name="tasks">All tasks, those of other shards too.</param>
    /// <param name="shard">The part that this run does.</param>
    /// <param name="model">The model, null where it is not used.</param>
    public static RunSettings Of(CommonOptions options, IReadOnlyList<ArcTask> tasks, Shard shard, ModelInfo? model) => new()
    {
        Run = true,
        Version = ProductVersion.Text,
        Data = DataHash.Of(tasks),
        Tasks = tasks.Count,
        Model = model?.Sha256 ?? "none",
        Proposers = string.Join(',', ProposerFactory.Names(options)),
        Without = options.Without.Count == 0 ? "none" : string.Join(',', options.Without.Distinct().Order(StringComparer.Ordinal)),
        TimeLimit = options.TimeLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        MaxCandidates = $"{options.MaxCandidates}",
        Threads = $"{options.Threads}",
        GpuLayers = $"{model?.GpuLayers ?? 0}",
        Predictions = $"{options.Predictions}",
        Temp = options.Temperature.ToString(CultureInfo.InvariantCulture),
        Seed = $"{options.Seed}",
        Shard = $"{shard}",
    };

    /// <summary>Reads a line; null where it does not hold settings.</summary>
    public static RunSettings? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RecordJson.Default.RunSettings) is { Run: true } settings ? settings : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The settings as a line of JSON, without the line end.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RecordJson.Default.RunSettings);

    /// <summary>The first setting that differs, in words: "time-limit 10, not 20". Null where the settings are equal.</summary>
    public string? Difference(RunSettings other)
    {
        foreach (var ((name, mine), (_, theirs)) in Fields().Zip(other.Fields()))
            if (mine != theirs)
                return $"{name} {mine ?? "unknown"}, not {theirs ?? "unknown"}";
        return null;
    }

    /// <summary>The settings by name, in order.</summary>
    public IEnumerable<(string Name, string? Value)> Fields() =>
        JsonSerializer.SerializeToElement(this, RecordJson.Default.RunSettings).EnumerateObject().Skip(1)
            .Select(field => (field.Name, field.Value.GetString()));
}
