using ArcMini.Commands.Options;
using ArcMini.Commands.Records;
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
        var folders = FileArguments.Expect("merge", "run folder", runs);
        var run = JoinedRun.Read(folders);
        if (run.Unfinished > 0)
        {
            throw new DataException(
                $"{string.Join(' ', folders)}: {run.Records.Count} of {run.Settings.Tasks} tasks are finished; "
                + "run 'evaluate' for the other shards");
        }
        Submission.Write(output, run.Records.Select(record => (record.Task, record.Submission)));
        SummaryText.Print(run.Records, [], CommonOptions.Of(context).Json);
        return ExitCode.Done;
    }
}
