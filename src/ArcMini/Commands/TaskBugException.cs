using ArcMini.Dsl.Syntax;
using ArcMini.Solving;

namespace ArcMini.Commands;

/// <summary>A fault of arcmini itself in the work on one task of a batch. It is thrown after the other tasks are done.</summary>
internal sealed class TaskBugException : Exception
{
    private TaskBugException(string task, Exception cause)
        : base($"task {Quote.OneLine(task)}", cause)
    {
    }

    /// <summary>The exception for a result; null where no such fault ended a proposer.</summary>
    public static TaskBugException? Of(SolveResult result) => result.Bug is { } bug ? new(result.Task.Id, bug) : null;
}
