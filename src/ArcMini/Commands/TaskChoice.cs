using ArcMini.Tasks;

namespace ArcMini.Commands;

/// <summary>Choosing among the tasks of a file or folder by <c>--task ID</c>.</summary>
internal static class TaskChoice
{
    /// <summary>The task with the given id, or all where none is given.</summary>
    /// <exception cref="DataException">No task has that id.</exception>
    public static IReadOnlyList<ArcTask> Select(IReadOnlyList<ArcTask> tasks, string? id, string path) =>
        id is null ? tasks
        : tasks.FirstOrDefault(task => task.Id == id) is { } chosen ? [chosen]
        : throw new DataException($"{path}: no task {id}");

    /// <summary>The only task.</summary>
    /// <exception cref="UsageException">There are several.</exception>
    public static ArcTask One(IReadOnlyList<ArcTask> tasks, string path) =>
        tasks.Count == 1 ? tasks[0] : throw new UsageException($"{path} has {tasks.Count} tasks; choose one with --task ID");
}
