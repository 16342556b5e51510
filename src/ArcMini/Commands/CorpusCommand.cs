using ArcMini.Commands.CorpusChecks;
using ArcMini.Commands.Options;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini corpus</c>.</summary>
internal sealed class CorpusCommand
{
    private const string DataVariable = "ARCMINI_DATA";

    /// <summary>
    /// The sets of tasks that the corpus is written for, each with the folder of its generated pairs. The first must be there.
    /// </summary>
    private static readonly (string Set, string Generated)[] Sets = [("arc-agi_training", "re_arc"), ("practice", "arc_gen")];

    /// <summary>Runs corpus programs on their tasks and on generated pairs. Prints a table; for a folder, the corpus page.</summary>
    /// <param name="data">
    /// The folder with arc-agi_training_*.json, practice_*.json, re_arc/tasks and arc_gen/tasks. Default: $ARCMINI_DATA.
    /// </param>
    /// <param name="paths">Programs named TASK-ID.arc, or folders of them. Default: the folder corpus.</param>
    [Command("corpus check")]
    public int Check(ConsoleAppContext context, CancellationToken cancel, string? data = null, [Argument] params string[] paths)
    {
        var folder = data ?? Environment.GetEnvironmentVariable(DataVariable)
            ?? throw new UsageException($"corpus check: name the data folder by --data or ${DataVariable}");
        var tasks = Sets.Where((set, i) => i == 0 || File.Exists(Path.Combine(folder, $"{set.Set}_challenges.json")))
            .SelectMany(set => Tasks(folder, set.Set, set.Generated))
            .ToDictionary(row => row.Task.Id);
        var files = (paths.Length > 0 ? paths : ["corpus"]).SelectMany(Programs).ToList();
        var checks = new ProgramCheck[files.Count];
        var options = CommonOptions.Of(context);
        var done = 0;
        Progress.Run(options, files.Count, "programs", printsMeanwhile: false, progress => Parallel.For(
            0, files.Count, new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancel },
            i =>
            {
                checks[i] = ProgramCheck.Of(files[i], tasks, cancel);
                lock (checks)
                    progress.Tell(++done);
            }));
        if (paths.Length == 0 || paths.Any(Directory.Exists))
            CorpusPage.Print(checks);
        else
            CorpusPage.PrintTable(checks);
        return checks.Any(check => check.Fault is not null) ? ExitCode.Data
            : checks.All(check => check.IsRight) ? ExitCode.Done
            : ExitCode.No;
    }

    private static IEnumerable<(ArcTask Task, string Generated)> Tasks(string folder, string set, string generated) => TaskLoader
        .Load(Path.Combine(folder, $"{set}_challenges.json"), Path.Combine(folder, $"{set}_solutions.json"))
        .Select(task => (task, Path.Combine(folder, generated, "tasks", $"{task.Id}.json")));

    private static IEnumerable<string> Programs(string path)
    {
        if (!Directory.Exists(path))
            return [path];
        var files = Directory.GetFiles(path, "*.arc").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new DataException($"{path}: the folder has no *.arc files");
    }
}
