using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Enumeration;

/// <summary>Where the enumeration starts: <c>input</c>, the task's constants, and a bounded set of functions over grids.</summary>
internal static class Seeds
{
    private const int CommonInt = 18;
    private const int OtherInt = 28;
    private const int Direction = 18;
    private const int Diagonal = 26;

    /// <summary>All seeds of a task, given its inputs (demonstrations first, then tests) and its demonstration outputs.</summary>
    public static IEnumerable<Term> Of(Grid[] inputs, Grid[] outputs, ProductionCosts weights)
    {
        var count = inputs.Length;
        yield return new(SearchType.Grid, 3, [.. inputs.Select(input => (Value)input)], new Name("input", default));
        var colors = ColorCosts(inputs, outputs);
        for (byte color = 0; color < Color.Count; color++)
            if (colors[color] > 0)
                yield return Constant(SearchType.Color, colors[color], color, new ColorLiteral(color, default), count);
        foreach (var number in Numbers(inputs, outputs))
            yield return Constant(SearchType.Int, number <= 3 ? CommonInt : OtherInt, number, new IntLiteral(number, default), count);
        foreach (var (_, step) in Point.Directions)
            yield return Constant(SearchType.Point, step.Row == 0 || step.Col == 0 ? Direction : Diagonal, step, new PointLiteral(step, default), count);
        foreach (var entry in Functions(weights, colors, count).DistinctBy(entry => (entry.Type, Printer.Print(entry.Expression))))
            yield return entry;
    }

    private static Term Constant(SearchType kind, int cost, Value value, Expr expr, int count) => new(kind, cost, [.. Enumerable.Repeat(value, count)], expr);

    /// <summary>0 for a colour that no output and no input has; cheap for one that every demonstration output has.</summary>
    private static int[] ColorCosts(Grid[] inputs, Grid[] outputs) =>
    [
        .. Enumerable.Range(0, Color.Count).Select(color =>
            outputs.All(output => output.Cells.Contains((byte)color)) ? 14
            : inputs.All(input => input.Cells.Contains((byte)color)) ? 18
            : outputs.Concat(inputs).Any(grid => grid.Cells.Contains((byte)color)) ? 26 : 0),
    ];

    private static SortedSet<int> Numbers(Grid[] inputs, Grid[] outputs)
    {
        SortedSet<int> numbers = [0, 1, 2, 3, 4];
        if (outputs.All(output => output.Rows == outputs[0].Rows))
            numbers.Add(outputs[0].Rows);
        if (outputs.All(output => output.Cols == outputs[0].Cols))
            numbers.Add(outputs[0].Cols);
        for (var i = 0; i < outputs.Length; i++)
        {
            numbers.Add(Math.Min(30, outputs[i].Rows / inputs[i].Rows));
            numbers.Add(Math.Min(30, inputs[i].Rows / outputs[i].Rows));
        }
        return numbers;
    }

    private static IEnumerable<Term> Functions(ProductionCosts weights, int[] colors, int count)
    {
        foreach (var (kind, function, cost) in weights.Functions)
            foreach (var entry in Instances(kind, function, cost, colors, count))
                yield return entry;
        var item = new Name("o", default);
        foreach (var primitive in PrimitiveTable.All)
        {
            if (primitive.Signature.Parameters is not [{ Type: var first }, ..] || first != DslType.Grid)
                continue;
            var cost = weights.Of(primitive.Name);
            if (primitive.Signature.Parameters.Count == 1 && KindOf(primitive) is { } kind)
                yield return Function(kind, cost + 4, new Name(primitive.Name, default), count);
            if (primitive.Signature.Parameters.Count == 1 && primitive.Signature.Result == DslType.Grids)
                yield return Function(SearchType.IntOfGrid, cost + 22, Lambda(Call.Of("count", Call.Of(primitive.Name, item))), count);
            if (primitive.Signature.Parameters is [_, { Type: var second }] && KindOf(primitive) is { } result)
            {
                if (second == DslType.Color)
                    for (byte color = 0; color < Color.Count; color++)
                        if (colors[color] > 0)
                            yield return Function(result, cost + colors[color] + 4, Call.Of(primitive.Name, new ColorLiteral(color, default)), count);
                if (second == DslType.Grid)
                    yield return Function(result, cost + 10, Call.Of(primitive.Name, new Name("input", default)), count);
                if (second == DslType.Point)
                    foreach (var (_, step) in Point.Directions)
                        yield return Function(result, cost + Direction + 4, Call.Of(primitive.Name, new PointLiteral(step, default)), count);
            }
        }
        foreach (var property in (string[])["size", "height", "width", "num_colors", "length"])
            for (var n = 1; n <= 9; n++)
                foreach (var comparison in (string[])["eq", "gt", "lt"])
                    yield return Function(SearchType.BoolOfGrid, weights.Of(property) + (n <= 4 ? CommonInt : OtherInt) + 10,
                        Lambda(Call.Of(comparison, Call.Of(property, item), new IntLiteral(n, default))), count);
        for (byte color = 0; color < Color.Count; color++)
            if (colors[color] > 0)
                yield return Function(SearchType.BoolOfGrid, weights.Of("color") + colors[color] + 10, Lambda(Call.Of("eq", Call.Of("color", item), new ColorLiteral(color, default))), count);
        for (var n = 0; n <= 4; n++)
            yield return Function(SearchType.BoolOfGrid, 30 + CommonInt, Lambda(Call.Of("eq", Call.Of("count", Call.Of("holes", item)), new IntLiteral(n, default))), count);
    }

    /// <summary>A function of the corpus; where it names one colour, with each colour of the task in its place.</summary>
    private static IEnumerable<Term> Instances(SearchType kind, Expr function, int cost, int[] colors, int count)
    {
        if (function.All().OfType<ColorLiteral>().Select(literal => literal.Value).Distinct().Count() != 1)
            return [Function(kind, cost, function, count)];
        return Enumerable.Range(0, Color.Count).Where(color => colors[color] > 0).Select(color =>
            Function(kind, cost + colors[color], function.Rewrite(expr => expr is ColorLiteral literal ? literal with { Value = (byte)color } : expr), count));
    }

    private static SearchType? KindOf(Primitive primitive) => Productions.SearchTypeOf(new FunctionOf([DslType.Grid], primitive.Signature.Result));

    private static Lambda Lambda(Expr body) => new(["o"], body, default);

    private static Term Function(SearchType kind, int cost, Expr expr, int count) =>
        Constant(kind, cost, Checker.Function(expr, (FunctionOf)Productions.TypeOf(kind)), expr, count);
}
