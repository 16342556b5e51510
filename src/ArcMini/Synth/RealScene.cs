using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Solving.Proposing;

namespace ArcMini.Synth;

/// <summary>Grids of one real task in a view.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="View">The view.</param>
/// <param name="Grids">The grids in the view.</param>
internal sealed record RealScene(string Task, View View, Grid[] Grids)
{
    /// <summary>
    /// The program that does to the grids in the view what <paramref name="program"/> does to the task's own grids; null if the view is
    /// turned.
    /// </summary>
    public ArcProgram? Seen(ArcProgram program)
    {
        var originals = Enumerable.Range(0, Color.Count).OrderBy(color => View.Colors[color]).Select(color => (byte)color);
        return View.Turn == 0 ? new View(0, [.. originals]).Undo(program) : null;
    }
}
