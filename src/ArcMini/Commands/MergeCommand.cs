using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini merge</c>.</summary>
internal sealed class MergeCommand
{
    /// <summary>Joins the shards of a run into one submission and tells what they add up to.</summary>
    /// <param name="output">Write the submission into this file.</param>
    /// <param name="runs">The folders that 'evaluate --run-dir' made.</param>
    [Command("merge")]
    public int Merge(ConsoleAppContext context, string output, [Argument] params string[] runs)
    {
        var parts = FileArguments.Expect("merge", "run folder", runs).SelectMany(RunFile.Read).ToList();
        var first = parts[0];
        var records = new SortedDictionary<string, RunRecord>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part.Settings.OfAllShards.Difference(first.Settings.OfAllShards) is { } difference)
                throw new DataException($"{part.File}: the run has {difference} as {first.File}; only shards of one run can be joined");
            foreach (var record in part.Records.Values)
                if (!records.TryAdd(record.Task, record))
                    throw new DataException($"{part.File}: task {record.Task} is in another run too");
        }
        if (records.Count != first.Settings.Tasks)
            throw new DataException($"{string.Join(' ', runs)}: {records.Count} of {first.Settings.Tasks} tasks are finished; run 'evaluate' again for the shards that are not");
        Submission.Write(output, records.Values.Select(record => (record.Task, record.Submission)));
        var summary = new Summary([.. records.Values]);
        if (CommonOptions.Of(context).Json)
            Console.WriteLine(summary.Line);
        else
            Console.Write(summary);
        return ExitCode.Done;
    }
}
