using ArcMini.Randomness;
using ArcMini.Reports;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>A page with pictures of some random tasks of a run, for a person to look at.</summary>
/// <param name="random">The generator of all random choices.</param>
internal sealed class SynthReport(SeededRandom random)
{
    private const int Shown = 40;
    private readonly List<SyntheticTask> tasks = [];
    private int seen;

    /// <summary>Adds a task that may be shown. All tasks of a run are equally likely to be shown.</summary>
    public void Add(SyntheticTask task)
    {
        var place = random.Below(++seen);
        if (tasks.Count < Shown)
            tasks.Add(task);
        else if (place < Shown)
            tasks[place] = task;
    }

    /// <summary>The page.</summary>
    public Page ToPage() => new(
        "Synthetic tasks", $"<p>The last pair of each task is the test.</p>", [.. tasks.Select((task, i) => CardOf(task, $"{i + 1}"))]);

    private static Card CardOf(SyntheticTask task, string id)
    {
        var pictures = Pictures.Task(new ArcTask(id, task.Train, [new(task.Test.Input, task.Test.Output)]));
        var source = $"{task.Source}".ToLowerInvariant();
        return new(id, $"{ProgramHtml.Block(task.Text)}{pictures}")
        {
            Note = $"{task.Scene}, {source}, {task.Program.Nodes} nodes, {task.Example.Count} tokens",
            Primitives = [.. task.Program.Primitives.Distinct()],
            Nodes = task.Program.Nodes,
        };
    }
}
