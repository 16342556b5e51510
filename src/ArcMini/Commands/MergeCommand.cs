using ArcMini.Commands.Options;
using ArcMini.Commands.Records;
using ArcMini.Dsl.Syntax;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini merge</c>.</summary>
internal sealed class MergeCommand
{
    /// <summary>Joins the shards of a run into one submission and prints their totals.</summary>
    /// <param name="output">Write the submission to this file.</param>
    /// <param name="runs">Folders made by 'evaluate --run-dir'.</param>
    [Command("merge")]
    public int Merge(ConsoleAppContext context, string output, [Argument] params string[] runs)
    {
        OutputFile.Expect(output);
        var parts = FileArguments.Expect("merge", "run folder", runs).SelectMany(RunFile.Read).ToList();
        var first = parts[0];
        var records = new SortedDictionary<string, SolveRecord>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part.Settings.WithoutShard().Difference(first.Settings.WithoutShard()) is { } difference)
                throw new DataException($"{part.File}: {difference} as in {first.File}; only shards of one run can be joined");
            foreach (var record in part.Records.Values)
                if (!records.TryAdd(record.Task, record))
                    throw new DataException($"{part.File}: task {Quote.Of(record.Task)} is in another run too");
        }
        if (records.Count != first.Settings.Tasks)
        {
            throw new DataException(
                $"{string.Join(' ', runs)}: {records.Count} of {first.Settings.Tasks} tasks are finished; "
                + "run 'evaluate' for the other shards");
        }
        Submission.Write(output, records.Values.Select(record => (record.Task, record.Submission)));
        SummaryText.Print([.. records.Values], [], CommonOptions.Of(context).Json);
        return ExitCode.Done;
    }
}
