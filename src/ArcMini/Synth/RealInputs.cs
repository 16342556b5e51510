using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Model;
using ArcMini.Randomness;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>Grids of one real task in a view.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="View">How they are seen.</param>
/// <param name="Grids">The grids, as they are seen.</param>
internal sealed record RealScene(string Task, View View, Grid[] Grids)
{
    /// <summary>The program that does with the grids as they are seen what a program does with the task's own; null where they are turned.</summary>
    public ArcProgram? Seen(ArcProgram program) =>
        View.Turn == 0 ? new View(0, [.. Enumerable.Range(0, Color.Count).OrderBy(color => View.Colors[color]).Select(color => (byte)color)]).Undo(program) : null;
}

/// <summary>Grids of real tasks as inputs of synthetic ones, turned and in other colours: the inputs of a task together, or its outputs.</summary>
internal sealed class RealInputs
{
    private const int FewestOfATask = 3;
    private const int MostOfATask = 64;
    private const double PlainShare = 0.5;
    private readonly (string Task, Grid[] Grids)[] groups;

    private RealInputs((string, Grid[])[] groups) => this.groups = groups;

    /// <summary>
    /// Reads task files, bundles, lists of pairs, and folders of such files. Left out are grids with a side over <paramref name="maxSide"/>,
    /// those that a held-out set has too, and the tasks <paramref name="leftOut"/>.
    /// </summary>
    /// <exception cref="DataException">A file is faulty or has a task of a held-out set, or there is nothing of use.</exception>
    public static RealInputs Load(IReadOnlyList<string> paths, int maxSide, IReadOnlySet<string> leftOut)
    {
        var groups = new List<(string, Grid[])>();
        foreach (var file in paths.SelectMany(FilesOf))
        {
            foreach (var task in TasksOf(file))
            {
                if (leftOut.Contains(task.Id))
                    continue;
                if (HeldOut.Has(task))
                    throw new DataException($"{file}: task {task.Id} is of a set that models are measured on and must not learn from; leave it out of --inputs");
                Add(task.Id, task.Pairs.Select(pair => pair.Input).Concat(task.Tests.Select(test => test.Input)));
                Add(task.Id, task.Pairs.Select(pair => pair.Output));
            }
        }
        return groups.Count > 0 ? new([.. groups])
            : throw new DataException($"{string.Join(", ", paths)}: no task has {FewestOfATask} grids of at most {maxSide} cells a side");

        void Add(string task, IEnumerable<Grid> grids)
        {
            Grid[] group = [.. grids.Where(grid => grid.Rows <= maxSide && grid.Cols <= maxSide && !HeldOut.Contains(grid)).Distinct().Take(MostOfATask)];
            if (group.Length >= FewestOfATask)
                groups.Add((task, group));
        }
    }

    /// <summary>Grids of one task in a view drawn by chance, half of the time not turned.</summary>
    /// <param name="dice">Where all choices come from.</param>
    /// <param name="count">How many; fewer where the task has no more, or where more than the least have too many tokens.</param>
    /// <param name="tokens">The most tokens of them together.</param>
    public RealScene Draw(SeededRandom dice, int count, int tokens)
    {
        var keepsBlack = dice.Chance(0.8);
        var colors = dice.Shuffle(Enumerable.Range(keepsBlack ? 1 : 0, keepsBlack ? 9 : 10)).Select(color => (byte)color);
        var view = new View(dice.Chance(PlainShare) ? 0 : dice.Below(View.Turns), [.. keepsBlack ? [0] : Array.Empty<byte>(), .. colors]);
        var (task, grids) = dice.Pick(groups);
        var left = tokens;
        return new(task, view, [.. dice.Shuffle(grids).Take(count).TakeWhile((grid, i) => (left -= Vocabulary.Length(grid)) >= 0 || i < FewestOfATask).Select(view.Of)]);
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
