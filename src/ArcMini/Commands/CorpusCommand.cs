using System.Globalization;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini corpus</c>.</summary>
internal sealed class CorpusCommand
{
    private const string DataVariable = "ARCMINI_DATA";

    /// <summary>Runs corpus programs on the training tasks that they were written for and on generated pairs; prints a table in Markdown.</summary>
    /// <param name="data">The folder with arc-agi_training_*.json and re_arc/tasks/; else $ARCMINI_DATA.</param>
    /// <param name="paths">Programs named TASK-ID.arc, or folders of them; else the folder corpus.</param>
    [Command("corpus check")]
    public int Check(ConsoleAppContext context, CancellationToken cancel, string? data = null, [Argument] params string[] paths)
    {
        var folder = data ?? Environment.GetEnvironmentVariable(DataVariable) ?? throw new UsageException($"corpus check: name the data folder by --data or ${DataVariable}");
        var tasks = TaskLoader.Load(Path.Combine(folder, "arc-agi_training_challenges.json"), Path.Combine(folder, "arc-agi_training_solutions.json"))
            .ToDictionary(task => task.Id);
        var files = (paths.Length > 0 ? paths : ["corpus"]).SelectMany(Programs).ToList();
        var rows = new Row[files.Count];
        Parallel.For(0, files.Count, new() { MaxDegreeOfParallelism = CommonOptions.Of(context).Threads, CancellationToken = cancel },
            i => rows[i] = Try(files[i], tasks, Path.Combine(folder, "re_arc", "tasks"), cancel));

        Write(rows);
        return rows.All(row => row.IsRight) ? ExitCode.Done : ExitCode.No;
    }

    private static void Write(Row[] rows)
    {
        Console.WriteLine("# The corpus\n");
        Console.WriteLine("Programs for tasks of the ARC training set, each written from looking at its task. This page is made by `arcmini corpus check > corpus/README.md`.\n");
        Console.WriteLine($"- {rows.Count(row => row.IsRight)} of {rows.Length} programs are right on all pairs and tests.");
        if (rows.Where(row => row.Fault is null).Select(row => row.Nodes).Order().ToArray() is { Length: > 0 } nodes)
            Console.WriteLine($"- Nodes of a program: median {nodes[nodes.Length / 2]}, 90th percentile {nodes[nodes.Length * 9 / 10]}, most {nodes[^1]}.");
        Console.WriteLine($"- {rows.Count(row => row.Generated.IsMostly)} programs are right on at least 95 % of the pairs that re_arc generates for their tasks; its pairs vary background, colours, sizes and directions.");
        Console.WriteLine($"- {PrimitiveTable.All.Count} primitives. {Calls(rows)}\n");
        Console.WriteLine("| task | nodes | canonical | pairs | tests | re_arc |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            if (row.Fault is not null)
                Console.Error.WriteLine(row.Fault);
            else
                Console.WriteLine($"| {row.Id} | {row.Nodes} | {(row.IsCanonical ? "yes" : "no")} | {row.Pairs} | {row.Tests} | {row.Generated} |");
        }
    }

    /// <summary>How many of the most frequent primitives make up a half and more of all calls, and which occur in fewer than two programs.</summary>
    private static string Calls(Row[] rows)
    {
        var counts = rows.SelectMany(row => row.Primitives).CountBy(name => name).Select(count => count.Value).OrderDescending().ToArray();
        var rare = PrimitiveTable.All.Select(row => row.Name).Where(name => rows.Count(row => row.Primitives.Contains(name)) < 2).ToArray();
        return $"Half of all {counts.Sum():N0} calls are of {Most(50)} of them, 80 % of {Most(80)}, 95 % of {Most(95)}; fewer than two programs use {(rare.Length > 0 ? string.Join(", ", rare.Select(name => $"`{name}`")) : "none")}.";

        int Most(int percent)
        {
            var (most, calls) = (0, 0);
            while (calls * 100 < counts.Sum() * percent)
                calls += counts[most++];
            return most;
        }
    }

    private static IEnumerable<string> Programs(string path) =>
        !Directory.Exists(path) ? [path]
        : Directory.GetFiles(path, "*.arc").Order(StringComparer.Ordinal).ToList() is { Count: > 0 } files ? files
        : throw new DataException($"{path}: the folder has no *.arc files");

    private static Row Try(string file, IReadOnlyDictionary<string, ArcTask> tasks, string generated, CancellationToken cancel)
    {
        var id = Path.GetFileNameWithoutExtension(file);
        CheckedProgram program;
        try
        {
            program = ProgramFile.Compile(file);
        }
        catch (DataException fault)
        {
            return new(id) { Fault = fault.Message };
        }
        if (!tasks.TryGetValue(id, out var task))
            return new(id) { Fault = $"{file}: no training task is named {id}" };
        var more = Path.Combine(generated, $"{id}.json");
        return new(id)
        {
            Nodes = program.Source.Nodes,
            Primitives = [.. program.Source.Primitives],
            IsCanonical = Printer.Print(program.Source) + "\n" == ProgramFile.Read(file),
            Pairs = Count(program, task.Pairs, cancel),
            Tests = Count(program, task.Tests.Select(test => new Pair(test.Input, test.Output!)), cancel),
            Generated = File.Exists(more) ? Count(program, TaskLoader.LoadPairs(more), cancel) : default,
        };
    }

    private static Share Count(CheckedProgram program, IEnumerable<Pair> pairs, CancellationToken cancel)
    {
        var (right, all) = (0, 0);
        foreach (var pair in pairs)
        {
            all++;
            right += pair.Output.Equals(program.Execute(pair.Input, Limits.Default, cancel).Output) ? 1 : 0;
        }
        return new(right, all);
    }

    private sealed record Row(string Id)
    {
        public string? Fault { get; init; }
        public int Nodes { get; init; }
        public string[] Primitives { get; init; } = [];
        public bool IsCanonical { get; init; }
        public Share Pairs { get; init; }
        public Share Tests { get; init; }
        public Share Generated { get; init; }
        public bool IsRight => Fault is null && Pairs.IsWhole && Tests.IsWhole;
    }

    private readonly record struct Share(int Right, int All)
    {
        public bool IsWhole => Right == All;

        public bool IsMostly => All > 0 && Right * 100 >= All * 95;

        public override string ToString() => All == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Right}/{All}");
    }
}
