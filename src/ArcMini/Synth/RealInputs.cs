using ArcMini.Dsl.Values;
using ArcMini.Solving;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>Grids of real tasks as inputs of synthetic ones, turned and in other colours: the inputs of a task together, or its outputs.</summary>
sealed class RealInputs
{
    private const int FewestOfATask = 3;
    private const int MostOfATask = 64;
    private readonly Grid[][] groups;

    private RealInputs(Grid[][] groups) => this.groups = groups;

    /// <summary>
    /// Reads task files, bundles, lists of pairs, and folders of such files; grids with a side over <paramref name="maxSide"/> are left out.
    /// </summary>
    /// <exception cref="DataException">A file is faulty or has a grid of a held-out set, or there is nothing of use.</exception>
    public static RealInputs Load(IReadOnlyList<string> paths, int maxSide)
    {
        var groups = new List<Grid[]>();
        foreach (var file in paths.SelectMany(FilesOf))
        {
            foreach (var task in TasksOf(file))
            {
                if (HeldOut.GridsOf(task).Any(HeldOut.Contains))
                    throw new DataException($"{file}: task {task.Id} is of a set that models are measured on and must not learn from; leave it out of --inputs");
                Add(task.Pairs.Select(pair => pair.Input).Concat(task.Tests.Select(test => test.Input)));
                Add(task.Pairs.Select(pair => pair.Output));
            }
        }
        return groups.Count > 0 ? new([.. groups])
            : throw new DataException($"{string.Join(", ", paths)}: no task has {FewestOfATask} grids of at most {maxSide} cells a side");

        void Add(IEnumerable<Grid> grids)
        {
            Grid[] group = [.. grids.Where(grid => grid.Rows <= maxSide && grid.Cols <= maxSide).Distinct().Take(MostOfATask)];
            if (group.Length >= FewestOfATask)
                groups.Add(group);
        }
    }

    /// <summary>Grids of one task in a view drawn by chance; fewer than asked for where the task has no more.</summary>
    public Grid[] Draw(Dice dice, int count)
    {
        var keepsBlack = dice.Chance(0.8);
        var colors = dice.Shuffle(Enumerable.Range(keepsBlack ? 1 : 0, keepsBlack ? 9 : 10)).Select(color => (byte)color);
        var view = new View(dice.Below(View.Turns), [.. keepsBlack ? [0] : Array.Empty<byte>(), .. colors]);
        return [.. dice.Shuffle(dice.Pick(groups)).Take(count).Select(view.Of)];
    }

    private static IEnumerable<string> FilesOf(string path) => Directory.Exists(path) ? Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal) : [path];

    private static IReadOnlyList<ArcTask> TasksOf(string file) =>
        IsListOfPairs(file) ? [new(Path.GetFileNameWithoutExtension(file), TaskLoader.LoadPairs(file), [])] : TaskLoader.Load(file);

    private static bool IsListOfPairs(string file)
    {
        if (!File.Exists(file))
            return false;
        using var reader = new StreamReader(file);
        int sign;
        do
            sign = reader.Read();
        while (sign >= 0 && char.IsWhiteSpace((char)sign));
        return sign == '[';
    }
}
