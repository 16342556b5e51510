using ArcMini.Commands.CorpusChecks;
using ArcMini.Commands.Options;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini corpus</c>.</summary>
internal sealed class CorpusCommand
{
    private const string DataVariable = "ARCMINI_DATA";

    /// <summary>Runs corpus programs on their training tasks and on generated pairs. Prints a table in Markdown.</summary>
    /// <param name="data">The folder with arc-agi_training_*.json and re_arc/tasks/. Default: $ARCMINI_DATA.</param>
    /// <param name="paths">Programs named TASK-ID.arc, or folders of them. Default: the folder corpus.</param>
    [Command("corpus check")]
    public int Check(ConsoleAppContext context, CancellationToken cancel, string? data = null, [Argument] params string[] paths)
    {
        var folder = data ?? Environment.GetEnvironmentVariable(DataVariable)
            ?? throw new UsageException($"corpus check: name the data folder by --data or ${DataVariable}");
        var tasks = TaskLoader
            .Load(Path.Combine(folder, "arc-agi_training_challenges.json"), Path.Combine(folder, "arc-agi_training_solutions.json"))
            .ToDictionary(task => task.Id);
        var generated = Path.Combine(folder, "re_arc", "tasks");
        var files = (paths.Length > 0 ? paths : ["corpus"]).SelectMany(Programs).ToList();
        var checks = new ProgramCheck[files.Count];
        var options = CommonOptions.Of(context);
        var done = 0;
        Progress.Run(options, files.Count, "programs", printsMeanwhile: false, progress => Parallel.For(
            0, files.Count, new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancel },
            i =>
            {
                checks[i] = ProgramCheck.Of(files[i], tasks, generated, cancel);
                lock (checks)
                    progress.Tell(++done);
            }));
        CorpusPage.Print(checks);
        return checks.All(check => check.IsRight) ? ExitCode.Done : ExitCode.No;
    }

    private static IEnumerable<string> Programs(string path)
    {
        if (!Directory.Exists(path))
            return [path];
        var files = Directory.GetFiles(path, "*.arc").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new DataException($"{path}: the folder has no *.arc files");
    }
}
