using System.Globalization;
using ArcMini.Commands.Options;
using ArcMini.Commands.Records;
using ArcMini.Dsl.Syntax;
using ArcMini.Platform;
using ArcMini.Commands.Reports;
using ArcMini.Solving;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini evaluate</c>.</summary>
internal sealed class EvaluateCommand
{
    /// <summary>Solves all tasks of a bundle or folder, prints the totals, and writes a submission.</summary>
    /// <param name="path">A bundle of tasks, or a folder of task files.</param>
    /// <param name="solutions">A solutions file with the test outputs.</param>
    /// <param name="recursive">Read the sub-folders of a folder too.</param>
    /// <param name="output">Write a submission to this file: two attempts per test input, unverified ones if there are no others.</param>
    /// <param name="runDir">Keep a record of each finished task in this folder. Tasks with a record there are not solved again.</param>
    /// <param name="report">Write a report to this file, a page for a browser: totals, and a card with pictures for each task.</param>
    /// <param name="shard">Given as i/n: solve only the tasks i, i + n, i + 2n..., from 0. Default: by the SLURM job array, if any.</param>
    [Command("evaluate")]
    public int Evaluate(
        ConsoleAppContext context, CancellationToken cancel, [Argument] string path,
        string? solutions = null, bool recursive = false, string? output = null, string? runDir = null, string? report = null,
        string? shard = null)
    {
        var options = CommonOptions.Of(context);
        var part = Shard.Of(shard, Environment.GetEnvironmentVariable);
        foreach (var file in new[] { output, report }.OfType<string>())
            OutputFile.Expect(file);
        if (output is not null || report is not null || runDir is not null)
            StandardStreams.ResultsAreInFilesToo();
        var batch = TaskFiles.Load([path], solutions, recursive);
        var tasks = part.Of(batch.Tasks).ToList();
        var (proposers, model) = ProposerFactory.Create(options);
        var solver = new Solver(proposers, options.Budget);
        var settings = RunSettings.Of(options, batch.Tasks, part, model);
        using var run = runDir is null ? null : RunFile.Open(runDir, part, settings);
        var records = new List<SolveRecord>();
        TaskBugException? bug = null;
        Progress.Run(options, tasks.Count, "tasks", printsMeanwhile: options.Json, progress =>
        {
            foreach (var task in tasks)
            {
                cancel.ThrowIfCancellationRequested();
                var known = run?.Records.GetValueOrDefault(task.Id);
                var record = known ?? Solved(task);
                records.Add(record);
                if (known is null)
                {
                    run?.Append(record);
                    progress.Tell(records.Count, Found(records), Sentence(record));
                }
                if (options.Json)
                    Console.WriteLine(record.ResultToJson());
            }
        });
        if (output is not null)
            Submission.Write(output, records.Select(record => (record.Task, record.Submission)));
        if (report is not null)
            PageFile.Write(report, RunReport.Of(TitleOf(path), records, settings, cancel), options);
        SummaryText.Print(records, batch.Refused, options.Json);
        if (bug is not null)
            throw bug;
        return ExitCode.Of(batch, ExitCode.Done);

        SolveRecord Solved(ArcTask task)
        {
            var result = solver.Solve(task, cancel);
            bug ??= TaskBugException.Of(result);
            return SolveRecord.Of(result, options.Seed, model);
        }
    }

    private static string TitleOf(string path) => $"ArcMini: {Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path))}";

    private static string Found(List<SolveRecord> records) => records.Exists(record => record.Solved is not null)
        ? $"{records.Count(record => record.Solved == true)} solved"
        : $"{records.Count(record => record.Verified)} verified";

    private static string Sentence(SolveRecord record)
    {
        var verdict = record switch
        {
            { Verified: false } => "nothing verified",
            { Solved: true } => "solved",
            { Solved: false } => "verified but wrong",
            _ => "verified",
        };
        var proposer = record.Proposer is null ? "" : $" by {record.Proposer}";
        var fault = record.Fault is null ? "" : $", {Quote.OneLine(record.Fault)}";
        var id = Quote.OneLine(record.Task);
        return string.Create(CultureInfo.InvariantCulture, $"{id}: {verdict}{proposer}{fault}, {record.Seconds:F2} s");
    }
}
