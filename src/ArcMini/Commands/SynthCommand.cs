using System.Diagnostics;
using ArcMini.Commands.Options;
using ArcMini.Commands.Records;
using ArcMini.Dsl.Syntax;
using ArcMini.Commands.Reports;
using ArcMini.Dsl.Values;
using ArcMini.Platform;
using ArcMini.Randomness;
using ArcMini.Solving.Knowledge;
using ArcMini.Synth;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini synth</c>.</summary>
internal sealed class SynthCommand
{
    private const int MinSide = 3;
    private const int MinTokens = 50;
    private const int MinNodes = 2;

    /// <summary>Makes synthetic tasks with programs that solve them. The same seed gives the same tasks.</summary>
    /// <param name="count">Number of tasks.</param>
    /// <param name="shards">Write token shards for training to this folder. Default: JSON lines on standard output.</param>
    /// <param name="text">Print prompt and completion as text, for fine-tuning another model.</param>
    /// <param name="stats">Print statistics to standard error.</param>
    /// <param name="inputs">Take the grids of half of the tasks from these files or folders, separated by commas.</param>
    /// <param name="leaveOut">File of training task ids, one per line. Their grids and corpus programs are not used.</param>
    /// <param name="report">Write an HTML page with pictures of some random tasks to this file.</param>
    /// <param name="maxSide">Longest side of an input grid.</param>
    /// <param name="maxTokens">Most tokens of a task with its program.</param>
    /// <param name="maxNodes">Most nodes of a program.</param>
    [Command("synth")]
    public int Synth(
        ConsoleAppContext context, int count = 1000, string? shards = null, bool text = false, bool stats = false,
        string[]? inputs = null, string? leaveOut = null, string? report = null,
        int maxSide = 12, int maxTokens = 600, int maxNodes = 16, CancellationToken cancel = default)
    {
        CheckLimits(count, maxSide, maxTokens, maxNodes);
        var options = CommonOptions.Of(context);
        if (report is not null)
            OutputFile.Expect(report);
        if (report is not null || shards is not null)
            StandardStreams.ResultsAreInFilesToo();
        var watch = Stopwatch.StartNew();
        var leftOut = leaveOut is null ? [] : ReadLeftOut(leaveOut);
        var realInputs = inputs is null ? null : RealInputs.Load(inputs, maxSide, leftOut);
        var stream = new TaskStream((long)options.Seed, options.Threads, new(maxSide, maxTokens, maxNodes, realInputs, leftOut));
        var counts = new SynthStats();
        var page = new SynthReport(new SeededRandom(options.Seed));
        using var writer = shards is null ? null : new ShardWriter(shards);
        var done = 0;
        Progress.Run(options, count, "tasks", printsMeanwhile: writer is null, progress =>
        {
            foreach (var task in stream.Tasks(cancel).Take(count))
            {
                counts.Add(task);
                page.Add(task);
                if (writer is not null)
                    writer.Add(task);
                else
                    StandardStreams.Output.Write([.. text ? PromptRecord.Of(task).ToJson() : SynthRecord.Of(task).ToJson(), (byte)'\n']);
                progress.Tell(++done);
            }
        });
        if (report is not null)
            PageFile.Write(report, page.ToPage(), options);
        if (stats)
            counts.Write(Console.Error, stream.Tally, watch.Elapsed, Environment.CpuUsage.TotalTime);
        return ExitCode.Done;
    }

    private static void CheckLimits(int count, int maxSide, int maxTokens, int maxNodes)
    {
        UsageException.ThrowUnless(count >= 1, "synth: --count", "a number of at least 1");
        UsageException.ThrowUnless(
            maxSide is >= MinSide and <= Grid.MaxTaskSide, "synth: --max-side", $"a number from {MinSide} to {Grid.MaxTaskSide}");
        UsageException.ThrowUnless(maxTokens >= MinTokens, "synth: --max-tokens", $"a number of at least {MinTokens}");
        UsageException.ThrowUnless(maxNodes >= MinNodes, "synth: --max-nodes", $"a number of at least {MinNodes}");
    }

    private static HashSet<string> ReadLeftOut(string file)
    {
        var ids = InputFile.ReadText(file).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToHashSet();
        return ids.FirstOrDefault(id => !Corpus.Programs.ContainsKey(id)) is { } unknown
            ? throw new DataException($"{file}: the corpus has no program for task {Quote.Of(unknown)}; expected one id per line")
            : ids;
    }
}
