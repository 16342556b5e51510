using ArcMini.Dsl.Values;
using ArcMini.Model;
using ArcMini.Platform;
using ArcMini.Randomness;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>
/// Grids of real tasks, which become the inputs of synthetic tasks, in views. The inputs of a task form one group, its outputs form
/// another.
/// </summary>
internal sealed class RealInputs
{
    /// <summary>The least and the most grids of one group.</summary>
    private const int MinPerTask = 3;
    private const int MaxPerTask = 64;

    /// <summary>The probability that grids are not turned.</summary>
    private const double PlainShare = 0.5;

    /// <summary>The probability that black stays black.</summary>
    private const double BlackShare = 0.8;

    private readonly (string Task, Grid[] Grids)[] groups;

    private RealInputs((string, Grid[])[] groups) => this.groups = groups;

    /// <summary>
    /// Reads task files, bundles, lists of pairs, and folders of such files. Grids with a side over <paramref name="maxSide"/>, and those
    /// of a held-out set, are left out.
    /// </summary>
    /// <param name="paths">The files and folders.</param>
    /// <param name="maxSide">The longest side of a grid, in cells.</param>
    /// <param name="leftOut">The ids of tasks that are left out.</param>
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
                    throw new DataException(
                        $"{file}: task {task.Id} is of a set that models are measured on and must not learn from; "
                        + "leave it out of --inputs");
                Add(task.Id, task.Pairs.Select(pair => pair.Input).Concat(task.Tests.Select(test => test.Input)));
                Add(task.Id, task.Pairs.Select(pair => pair.Output));
            }
        }
        return groups.Count > 0 ? new([.. groups])
            : throw new DataException($"{string.Join(", ", paths)}: no task has {MinPerTask} grids of at most {maxSide} cells a side");

        void Add(string task, IEnumerable<Grid> grids)
        {
            var usable = grids.Where(grid => grid.Rows <= maxSide && grid.Cols <= maxSide && !HeldOut.Contains(grid));
            Grid[] group = [.. usable.Distinct().Take(MaxPerTask)];
            if (group.Length >= MinPerTask)
                groups.Add((task, group));
        }
    }

    /// <summary>Random grids of one task, in a random view.</summary>
    /// <param name="random">The generator of all random choices.</param>
    /// <param name="count">How many grids. There are fewer if the task has fewer, or if more would have too many tokens.</param>
    /// <param name="tokens">The most tokens of all grids together, unless there are three grids or fewer.</param>
    public RealScene Draw(SeededRandom random, int count, int tokens)
    {
        var keepsBlack = random.Chance(BlackShare);
        var colors = random.Shuffle(Enumerable.Range(keepsBlack ? 1 : 0, keepsBlack ? 9 : 10)).Select(color => (byte)color);
        var turn = random.Chance(PlainShare) ? 0 : random.Below(View.Turns);
        var view = new View(turn, [.. keepsBlack ? [0] : Array.Empty<byte>(), .. colors]);
        var (task, grids) = random.Pick(groups);
        var left = tokens;
        var taken = random.Shuffle(grids).Take(count).TakeWhile((grid, i) => (left -= Vocabulary.Length(grid)) >= 0 || i < MinPerTask);
        return new(task, view, [.. taken.Select(view.Of)]);
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? TaskLoader.FilesOf(path).Where(file => FileStatus.Of(file) is { Kind: FileKind.Plain }) : [path];

    private static IReadOnlyList<ArcTask> TasksOf(string file) =>
        IsListOfPairs(file) ? [new(Path.GetFileNameWithoutExtension(file), TaskLoader.LoadPairs(file), [])] : TaskLoader.Load(file);

    private static bool IsListOfPairs(string file)
    {
        if (FileStatus.Of(file) is not { Kind: FileKind.Plain })
            return false;
        using var reader = new StreamReader(file);
        int character;
        do
            character = reader.Read();
        while (character >= 0 && char.IsWhiteSpace((char)character));
        return character == '[';
    }
}
