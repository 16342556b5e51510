using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving.Sketching;

/// <summary>
/// Finds the literals for the holes of a sketch, if all holes are arguments of one stage, and if the grids that enter the stage and those
/// that must leave it determine the literals. What must leave the stage is found from the outputs of the pairs: the stages after it are
/// undone. The literals found are necessary, but they may not suffice. Only a run of the whole program tells whether it is right.
/// </summary>
internal static class Deduction
{
    /// <summary>A literal for each hole of the sketch, in the order of the text; null for a hole that is not determined.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Expr?[] Solve(CheckedProgram sketch, ArcTask task, CancellationToken cancel)
    {
        var (beginning, outputs) = UndoLastStages(sketch.Source, task, cancel);
        var literals = SolveLastStage(beginning, sketch.Holes.Count, task, outputs, cancel);
        return literals.Length == sketch.Holes.Count
            ? [.. literals.Zip(sketch.Holes, (literal, hole) => Fits(literal, hole.Type) ? literal : null)]
            : new Expr?[sketch.Holes.Count];
    }

    private static Expr?[] SolveLastStage(ArcProgram sketch, int holes, ArcTask task, Grid[] outputs, CancellationToken cancel)
    {
        switch (sketch.Result)
        {
            case Call { Function: "paint", Arguments: [var scene, Call { Function: "move", Arguments: [var things, Hole] }] }:
                return [MoveUnderPaint(sketch, scene, things, task, outputs, cancel)];
            case Call { Function: "paint" or "paint_under" or "overlay", Arguments: [var scene, Call painted] }
                when CountHoles(painted) == holes:
                return Cases(sketch, scene, task, outputs, cancel) is { } cases
                    ? [.. painted.Arguments.Where(argument => argument is Hole).Select(_ => StageSolvers.ChangedColor(cases))]
                    : [];
            case Call stage:
                return SolveStage(sketch, stage, task, outputs, cancel);
            default:
                return [];
        }
    }

    private static int CountHoles(Call call) => call.Arguments.Count(argument => argument is Hole);

    private static bool Fits(Expr? literal, DslType type) => literal switch
    {
        ColorLiteral => type == DslType.Color,
        IntLiteral => type == DslType.Int,
        PointLiteral => type == DslType.Point,
        _ => type is ListOf,
    };

    /// <summary>
    /// The program without its last stages, as far as these can be undone; and for each pair the grid that this program must return.
    /// </summary>
    private static (ArcProgram Beginning, Grid[] Outputs) UndoLastStages(ArcProgram sketch, ArcTask task, CancellationToken cancel)
    {
        Grid[] outputs = [.. task.Pairs.Select(pair => pair.Output)];
        while (true)
        {
            var result = sketch.Result;
            if (result is Name name && sketch.Bindings.FirstOrDefault(binding => binding.Name == name.Text) is { } binding)
                sketch = sketch with { Bindings = [.. sketch.Bindings.TakeWhile(earlier => earlier != binding)], Result = binding.Value };
            else if (result is Call { Arguments: [var start, ..] } stage && Before(sketch, stage, task, outputs, cancel) is { } before)
                (sketch, outputs) = (sketch with { Result = start }, before);
            else
                return (sketch, outputs);
        }
    }

    /// <summary>For each pair the grid that must enter a stage; null if the stage cannot be undone.</summary>
    private static Grid[]? Before(ArcProgram sketch, Call stage, ArcTask task, Grid[] outputs, CancellationToken cancel)
    {
        var before = new Grid[outputs.Length];
        for (var i = 0; i < before.Length; i++)
        {
            var covers = stage.Function is "paint" or "overlay";
            Expr[] rest = [.. stage.Arguments.Skip(1)];
            Call? undone = covers
                ? new(stage.Function, [new GridLiteral(Hidden(outputs[i], _ => true), default), .. rest], default)
                : StageInverses.Of(stage.Function, new GridLiteral(outputs[i], default), rest);
            if (undone is null || Checked(sketch, undone)?.Execute(task.Pairs[i].Input, Limits.Default, cancel).Output is not { } grid)
                return null;
            before[i] = covers ? Hidden(outputs[i], cell => grid.Cells[cell] != Grid.Transparent) : grid;
        }
        return before;
    }

    /// <summary>A grid in which some cells, chosen by their index, are made transparent.</summary>
    private static Grid Hidden(Grid grid, Func<int, bool> hide)
    {
        var cells = grid.Cells.ToArray();
        for (var i = 0; i < cells.Length; i++)
            cells[i] = hide(i) ? Grid.Transparent : cells[i];
        return Budget.Load(grid.Rows, grid.Cols, cells);
    }

    private static Expr?[] SolveStage(ArcProgram sketch, Call stage, ArcTask task, Grid[] outputs, CancellationToken cancel)
    {
        var cases = stage.Function == "canvas"
            ? [.. outputs.Select(output => new StageCase(output, output))]
            : Cases(sketch, stage.Arguments[0], task, outputs, cancel);
        if (cases is null)
            return [];
        var literals = StageSolvers.Solve(stage, cases);
        return literals.Length == stage.Arguments.Count ? [.. literals.Where((_, i) => stage.Arguments[i] is Hole)] : [];
    }

    /// <summary>
    /// For each pair the value of a grid expression on the input, and the grid that it must lead to; null if the expression has no value.
    /// </summary>
    private static StageCase[]? Cases(ArcProgram sketch, Expr start, ArcTask task, Grid[] outputs, CancellationToken cancel) =>
        Values(sketch, start, DslType.Grid, task, cancel) is { } starts
            ? [.. starts.Zip(outputs, (value, output) => new StageCase(value.Grid, output))]
            : null;

    /// <summary>The values of an expression of the sketch on all inputs; null if it fails on one input or has another type.</summary>
    private static Value[]? Values(ArcProgram sketch, Expr expr, DslType type, ArcTask task, CancellationToken cancel)
    {
        var program = Checked(sketch, expr);
        if (program is null || program.Result.Type != type)
            return null;
        Outcome[] outcomes = [.. task.Pairs.Select(pair => program.Execute(pair.Input, Limits.Default, cancel))];
        var isComplete = outcomes.Length > 0 && outcomes.All(outcome => outcome.Fault is null);
        return isComplete ? [.. outcomes.Select(outcome => outcome.Result)] : null;
    }

    /// <summary>The sketch with another result; null if the result depends on a hole or does not type-check.</summary>
    private static CheckedProgram? Checked(ArcProgram sketch, Expr result) =>
        Checker.TryCheckAny(Whole(sketch) with { Result = result }) is { IsSketch: false } program ? program : null;

    /// <summary>The program without the bindings that depend on a hole.</summary>
    private static ArcProgram Whole(ArcProgram sketch)
    {
        var open = new HashSet<string>();
        foreach (var binding in sketch.Bindings)
            if (binding.Value.All().Any(expr => expr is Hole || (expr is Name name && open.Contains(name.Text))))
                open.Add(binding.Name);
        return sketch with { Bindings = [.. sketch.Bindings.Where(binding => !open.Contains(binding.Name))] };
    }

    private static PointLiteral? MoveUnderPaint(
        ArcProgram sketch, Expr scene, Expr things, ArcTask task, Grid[] outputs, CancellationToken cancel)
    {
        var cases = Cases(sketch, scene, task, outputs, cancel);
        var moved = Values(sketch, things, DslType.Grids, task, cancel)?.Select(GridsOf).ToArray()
            ?? Values(sketch, things, DslType.Grid, task, cancel)?.Select(value => new[] { value.Grid }).ToArray();
        return cases is null || moved is null ? null : StageSolvers.MoveUnderPaint(cases, moved);
    }

    private static Grid[] GridsOf(Value value) => [.. Enumerable.Range(0, value.List.Count).Select(item => value.List[item].Grid)];
}
