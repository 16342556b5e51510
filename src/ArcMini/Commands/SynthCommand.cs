using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using ArcMini.Model;
using ArcMini.Synth;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini synth</c>.</summary>
sealed class SynthCommand
{
    /// <summary>Makes synthetic tasks with the programs that solve them, the same for the same seed: JSON lines on stdout, or token shards.</summary>
    /// <param name="count">How many tasks.</param>
    /// <param name="shards">Write token shards for training into this folder instead.</param>
    /// <param name="text">Write prompt and completion as text, for fine-tuning another model, instead.</param>
    /// <param name="stats">Report on stderr what was made.</param>
    /// <param name="inputs">Real grids for half of the tasks: task files, bundles, lists of pairs, folders of them; separated by commas.</param>
    /// <param name="maxSide">The longest side of an input grid.</param>
    /// <param name="maxTokens">The longest example in tokens.</param>
    /// <param name="maxNodes">The largest program in nodes.</param>
    [Command("synth")]
    public int Synth(
        ConsoleAppContext context, int count = 1000, string? shards = null, bool text = false, bool stats = false, string[]? inputs = null,
        int maxSide = 12, int maxTokens = 600, int maxNodes = 16, CancellationToken cancel = default)
    {
        if (count < 1 || maxSide is < 3 or > 30 || maxTokens < 50 || maxNodes < 2)
            throw new UsageException("synth: --count is positive, --max-side is 3 to 30, --max-tokens at least 50, --max-nodes at least 2");
        var options = CommonOptions.Of(context);
        var watch = Stopwatch.StartNew();
        var stream = new TaskStream((long)options.Seed, options.Threads, new(maxSide, maxTokens, maxNodes, inputs is null ? null : RealInputs.Load(inputs, maxSide)));
        var counts = new SynthStats();
        using var writer = shards is null ? null : new ShardWriter(shards);
        using var output = Console.OpenStandardOutput();
        foreach (var task in stream.Tasks(cancel).Take(count))
        {
            counts.Add(task);
            if (writer is not null)
                writer.Add(task);
            else
                output.Write(text ? TextLine(task) : TaskLine(task));
        }
        if (stats)
            counts.Write(Console.Error, stream, watch.Elapsed);
        return 0;
    }

    private static byte[] TextLine(SyntheticTask task) => Line(json =>
    {
        json.WriteString("prompt", Prompt.Text(task.Train, task.Test.Input, int.MaxValue));
        json.WriteString("completion", task.Text);
    });

    private static byte[] TaskLine(SyntheticTask task) => Line(json =>
    {
        Pairs("train", task.Train);
        Pairs("test", [task.Test]);
        json.WriteString("program", task.Text);
        json.WriteString("scene", task.Scene);

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
