using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>
/// Finds the literals for holes that are arguments of the last stage of a program, where the grids that enter the stage and the
/// outputs of the pairs determine them. What is found is necessary at most: whether it is right, a run of the whole program tells.
/// </summary>
internal static class Deduction
{
    private const int LongestStep = 30;

    /// <summary>For the arguments of a stage on all pairs: the literal of each, null where it is not determined.</summary>
    private delegate Expr?[] Solver(Case[] cases);

    private static readonly Dictionary<string, Solver> Solvers = new()
    {
        ["remap"] = ColorMap,
        ["replace"] = cases => ColorMap(cases) is [_, ListLiteral { Items: [var from] }, ListLiteral { Items: [var to] }] ? [null, from, to] : [],
        ["swap"] = cases => ColorMap(cases) is [_, ListLiteral { Items: [var one, ..] }, ListLiteral { Items: [var other, ..] }] ? [null, one, other] : [],
        ["recolor"] = cases => [null, ColorWhere(cases, (grid, cell, _) => grid.IsInk(cell))],
        ["fill"] = cases => [null, ColorWhere(cases, (grid, cell, _) => !grid.IsInk(cell))],
        ["frame"] = cases => [null, Common(cases, pair => new ColorLiteral(pair.Output[0, 0], default))],
        ["canvas"] = cases => [Rows(cases), Cols(cases), Common(cases, pair => new ColorLiteral(pair.Output[0, 0], default))],
        ["tile_to"] = cases => [null, Rows(cases), Cols(cases)],
        ["part"] = cases => [null, Step(cases, Shows), Rows(cases), Cols(cases)],
        ["take_top"] = cases => [null, Rows(cases)],
        ["take_bottom"] = cases => [null, Rows(cases)],
        ["take_left"] = cases => [null, Cols(cases)],
        ["take_right"] = cases => [null, Cols(cases)],
        ["tile"] = cases => [null, RowsRatio(cases), ColsRatio(cases)],
        ["scale"] = cases => [null, RowsRatio(cases)],
        ["shift"] = cases => [null, Step(cases, Shifts)],
        ["roll"] = cases => [null, Step(cases, Rolls)],
    };

    /// <summary>The literal for each hole in the order they are written, null where it is not determined.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Expr?[] Solve(Dsl.Syntax.Program sketch, ArcTask task, CancellationToken cancel)
    {
        var holes = sketch.All().Count(expr => expr is Hole);
        var solved = sketch.Result switch
        {
            Call { Function: "paint", Arguments: [var scene, Call { Function: "move", Arguments: [var things, Hole] }] } =>
                holes == 1 ? [MovedUnderPaint(sketch, scene, things, task, cancel)] : [],
            Call stage when stage.Arguments.Count(argument => argument is Hole) == holes => SolveStage(sketch, stage, task, cancel),
            _ => [],
        };
        return solved.Length == holes ? solved : new Expr?[holes];
    }

    private static Expr?[] SolveStage(Dsl.Syntax.Program sketch, Call stage, ArcTask task, CancellationToken cancel)
    {
        var starts = stage.Arguments[0] is Hole ? null : Values(sketch, stage.Arguments[0], DslType.Grid, task, cancel);
        if (starts is null && stage.Function != "canvas")
            return [];
        Case[] cases = [.. task.Pairs.Select((pair, i) => new Case(starts?[i].Grid ?? pair.Input, pair.Output))];
        var literals = Solvers.TryGetValue(stage.Function, out var solve) ? solve(cases) : [.. stage.Arguments.Select(_ => ChangedColor(cases))];
        return literals.Length == stage.Arguments.Count ? [.. literals.Where((_, i) => stage.Arguments[i] is Hole)] : [];
    }

    /// <summary>The values of an expression of the sketch on the inputs; null where it fails on one or is of another type.</summary>
    private static Value[]? Values(Dsl.Syntax.Program sketch, Expr expr, DslType type, ArcTask task, CancellationToken cancel)
    {
        try
        {
            var program = Checker.CheckAny(sketch with { Result = expr });
            Outcome[] outcomes = program.Result.Type == type ? [.. task.Pairs.Select(pair => program.Execute(pair.Input, Limits.Default, cancel))] : [];
            return outcomes.Length > 0 && outcomes.All(outcome => outcome.Fault is null) ? [.. outcomes.Select(outcome => outcome.Result)] : null;
        }
        catch (DslException)
        {
            return null;
        }
    }

    private static Expr? Common(Case[] cases, Func<Case, Expr?> tell)
    {
        var told = cases.Select(tell).Distinct().ToArray();
        return told.Length == 1 ? told[0] : null;
    }

    private static Expr? Rows(Case[] cases) => Common(cases, pair => new IntLiteral(pair.Output.Rows, default));

    private static Expr? Cols(Case[] cases) => Common(cases, pair => new IntLiteral(pair.Output.Cols, default));

    private static Expr? RowsRatio(Case[] cases) => Common(cases, pair => new IntLiteral(pair.Output.Rows / pair.Start.Rows, default));

    private static Expr? ColsRatio(Case[] cases) => Common(cases, pair => new IntLiteral(pair.Output.Cols / pair.Start.Cols, default));

    /// <summary>The colours that change and what each becomes, as the arguments of <c>remap</c>; none where one becomes two colours.</summary>
    private static Expr?[] ColorMap(Case[] cases)
    {
        if (!cases.All(pair => pair.SameSize))
            return [];
        var map = new SortedDictionary<byte, byte>();
        foreach (var (start, output) in cases)
            for (var i = 0; i < start.Area; i++)
                if (start.Cells[i] != Grid.Transparent && !map.TryAdd(start.Cells[i], output.Cells[i]) && map[start.Cells[i]] != output.Cells[i])
                    return [];
        var changes = map.Where(change => change.Key != change.Value).ToArray();
        return [null, List(changes.Select(change => change.Key)), List(changes.Select(change => change.Value))];
    }

    private static ListLiteral List(IEnumerable<byte> colors) => new([.. colors.Select(color => (Expr)new ColorLiteral(color, default))], default);

    /// <summary>The one colour of all cells that change, for any stage that draws in a colour.</summary>
    private static Expr? ChangedColor(Case[] cases) => ColorWhere(cases, (_, cell, output) => cell != output);

    /// <summary>The one colour that the outputs have in the chosen places.</summary>
    private static Expr? ColorWhere(Case[] cases, Func<Grid, byte, byte, bool> chosen)
    {
        var colors = new HashSet<byte>();
        foreach (var (start, output) in cases.Where(pair => pair.SameSize))
            for (var i = 0; i < start.Area; i++)
                if (chosen(start, start.Cells[i], output.Cells[i]))
                    colors.Add(output.Cells[i]);
        return colors.Count == 1 && colors.Single() < Color.Count ? new ColorLiteral(colors.Single(), default) : null;
    }

    /// <summary>The shortest step that fits all pairs.</summary>
    private static PointLiteral? Step<T>(T[] cases, Func<T, Point, bool> fits)
    {
        var steps = from row in Enumerable.Range(-LongestStep, 2 * LongestStep + 1)
                    from col in Enumerable.Range(-LongestStep, 2 * LongestStep + 1)
                    orderby Math.Abs(row) + Math.Abs(col)
                    select new Point(row, col);
        foreach (var step in steps)
            if (cases.All(pair => fits(pair, step)))
                return new(step, default);
        return null;
    }

    private static bool Shows(Case pair, Point corner) => Agrees(pair.Output, (row, col) =>
        pair.Start.Contains(row + corner.Row, col + corner.Col) ? pair.Start[row + corner.Row, col + corner.Col] : Grid.Transparent);

    private static bool Shifts(Case pair, Point step) => pair.SameSize && Agrees(pair.Output, (row, col) =>
        pair.Start.Contains(row - step.Row, col - step.Col) ? pair.Start[row - step.Row, col - step.Col] : pair.Start.Backdrop);

    private static bool Rolls(Case pair, Point step) => pair.SameSize && Agrees(pair.Output, (row, col) =>
        pair.Start[Modulo(row - step.Row, pair.Start.Rows), Modulo(col - step.Col, pair.Start.Cols)]);

    private static int Modulo(int a, int n) => ((a % n) + n) % n;

    private static bool Agrees(Grid output, Func<int, int, byte> cell)
    {
        for (var row = 0; row < output.Rows; row++)
            for (var col = 0; col < output.Cols; col++)
                if (output[row, col] != cell(row, col))
                    return false;
        return true;
    }

    private static PointLiteral? MovedUnderPaint(Dsl.Syntax.Program sketch, Expr scene, Expr things, ArcTask task, CancellationToken cancel)
    {
        var scenes = Values(sketch, scene, DslType.Grid, task, cancel);
        var moved = Values(sketch, things, DslType.Grids, task, cancel)?.Select(value => Enumerable.Range(0, value.List.Count).Select(item => value.List[item].Grid).ToArray()).ToArray()
            ?? Values(sketch, things, DslType.Grid, task, cancel)?.Select(value => new[] { value.Grid }).ToArray();
        return scenes is null || moved is null
            ? null
            : Step([.. task.Pairs.Select((pair, i) => (new Case(scenes[i].Grid, pair.Output), moved[i]))], ((Case Pair, Grid[] Things) seen, Point step) =>
                seen.Pair.SameSize && Agrees(seen.Pair.Output, (row, col) => Painted(seen.Pair.Start, seen.Things, row - step.Row, col - step.Col) is { } cell ? cell : seen.Pair.Start[row, col]));
    }

    /// <summary>What the topmost of the things shows at a place of the scene, null where none does.</summary>
    private static byte? Painted(Grid scene, Grid[] things, int row, int col)
    {
        for (var i = things.Length - 1; i >= 0; i--)
            if (things[i] is var thing && (row + scene.Row - thing.Row, col + scene.Col - thing.Col) is var (r, c) && thing.Contains(r, c) && thing[r, c] != Grid.Transparent)
                return thing[r, c];
        return null;
    }

    /// <summary>The grid that enters the last stage, and the output it must lead to.</summary>
    private readonly record struct Case(Grid Start, Grid Output)
    {
        public bool SameSize => Start.Rows == Output.Rows && Start.Cols == Output.Cols;
    }
}
