using ArcMini.Dsl.Primitives;

namespace ArcMini.Synth;

/// <summary>Counts over a run of synthetic tasks.</summary>
internal sealed class SynthStats
{
    private readonly Dictionary<string, int> primitives = [];
    private readonly Dictionary<string, int> scenes = [];
    private readonly Dictionary<string, int> sources = [];
    private readonly SortedDictionary<int, int> nodes = [];
    private readonly SortedDictionary<int, int> sides = [];
    private readonly SortedDictionary<int, int> pairs = [];
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
        tokens += task.Example.Count;
        programs.Add(task.Text);
        Count(scenes, task.Scene);
        Count(sources, $"{task.Source}".ToLowerInvariant());
        foreach (var name in task.Program.Primitives.Distinct())
            Count(primitives, name);
        Count(nodes, task.Program.Nodes);
        Count(pairs, task.Train.Count);
        programTokens += task.ProgramTokens;
        foreach (var grid in task.Pairs.SelectMany(pair => new[] { pair.Input, pair.Output }))
        {
            Count(sides, Math.Max(grid.Rows, grid.Cols));
            grids++;
            cells += grid.Area;
            gridTokens += Model.Vocabulary.Length(grid);
        }
    }

    /// <summary>Writes the report.</summary>
    /// <param name="to">Where it is written.</param>
    /// <param name="tally">The outcomes for the programs drawn.</param>
    /// <param name="time">Wall time.</param>
    /// <param name="work">Processor time of all threads.</param>
    public void Write(TextWriter to, Tally tally, TimeSpan time, TimeSpan work)
    {
        var unused = PrimitiveTable.All.Select(row => row.Name).Where(name => !primitives.ContainsKey(name)).ToArray();
        var (speed, workSpeed) = (tasks / time.TotalSeconds, tasks / work.TotalSeconds);
        var outcomes = Enum.GetValues<DrawOutcome>().Select(outcome => $"{Name(outcome)} {100.0 * tally[outcome] / tally.Drawn:F1}");
        to.WriteLine($"tasks {tasks:N0}, distinct programs {programs.Count:N0}, {speed:N0} a second, {workSpeed:N0} a processor second");
        to.WriteLine($"programs drawn {tally.Drawn:N0}, %: {string.Join(", ", outcomes)}");
        to.WriteLine($"sources, % of tasks: {Share(sources)}");
        to.WriteLine($"scenes, % of tasks: {Share(scenes)}");
        to.WriteLine($"nodes, % of programs: {Share(nodes, tasks)}");
        to.WriteLine($"pairs beside the test's, % of tasks: {Share(pairs, tasks)}");
        to.WriteLine($"longest side, % of grids: {Share(sides, grids)}");
        to.WriteLine($"grids {grids:N0}, mean {1.0 * cells / grids:F0} cells in {1.0 * gridTokens / grids:F0} tokens");
        to.WriteLine($"tokens {tokens:N0}, mean {1.0 * tokens / tasks:F0} an example, {1.0 * programTokens / tasks:F1} a program");
        to.WriteLine($"primitives, % of tasks: {Share(primitives)}");
        to.WriteLine($"never used {unused.Length}: {string.Join(", ", unused)}");
    }

    private string Share(Dictionary<string, int> counts)
    {
        var ordered = counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal);
        return string.Join(", ", ordered.Select(count => $"{count.Key} {100.0 * count.Value / tasks:F2}"));
    }

    private static string Share(SortedDictionary<int, int> counts, long all) =>
        string.Join(", ", counts.Select(count => $"{count.Key}: {100.0 * count.Value / all:F1}"));

    private static string Name(DrawOutcome outcome) => outcome switch
    {
        DrawOutcome.IllTyped => "ill-typed",
        DrawOutcome.TooLong => "too long",
        _ => $"{outcome}".ToLowerInvariant(),
    };

    private static void Count<T>(IDictionary<T, int> counts, T key) =>
        counts[key] = (counts.TryGetValue(key, out var count) ? count : 0) + 1;
}
