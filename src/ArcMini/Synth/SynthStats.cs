using ArcMini.Dsl.Primitives;

namespace ArcMini.Synth;

/// <summary>Counts over a run of synthetic tasks.</summary>
sealed class SynthStats
{
    private readonly Dictionary<string, int> primitives = [];
    private readonly Dictionary<string, int> scenes = [];
    private readonly SortedDictionary<int, int> nodes = [];
    private readonly HashSet<string> programs = [];
    private long tasks;
    private long tokens;
    private long programTokens;
    private long cells;
    private long gridTokens;
    private long grids;

    /// <summary>Counts a task.</summary>
    public void Add(SyntheticTask task)
    {
        tasks++;
        tokens += task.Tokens;
        programs.Add(task.Text);
        Count(scenes, task.Scene);
        foreach (var name in task.Primitives.Distinct())
            Count(primitives, name);
        nodes[task.Program.Nodes] = nodes.GetValueOrDefault(task.Program.Nodes) + 1;
        var words = new List<int>();
        Model.Vocabulary.Current.Encode(task.Text, words);
        programTokens += words.Count;
        foreach (var grid in task.Pairs.SelectMany(pair => new[] { pair.Input, pair.Output }))
        {
            grids++;
            cells += grid.Area;
            gridTokens += Model.Vocabulary.Length(grid);
        }
    }

    /// <summary>The report.</summary>
    public void Write(TextWriter to, TaskStream stream, TimeSpan time)
    {
        var unused = PrimitiveTable.All.Select(row => row.Name).Where(name => !primitives.ContainsKey(name)).ToArray();
        to.WriteLine($"tasks {tasks:N0}, distinct programs {programs.Count:N0}, {tasks / time.TotalSeconds:N0} a second");
        to.WriteLine($"programs drawn {stream.Drawn:N0}, kept {100.0 * tasks / stream.Drawn:F1} %, repeated {stream.Repeated:N0}");
        to.WriteLine($"tokens {tokens:N0}, mean {1.0 * tokens / tasks:F0} an example, {1.0 * programTokens / tasks:F1} a program");
        to.WriteLine($"grids {grids:N0}, mean {1.0 * cells / grids:F0} cells in {1.0 * gridTokens / grids:F0} tokens");
        to.WriteLine($"nodes {string.Join(", ", nodes.Select(entry => $"{entry.Key}: {100.0 * entry.Value / tasks:F1} %"))}");
        to.WriteLine($"scenes {Share(scenes)}");
        to.WriteLine($"primitives, % of tasks: {Share(primitives)}");
        to.WriteLine($"never used {unused.Length}: {string.Join(", ", unused)}");
    }

    private string Share(Dictionary<string, int> counts) =>
        string.Join(", ", counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} {100.0 * entry.Value / tasks:F2}"));

    private static void Count(Dictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
}
