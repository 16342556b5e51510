using ArcMini.Tasks;

namespace ArcMini.Commands.Records;

/// <summary>The records of one run, from all its shards.</summary>
/// <param name="Settings">The settings of the first shard. Those of the others are the same.</param>
/// <param name="Records">The records in the ordinal order of their tasks.</param>
internal sealed record JoinedRun(RunSettings Settings, IReadOnlyList<SolveRecord> Records)
{
    /// <summary>The number of tasks without a record.</summary>
    public int Unfinished => Settings.Tasks - Records.Count;

    /// <summary>Reads run folders.</summary>
    /// <exception cref="DataException">A folder holds no run, the runs differ in a setting, or a task is in two of them.</exception>
    public static JoinedRun Read(IReadOnlyList<string> folders)
    {
        var parts = folders.SelectMany(RunFile.Read).ToList();
        var first = parts[0];
        var records = new SortedDictionary<string, SolveRecord>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part.Settings.WithoutShard().Difference(first.Settings.WithoutShard()) is { } difference)
                throw new DataException($"{part.File}: {difference} as in {first.File}; only shards of one run can be joined");
            foreach (var record in part.Records.Values)
                if (!records.TryAdd(record.Task, record))
                    throw new DataException($"{part.File}: task {record.Task} is in another run too");
        }
        return new(first.Settings, [.. records.Values]);
    }
}
