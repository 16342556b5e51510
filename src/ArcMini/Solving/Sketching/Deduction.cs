using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Solving.Sketching;

/// <summary>
/// Finds the literals for holes that are arguments of one stage of a program, where the grids that enter the stage and those that
/// must leave it determine them. What must leave it is told from the outputs of the pairs by undoing the stages after it. What is
/// found is necessary at most: whether it is right, a run of the whole program tells.
/// </summary>
internal static class Deduction
{
    private const int LongestStep = 30;

    /// <summary>For the arguments of a stage on all pairs: the literal of each, null where it is not determined.</summary>
    private delegate Expr?[] CaseSolver(Case[] cases);

    private static readonly Dictionary<string, CaseSolver> Solvers = new()
    {
        ["remap"] = ColorMap,
        ["replace"] = cases => ColorMap(cases) is [_, ListLiteral { Items: [var from] }, ListLiteral { Items: [var to] }] ? [null, from, to] : [],
        ["swap"] = cases => ColorMap(cases) is [_, ListLiteral { Items: [var one, ..] }, ListLiteral { Items: [var other, ..] }] ? [null, one, other] : [],
        ["recolor"] = cases => [null, ColorWhere(cases, (grid, cell, _) => grid.IsInk(cell))],
        ["fill"] = cases => [null, ColorWhere(cases, (grid, cell, _) => !grid.IsInk(cell))],
        ["frame"] = cases => [null, Common(cases, TopLeft)],
        ["canvas"] = cases => [Rows(cases), Cols(cases), Common(cases, TopLeft)],
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

    /// <summary>What undoes a stage, as a call on its result and its other arguments; transparent where it does not tell.</summary>
    private static readonly Dictionary<string, Func<Expr, Expr[], Call>> Undo = new()
    {
        ["flip_x"] = (g, _) => Of("flip_x", g),
        ["flip_y"] = (g, _) => Of("flip_y", g),
        ["rot90"] = (g, _) => Of("rot270", g),
        ["rot180"] = (g, _) => Of("rot180", g),
        ["rot270"] = (g, _) => Of("rot90", g),
        ["transpose"] = (g, _) => Of("transpose", g),
        ["antitranspose"] = (g, _) => Of("antitranspose", g),
        ["mirror_x"] = (g, _) => Of("left_half", g),
        ["mirror_y"] = (g, _) => Of("top_half", g),
        ["tile"] = (g, rest) => Of("first", Of("split_x", Of("first", Of("split_y", g, rest[0])), rest[1])),
        ["scale"] = (g, rest) => Of("subsample", g, rest[0]),
        ["frame"] = (g, _) => Of("shrink", g),
        ["roll"] = (g, rest) => Of("roll", g, Of("times", rest[0], new IntLiteral(-1, default))),
        ["swap"] = (g, rest) => Of("swap", g, rest[0], rest[1]),
        ["remap"] = (g, rest) => Of("remap", g, rest[1], rest[0]),
        ["replace"] = (g, rest) => Of("erase", g, rest[1]),
        ["fill"] = (g, rest) => Of("erase", g, rest[0]),
    };

    /// <summary>The literal for each hole in the order they are written, null where it is not determined.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Expr?[] Solve(CheckedProgram sketch, ArcTask task, CancellationToken cancel)
    {
        var (ending, outputs) = Back(sketch.Source, task, cancel);
        var holes = sketch.Holes.Count;
        var solved = ending.Result switch
        {
            Call { Function: "paint", Arguments: [var scene, Call { Function: "move", Arguments: [var things, Hole] }] } => [MovedUnderPaint(ending, scene, things, task, outputs, cancel)],
            Call { Function: "paint" or "paint_under" or "overlay", Arguments: [var scene, Call painted] } when HolesOf(painted) == holes =>
                Cases(ending, scene, task, outputs, cancel) is { } cases ? [.. painted.Arguments.Where(argument => argument is Hole).Select(_ => ChangedColor(cases))] : [],
            Call stage => SolveStage(ending, stage, task, outputs, cancel),
            _ => [],
        };
        return solved.Length == holes ? [.. solved.Zip(sketch.Holes, (literal, hole) => Fits(literal, hole.Type) ? literal : null)] : new Expr?[holes];
    }

    private static int HolesOf(Call call) => call.Arguments.Count(argument => argument is Hole);

    private static bool Fits(Expr? literal, DslType type) => literal switch
    {
        ColorLiteral => type == DslType.Color,
        IntLiteral => type == DslType.Int,
        PointLiteral => type == DslType.Point,
        _ => type is ListOf,
    };

    private static Call Of(string primitive, params Expr[] arguments) => new(primitive, [.. arguments], default);

    /// <summary>The program up to the stage after which nothing can be undone, and what must leave that stage on each pair.</summary>
    private static (ArcProgram Ending, Grid[] Outputs) Back(ArcProgram sketch, ArcTask task, CancellationToken cancel)
    {
        Grid[] outputs = [.. task.Pairs.Select(pair => pair.Output)];
        while (true)
        {
            if (sketch.Result is Name name && sketch.Bindings.FirstOrDefault(binding => binding.Name == name.Text) is { } binding)
                sketch = sketch with { Bindings = [.. sketch.Bindings.TakeWhile(earlier => earlier != binding)], Result = binding.Value };
            else if (sketch.Result is Call { Arguments: [var start, ..] } stage && Before(sketch, stage, task, outputs, cancel) is { } before)
                (sketch, outputs) = (sketch with { Result = start }, before);
            else
                return (sketch, outputs);
        }
    }

    /// <summary>What must have entered a stage on each pair; null where it cannot be undone.</summary>
    private static Grid[]? Before(ArcProgram sketch, Call stage, ArcTask task, Grid[] outputs, CancellationToken cancel)
    {
        var before = new Grid[outputs.Length];
        for (var i = 0; i < before.Length; i++)
        {
            var covers = stage.Function is "paint" or "overlay";
            Expr[] rest = [.. stage.Arguments.Skip(1)];
            Call? undone = covers ? Of(stage.Function, [new GridLiteral(Hidden(outputs[i], _ => true), default), .. rest])
                : Undo.TryGetValue(stage.Function, out var undo) ? undo(new GridLiteral(outputs[i], default), rest) : null;
            if (undone is null || Checked(sketch, undone)?.Execute(task.Pairs[i].Input, Limits.Default, cancel).Output is not { } grid)
                return null;
            before[i] = covers ? Hidden(outputs[i], cell => grid.Cells[cell] != Grid.Transparent) : grid;
        }
        return before;
    }

    /// <summary>A grid with some of its cells, by their index, made transparent.</summary>
    private static Grid Hidden(Grid grid, Func<int, bool> hide)
    {
        var cells = grid.Cells.ToArray();
        for (var i = 0; i < cells.Length; i++)
            cells[i] = hide(i) ? Grid.Transparent : cells[i];
        return Budget.Load(grid.Rows, grid.Cols, cells);
    }

    private static Expr?[] SolveStage(ArcProgram sketch, Call stage, ArcTask task, Grid[] outputs, CancellationToken cancel)
    {
        var cases = stage.Function == "canvas" ? [.. outputs.Select(output => new Case(output, output))] : Cases(sketch, stage.Arguments[0], task, outputs, cancel);
        if (cases is null)
            return [];
        var literals = Solvers.TryGetValue(stage.Function, out var solve) ? solve(cases) : [.. stage.Arguments.Select(_ => ChangedColor(cases))];
        return literals.Length == stage.Arguments.Count ? [.. literals.Where((_, i) => stage.Arguments[i] is Hole)] : [];
    }

    /// <summary>The grids that an expression gives on the inputs, with what they must lead to; null where it gives none.</summary>
    private static Case[]? Cases(ArcProgram sketch, Expr start, ArcTask task, Grid[] outputs, CancellationToken cancel) =>
        Values(sketch, start, DslType.Grid, task, cancel) is { } starts ? [.. starts.Zip(outputs, (value, output) => new Case(value.Grid, output))] : null;

    /// <summary>The values of an expression of the sketch on the inputs; null where it fails on one or is of another type.</summary>
    private static Value[]? Values(ArcProgram sketch, Expr expr, DslType type, ArcTask task, CancellationToken cancel)
    {
        var program = Checked(sketch, expr);
        Outcome[] outcomes = program?.Result.Type == type ? [.. task.Pairs.Select(pair => program.Execute(pair.Input, Limits.Default, cancel))] : [];
        return outcomes.Length > 0 && outcomes.All(outcome => outcome.Fault is null) ? [.. outcomes.Select(outcome => outcome.Result)] : null;
    }

    /// <summary>The sketch with another result; null where that depends on a hole or is of no type.</summary>
    private static CheckedProgram? Checked(ArcProgram sketch, Expr result) =>
        Checker.TryCheckAny(Whole(sketch) with { Result = result }) is { IsSketch: false } program ? program : null;

    /// <summary>The program without the bindings that holes leave open.</summary>
    private static ArcProgram Whole(ArcProgram sketch)
    {
        var open = new HashSet<string>();
        foreach (var binding in sketch.Bindings)
            if (binding.Value.All().Any(expr => expr is Hole || (expr is Name name && open.Contains(name.Text))))
                open.Add(binding.Name);
        return sketch with { Bindings = [.. sketch.Bindings.Where(binding => !open.Contains(binding.Name))] };
    }

    private static Expr? Common(Case[] cases, Func<Case, Expr?> tell)
    {
        var told = cases.Select(tell).Distinct().ToArray();
        return told.Length == 1 ? told[0] : null;
    }

    private static ColorLiteral? TopLeft(Case pair) => pair.Output[0, 0] is not Grid.Transparent and var color ? new(color, default) : null;

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
                if (start.Cells[i] != Grid.Transparent && output.Cells[i] != Grid.Transparent && !map.TryAdd(start.Cells[i], output.Cells[i]) && map[start.Cells[i]] != output.Cells[i])
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
                if (output.Cells[i] != Grid.Transparent && chosen(start, start.Cells[i], output.Cells[i]))
                    colors.Add(output.Cells[i]);
        return colors.Count == 1 ? new ColorLiteral(colors.Single(), default) : null;
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

    /// <summary>Whether a grid has the wanted cells wherever it is known.</summary>
    private static bool Agrees(Grid output, Func<int, int, byte> cell)
    {
        for (var row = 0; row < output.Rows; row++)
            for (var col = 0; col < output.Cols; col++)
                if (output[row, col] != Grid.Transparent && output[row, col] != cell(row, col))
                    return false;
        return true;
    }

    private static PointLiteral? MovedUnderPaint(ArcProgram sketch, Expr scene, Expr things, ArcTask task, Grid[] outputs, CancellationToken cancel)
    {
        var scenes = Cases(sketch, scene, task, outputs, cancel);
        var moved = Values(sketch, things, DslType.Grids, task, cancel)?.Select(value => Enumerable.Range(0, value.List.Count).Select(item => value.List[item].Grid).ToArray()).ToArray()
            ?? Values(sketch, things, DslType.Grid, task, cancel)?.Select(value => new[] { value.Grid }).ToArray();
        return scenes is null || moved is null
            ? null
            : Step([.. scenes.Zip(moved)], ((Case Pair, Grid[] Things) seen, Point step) =>
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

    /// <summary>The grid that enters a stage, and the one that must leave it, transparent where that is not known.</summary>
    private readonly record struct Case(Grid Start, Grid Output)
    {
        public bool SameSize => Start.IsSizeOf(Output);
    }
}
