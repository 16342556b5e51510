using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Solving.Sketching;

/// <summary>
/// Finds the literals that are the arguments of one stage of a program, from the grids that enter the stage and those that must leave it.
/// Each method takes one case for each pair, and returns null for what the cases do not determine.
/// </summary>
internal static class StageSolvers
{
    private const int LongestStep = Grid.MaxTaskSide;

    /// <summary>For each primitive the literals of its arguments, the first of which is the grid; empty if the cases do not fit.</summary>
    private static readonly Dictionary<string, Func<StageCase[], Expr?[]>> Solvers = new()
    {
        ["remap"] = ColorMap,
        ["replace"] = cases =>
            ColorMap(cases) is [_, ListLiteral { Items: [var from] }, ListLiteral { Items: [var to] }] ? [null, from, to] : [],
        ["swap"] = cases =>
            ColorMap(cases) is [_, ListLiteral { Items: [var one, ..] }, ListLiteral { Items: [var other, ..] }] ? [null, one, other] : [],
        ["recolor"] = cases => [null, ColorWhere(cases, (grid, cell, _) => grid.IsInk(cell))],
        ["fill"] = cases => [null, ColorWhere(cases, (grid, cell, _) => !grid.IsInk(cell))],
        ["frame"] = cases => [null, Common(cases, TopLeft)],
        ["canvas"] = cases => [Rows(cases), Cols(cases), Common(cases, TopLeft)],
        ["tile_to"] = cases => [null, Rows(cases), Cols(cases)],
        ["part"] = cases => [null, ShortestStep(cases, IsPartAt), Rows(cases), Cols(cases)],
        ["take_top"] = cases => [null, Rows(cases)],
        ["take_bottom"] = cases => [null, Rows(cases)],
        ["take_left"] = cases => [null, Cols(cases)],
        ["take_right"] = cases => [null, Cols(cases)],
        ["tile"] = cases => [null, RowsRatio(cases), ColsRatio(cases)],
        ["scale"] = cases => [null, RowsRatio(cases)],
        ["shift"] = cases => [null, ShortestStep(cases, IsShifted)],
        ["roll"] = cases => [null, ShortestStep(cases, IsRolled)],
    };

    /// <summary>
    /// The literals of a stage's arguments, one for each. If there is no solver for the primitive, each argument gets the colour of the
    /// cells that change.
    /// </summary>
    public static Expr?[] Solve(Call stage, StageCase[] cases) =>
        Solvers.TryGetValue(stage.Function, out var solve) ? solve(cases) : [.. stage.Arguments.Select(_ => ChangedColor(cases))];

    /// <summary>The one colour of all cells that change; for a stage that draws in one colour.</summary>
    public static Expr? ChangedColor(StageCase[] cases) => ColorWhere(cases, (_, cell, output) => cell != output);

    /// <summary>The step by which things must be moved and then painted over the start, to give the output.</summary>
    /// <param name="cases">The start is the grid that is painted over.</param>
    /// <param name="things">For each case, the grids that are moved and painted, the topmost last.</param>
    public static PointLiteral? MoveUnderPaint(StageCase[] cases, Grid[][] things) => ShortestStep(
        [.. cases.Zip(things)],
        ((StageCase Case, Grid[] Things) pair, Point step) => pair.Case.SameSize && Agrees(pair.Case.Output, (row, col) =>
            Painted(pair.Case.Start, pair.Things, row - step.Row, col - step.Col) ?? pair.Case.Start[row, col]));

    /// <summary>What is the same for all cases; null if it differs.</summary>
    private static Expr? Common(StageCase[] cases, Func<StageCase, Expr?> of)
    {
        var found = cases.Select(of).Distinct().ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    private static ColorLiteral? TopLeft(StageCase pair) =>
        pair.Output[0, 0] is not Grid.Transparent and var color ? new(color, default) : null;

    private static Expr? Rows(StageCase[] cases) => Common(cases, pair => new IntLiteral(pair.Output.Rows, default));

    private static Expr? Cols(StageCase[] cases) => Common(cases, pair => new IntLiteral(pair.Output.Cols, default));

    private static Expr? RowsRatio(StageCase[] cases) => Common(cases, pair => new IntLiteral(pair.Output.Rows / pair.Start.Rows, default));

    private static Expr? ColsRatio(StageCase[] cases) => Common(cases, pair => new IntLiteral(pair.Output.Cols / pair.Start.Cols, default));

    /// <summary>
    /// The arguments of <c>remap</c>: the colours that change and what each becomes. Empty if one colour becomes two different colours.
    /// </summary>
    private static Expr?[] ColorMap(StageCase[] cases)
    {
        if (!cases.All(pair => pair.SameSize))
            return [];
        var map = new SortedDictionary<byte, byte>();
        foreach (var (start, output) in cases)
            for (var i = 0; i < start.Area; i++)
            {
                var (before, after) = (start.Cells[i], output.Cells[i]);
                if (before != Grid.Transparent && after != Grid.Transparent && !map.TryAdd(before, after) && map[before] != after)
                    return [];
            }
        var changes = map.Where(change => change.Key != change.Value).ToArray();
        return [null, ColorList(changes.Select(change => change.Key)), ColorList(changes.Select(change => change.Value))];
    }

    private static ListLiteral ColorList(IEnumerable<byte> colors) =>
        new([.. colors.Select(color => (Expr)new ColorLiteral(color, default))], default);

    /// <summary>The one colour of the chosen cells in all outputs.</summary>
    /// <param name="cases">The cases; those that change the size are left out.</param>
    /// <param name="isChosen">Chooses a cell by the grid that enters, its colour there, and its colour in the output.</param>
    private static Expr? ColorWhere(StageCase[] cases, Func<Grid, byte, byte, bool> isChosen)
    {
        var colors = new HashSet<byte>();
        foreach (var (start, output) in cases.Where(pair => pair.SameSize))
            for (var i = 0; i < start.Area; i++)
                if (output.Cells[i] != Grid.Transparent && isChosen(start, start.Cells[i], output.Cells[i]))
                    colors.Add(output.Cells[i]);
        return colors.Count == 1 ? new ColorLiteral(colors.Single(), default) : null;
    }

    /// <summary>The shortest step (in rows and columns together) that fits all cases.</summary>
    private static PointLiteral? ShortestStep<T>(T[] cases, Func<T, Point, bool> fits)
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

    private static bool IsPartAt(StageCase pair, Point corner) => Agrees(pair.Output, (row, col) =>
        pair.Start.Contains(row + corner.Row, col + corner.Col) ? pair.Start[row + corner.Row, col + corner.Col] : Grid.Transparent);

    private static bool IsShifted(StageCase pair, Point step) => pair.SameSize && Agrees(pair.Output, (row, col) =>
        pair.Start.Contains(row - step.Row, col - step.Col) ? pair.Start[row - step.Row, col - step.Col] : pair.Start.Backdrop);

    private static bool IsRolled(StageCase pair, Point step) => pair.SameSize && Agrees(pair.Output, (row, col) =>
        pair.Start[Modulo(row - step.Row, pair.Start.Rows), Modulo(col - step.Col, pair.Start.Cols)]);

    /// <summary>The remainder of a division, from 0 to n - 1.</summary>
    private static int Modulo(int a, int n) => ((a % n) + n) % n;

    /// <summary>Whether a grid has the wanted colour in every cell that is not transparent.</summary>
    private static bool Agrees(Grid output, Func<int, int, byte> wanted)
    {
        for (var row = 0; row < output.Rows; row++)
            for (var col = 0; col < output.Cols; col++)
                if (output[row, col] != Grid.Transparent && output[row, col] != wanted(row, col))
                    return false;
        return true;
    }

    /// <summary>The colour of the topmost thing at a place of the scene; null if no thing covers it.</summary>
    private static byte? Painted(Grid scene, Grid[] things, int row, int col)
    {
        for (var i = things.Length - 1; i >= 0; i--)
        {
            var thing = things[i];
            var (r, c) = (row + scene.Row - thing.Row, col + scene.Col - thing.Col);
            if (thing.Contains(r, c) && thing[r, c] != Grid.Transparent)
                return thing[r, c];
        }
        return null;
    }
}
