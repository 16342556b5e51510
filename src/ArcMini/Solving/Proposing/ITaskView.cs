using ArcMini.Dsl.Syntax;
using ArcMini.Tasks;

namespace ArcMini.Solving.Proposing;

/// <summary>A way to look at a task. A program that is found for the task seen so is rewritten into one for the task itself.</summary>
internal interface ITaskView
{
    /// <summary>The task in this view.</summary>
    ArcTask Of(ArcTask task);

    /// <summary>The program that does to the task itself what <paramref name="program"/> does to the task in this view.</summary>
    ArcProgram Undo(ArcProgram program);
}
