using ArcMini.Dsl.Syntax;
using ArcMini.Tasks;

namespace ArcMini.Commands.Options;

/// <summary>Chooses among the tasks of a file or folder by the option <c>--task ID</c>.</summary>
internal static class TaskChoice
{
    /// <summary>The task with the given id, or all tasks if the id is null.</summary>
    /// <exception cref="DataException">No task has that id.</exception>
    public static IReadOnlyList<ArcTask> Select(TaskBatch batch, string? id, string path) =>
        id is null ? batch.Tasks
        : batch.Tasks.FirstOrDefault(task => task.Id == id) is { } chosen ? [chosen]
        : throw new DataException($"{path}: no task {Quote.Of(id)}");

    /// <summary>The only task.</summary>
    /// <exception cref="UsageException">There are several.</exception>
    public static ArcTask One(IReadOnlyList<ArcTask> tasks, string path) =>
        tasks.Count == 1 ? tasks[0] : throw new UsageException($"{path} has {tasks.Count} tasks; choose one with --task ID");

    /// <summary>The task for a program: the one with the given id, else the only one, else the one with the name of the program.</summary>
    /// <exception cref="DataException">The tasks cannot be read, or none has that id.</exception>
    public static ArcTask ForProgram(string program, string path, string? id, string? solutions = null)
    {
        var batch = TaskFiles.Load([path], solutions);
        return One(Select(batch, id ?? (batch.Tasks.Count > 1 ? Path.GetFileNameWithoutExtension(program) : null), path), path);
    }
}
