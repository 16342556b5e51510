using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using ArcMini.Model;
using ArcMini.Randomness;
using ArcMini.Solving.Knowledge;
using ArcMini.Synth;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini synth</c>.</summary>
internal sealed class SynthCommand
{
    /// <summary>Makes synthetic tasks with the programs that solve them, the same for the same seed: JSON lines on stdout, or token shards.</summary>
    /// <param name="count">How many tasks.</param>
    /// <param name="shards">Write token shards for training into this folder instead.</param>
    /// <param name="text">Write prompt and completion as text, for fine-tuning another model, instead.</param>
    /// <param name="stats">Report on stderr what was made.</param>
    /// <param name="inputs">Real grids for half of the tasks: task files, bundles, lists of pairs, folders of them; separated by commas.</param>
    /// <param name="leaveOut">A file of training task ids, one a line, whose grids and corpus programs are not used, so that a model can be measured on them.</param>
    /// <param name="report">Write a page with pictures of tasks, drawn by chance, and their programs.</param>
    /// <param name="maxSide">The longest side of an input grid.</param>
    /// <param name="maxTokens">The longest example in tokens.</param>
    /// <param name="maxNodes">The largest program in nodes.</param>
    [Command("synth")]
    public int Synth(
        ConsoleAppContext context, int count = 1000, string? shards = null, bool text = false, bool stats = false, string[]? inputs = null, string? leaveOut = null, string? report = null,
        int maxSide = 12, int maxTokens = 600, int maxNodes = 16, CancellationToken cancel = default)
    {
        if (count < 1 || maxSide is < 3 or > 30 || maxTokens < 50 || maxNodes < 2)
            throw new UsageException("synth: --count is positive, --max-side is 3 to 30, --max-tokens at least 50, --max-nodes at least 2");
        var options = CommonOptions.Of(context);
        var watch = Stopwatch.StartNew();
        var leftOut = leaveOut is null ? [] : LeftOut(leaveOut);
        var stream = new TaskStream(
            (long)options.Seed, options.Threads, new(maxSide, maxTokens, maxNodes, inputs is null ? null : RealInputs.Load(inputs, maxSide, leftOut), leftOut));
        var (counts, made) = (new SynthStats(), 0);
        var progress = new Progress(options.Quiet ? TextWriter.Null : Console.Error, count, "tasks", () => watch.Elapsed);
        var page = new SynthReport(new SeededRandom(options.Seed));
        using var writer = shards is null ? null : new ShardWriter(shards);
        using var output = Console.OpenStandardOutput();
        foreach (var task in stream.Tasks(cancel).Take(count))
        {
            counts.Add(task);
            page.Add(task);
            if (writer is not null)
                writer.Add(task);
            else
                output.Write(text ? TextLine(task) : TaskLine(task));
            progress.Tell(++made);
        }
        if (report is not null)
            WholeFile.Write(report, page.Write);
        if (stats)
            counts.Write(Console.Error, stream.Tally, watch.Elapsed, Environment.CpuUsage.TotalTime);
        return 0;
    }

    private static HashSet<string> LeftOut(string file)
    {
        try
        {
            HashSet<string> ids = [.. File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0)];
            return ids.FirstOrDefault(id => !Corpus.Programs.ContainsKey(id)) is { } unknown
                ? throw new DataException($"{file}: {unknown} is the id of no program of the corpus: name one id a line")
                : ids;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{file}: cannot be read: {fault.Message}");
        }
    }

    private static byte[] TextLine(SyntheticTask task) => Line(json =>
    {
        json.WriteString("prompt", Prompt.Text(task.Train, task.Test.Input, int.MaxValue));
        json.WriteString("completion", task.Text);
    });

    /// <summary>A task in the ARC format with its program, scene and source, as a line of JSON.</summary>
    internal static byte[] TaskLine(SyntheticTask task) => Line(json =>
    {
        Pairs("train", task.Train);
        Pairs("test", [task.Test]);
        json.WriteString("program", task.Text);
        json.WriteString("scene", task.Scene);
        json.WriteString("source", $"{task.Source}".ToLowerInvariant());

        void Pairs(string name, IReadOnlyList<Pair> pairs)
        {
            json.WriteStartArray(name);
            foreach (var pair in pairs)
            {
                json.WriteStartObject();
                json.WriteGrid("input", pair.Input);
                json.WriteGrid("output", pair.Output);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
    });

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
