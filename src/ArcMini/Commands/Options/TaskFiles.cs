using ArcMini.Dsl.Syntax;
using ArcMini.Tasks;

namespace ArcMini.Commands.Options;

/// <summary>The tasks that a command works on.</summary>
internal static class TaskFiles
{
    /// <summary>Reads the tasks of files, folders and bundles. What is refused is named on standard error.</summary>
    /// <exception cref="DataException">There is no task that can be read, or the solutions do not fit.</exception>
    public static TaskBatch Load(IReadOnlyList<string> paths, string? solutions = null, bool recursive = false)
    {
        var batch = TaskLoader.LoadBatch(paths, solutions, recursive);
        foreach (var fault in batch.Refused)
            Console.Error.WriteLine($"left out: {Quote.OneLine(fault)}");
        return batch;
    }
}
