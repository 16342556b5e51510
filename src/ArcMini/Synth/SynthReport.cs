using System.Net;
using ArcMini.Randomness;
using ArcMini.Rendering;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>A page with pictures of some random tasks of a run, for a person to look at.</summary>
/// <param name="random">The generator of all random choices.</param>
internal sealed class SynthReport(SeededRandom random)
{
    private const int Shown = 40;

    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Synthetic tasks</title>
        <style>
        body { font: 14px sans-serif; margin: 16px; background: #222; color: #eee; }
        main { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
        figure { margin: 0; padding: 8px; background: #333; }
        figcaption { max-width: 560px; }
        svg { width: 560px; height: auto; }
        pre { margin: 0 0 4px; white-space: pre-wrap; }
        small { color: #aaa; }
        </style>
        <h1>Synthetic tasks</h1>
        <p>Above the inputs, below them the outputs; the last pair is the test.</p>
        <main>
        """;

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

    /// <summary>Writes the page as HTML in UTF-8.</summary>
    public void Write(Stream stream)
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(Head);
        foreach (var task in tasks)
        {
            text.WriteLine("<figure>");
            text.Flush();
            Svg.Write(stream, Picture.Of(new ArcTask("", task.Train, [new(task.Test.Input, task.Test.Output)])));
            var source = $"{task.Source}".ToLowerInvariant();
            var details = $"{task.Scene}, {source}, {task.Program.Nodes} nodes, {task.Example.Count} tokens";
            text.WriteLine($"<figcaption><pre>{WebUtility.HtmlEncode(task.Text)}</pre><small>{details}</small></figcaption>");
            text.WriteLine("</figure>");
        }
        text.WriteLine("</main>\n</html>");
    }
}
