using ArcMini.Dsl.Compilation;
using ArcMini.Reports;
using ArcMini.Tasks;

namespace ArcMini.Commands.Reports;

/// <summary>The page of one program and one task: each step on each pair as a picture.</summary>
internal static class ProgramReport
{
    /// <summary>The page.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Page Of(string name, CheckedProgram program, ArcTask task, CancellationToken cancel) => new(
        $"{name} on {task.Id}",
        Html.None,
        [new(task.Id, $"{ProgramHtml.Block(program.Source.ToString())}{FilmStrip.Of(program, task, isShort: false, cancel)}")]);
}
