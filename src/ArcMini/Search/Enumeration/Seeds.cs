using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Enumeration;

/// <summary>The leaves of the enumeration: <c>input</c>, the constants of a task, and functions over grids.</summary>
internal static class Seeds
{
    private const int InputCost = 3;

    private const int LargestInt = 4;

    /// <summary>All leaves of a task.</summary>
    /// <param name="inputs">The inputs of the demonstrations, then those of the tests.</param>
    /// <param name="outputs">The outputs of the demonstrations.</param>
    /// <param name="costs">The costs of the productions.</param>
    public static IEnumerable<Term> Of(Grid[] inputs, Grid[] outputs, ProductionCosts costs)
    {
        var count = inputs.Length;
        yield return new(SearchType.Grid, InputCost, [.. inputs.Select(input => (Value)input)], new Name("input", default));
        var colorCosts = ColorCosts(inputs, outputs);
        for (byte color = 0; color < Color.Count; color++)
            if (colorCosts[color] > 0)
                yield return Constant(SearchType.Color, colorCosts[color], color, new ColorLiteral(color, default), count);
        foreach (var number in Numbers(inputs, outputs))
        {
            var isSide = outputs.All(output => output.Rows == number) || outputs.All(output => output.Cols == number);
            var cost = isSide ? Math.Min(LeafCosts.OfInt(number), LeafCosts.Side) : LeafCosts.OfInt(number);
            yield return Constant(SearchType.Int, cost, number, new IntLiteral(number, default), count);
        }
        foreach (var (_, step) in Point.Directions)
        {
            var cost = step.Row == 0 || step.Col == 0 ? LeafCosts.Direction : LeafCosts.Diagonal;
            yield return Constant(SearchType.Point, cost, step, new PointLiteral(step, default), count);
        }
        foreach (var function in new FunctionSeeds(costs, colorCosts, count).All)
            yield return function;
    }

    /// <summary>A leaf that has the same value on all inputs.</summary>
    public static Term Constant(SearchType type, int cost, Value value, Expr expr, int inputs) =>
        new(type, cost, [.. Enumerable.Repeat(value, inputs)], expr);

    /// <summary>The cost of each colour as a constant; 0 for a colour that neither an output nor an input has.</summary>
    private static int[] ColorCosts(Grid[] inputs, Grid[] outputs) =>
    [
        .. Enumerable.Range(0, Color.Count).Select(color => (In(inputs, color), In(outputs, color)) switch
        {
            (0, 0) => 0,
            (0, var after) when after == outputs.Length => LeafCosts.NewColor,
            (0, _) => LeafCosts.SteadyColor,
            var (before, after) when before == inputs.Length || after == outputs.Length => LeafCosts.SteadyColor,
            _ => LeafCosts.OtherColor,
        }),
    ];

    /// <summary>The number of grids that have a colour.</summary>
    private static int In(Grid[] grids, int color) => grids.Count(grid => grid.Cells.Contains((byte)color));

    /// <summary>Small numbers, the sides that all outputs have, and the ratios of the heights of outputs and inputs.</summary>
    private static SortedSet<int> Numbers(Grid[] inputs, Grid[] outputs)
    {
        SortedSet<int> numbers = [.. Enumerable.Range(0, LargestInt + 1)];
        if (outputs.All(output => output.Rows == outputs[0].Rows))
            numbers.Add(outputs[0].Rows);
        if (outputs.All(output => output.Cols == outputs[0].Cols))
            numbers.Add(outputs[0].Cols);
        for (var i = 0; i < outputs.Length; i++)
        {
            numbers.Add(Math.Min(Grid.MaxTaskSide, outputs[i].Rows / inputs[i].Rows));
            numbers.Add(Math.Min(Grid.MaxTaskSide, inputs[i].Rows / outputs[i].Rows));
        }
        return numbers;
    }
}
