using System.Globalization;
using ArcMini.Solving;
using ArcMini.Solving.Proposers;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini evaluate</c>.</summary>
internal sealed class EvaluateCommand
{
    /// <summary>Solves all tasks of a bundle or folder, tells how many, and writes a submission.</summary>
    /// <param name="path">A bundle of tasks; or a folder of task files.</param>
    /// <param name="solutions">A solutions file with the test outputs.</param>
    /// <param name="output">Write a submission into this file: two attempts at each test input, a guess where nothing is verified.</param>
    /// <param name="runDir">Keep a record of each finished task in this folder, and go on from those that are there.</param>
    /// <param name="shard">Only the tasks i, i + n, i + 2n..., told as i/n, i from 0; else $SLURM_ARRAY_TASK_ID of $SLURM_ARRAY_TASK_COUNT.</param>
    [Command("evaluate")]
    public int Evaluate(
        ConsoleAppContext context, CancellationToken cancel, [Argument] string path,
        string? solutions = null, string? output = null, string? runDir = null, string? shard = null)
    {
        var options = CommonOptions.Of(context);
        var part = Shard.Of(shard, Environment.GetEnvironmentVariable);
        var all = TaskLoader.Load(path, solutions);
        var tasks = part.Of(all).ToList();
        if (output is not null)
            WholeFile.Expect(output);
        var proposers = Proposers.Of(options);
        var model = proposers.OfType<ModelProposer>().FirstOrDefault()?.Info;
        var solver = new Solver(proposers, options.Effort);
        using var run = runDir is null ? null : RunFile.Open(runDir, part, RunSettings.Of(options, all, part, model));
        var records = new List<RunRecord>();
        foreach (var task in tasks)
        {
            cancel.ThrowIfCancellationRequested();
            var record = run?.Records.GetValueOrDefault(task.Id);
            if (record is null)
            {
                record = RunRecord.Parse(SolveRecord.Line(solver.Solve(task, cancel), options.Seed, model))!;
                run?.Append(record.Line);
                if (!options.Quiet)
                    Console.Error.WriteLine($"{records.Count + 1}/{tasks.Count} {Sentence(record)}");
            }
            records.Add(record);
            if (options.Json)
                Console.WriteLine(record.Line);
        }
        if (output is not null)
            Submission.Write(output, records.Select(record => (record.Task, record.Submission)));
        var summary = new Summary(records);
        if (options.Json)
            Console.WriteLine(summary.Line);
        else
            Console.Write(summary);
        return ExitCode.Done;
    }

    private static string Sentence(RunRecord record)
    {
        var verdict = !record.Verified ? "nothing verified" : record.Solved switch { true => "solved", false => "verified but wrong", null => "verified" };
        return string.Create(CultureInfo.InvariantCulture, $"{record.Task}: {verdict}{(record.Proposer is { } proposer ? $" by {proposer}" : "")}, {record.Seconds:F2} s");
    }
}
