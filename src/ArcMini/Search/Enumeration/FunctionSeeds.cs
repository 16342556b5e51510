using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Enumeration;

/// <summary>
/// The functions over grids that the enumeration starts from: those of the corpus, primitives with at most one argument filled in, and
/// comparisons of a property with a constant.
/// </summary>
/// <param name="costs">The costs of the productions, with the functions of the corpus.</param>
/// <param name="colorCosts">The cost of each colour of the task; 0 for others.</param>
/// <param name="inputs">The number of inputs.</param>
internal sealed class FunctionSeeds(ProductionCosts costs, int[] colorCosts, int inputs)
{
    /// <summary>The cost of naming a primitive as a function, and of filling in an argument.</summary>
    private const int FunctionCost = 4;

    private const int InputArgumentCost = 10;
    private const int CountCost = 22;
    private const int ComparisonCost = 10;
    private const int HolesCost = 30;
    private const int LargestCompared = 9;
    private const int LargestHoles = 4;

    private static readonly string[] ComparedProperties = ["size", "height", "width", "num_colors", "length"];
    private static readonly string[] Comparisons = ["eq", "gt", "lt"];
    private static readonly Name Item = new("o", default);

    private readonly byte[] colors =
        [.. Enumerable.Range(0, Color.Count).Where(color => colorCosts[color] > 0).Select(color => (byte)color)];

    /// <summary>All function leaves.</summary>
    public IEnumerable<Term> All => costs.Functions.SelectMany(function => OfCorpus(function.Type, function.Expr, function.Cost))
        .Concat(PrimitiveTable.All.SelectMany(OfPrimitive))
        .Concat(OfComparisons())
        .DistinctBy(function => (function.Type, Printer.Print(function.Expr)))
        .Select(function => Seeds.Constant(
            function.Type,
            function.Cost,
            Checker.Function(function.Expr, (FunctionOf)Productions.TypeOf(function.Type)),
            function.Expr,
            inputs));

    /// <summary>A function of the corpus. If it names one colour, it comes with each colour of the task in its place.</summary>
    private IEnumerable<(SearchType Type, int Cost, Expr Expr)> OfCorpus(SearchType type, Expr function, int cost)
    {
        if (function.All().OfType<ColorLiteral>().Select(literal => literal.Value).Distinct().Count() != 1)
            return [(type, cost, function)];
        return colors.Select(color => (type, cost + colorCosts[color], Recolored(color)));

        Expr Recolored(byte color) => function.Rewrite(expr => expr is ColorLiteral literal ? literal with { Value = color } : expr);
    }

    private IEnumerable<(SearchType Type, int Cost, Expr Expr)> OfPrimitive(Primitive primitive)
    {
        var (parameters, result) = (primitive.Signature.Parameters, primitive.Signature.Result);
        if (parameters is not [{ Type: var first }, ..] || first != DslType.Grid)
            yield break;
        var cost = costs.Of(primitive.Name);
        var type = Productions.SearchTypeOf(new FunctionOf([DslType.Grid], result));
        if (parameters.Count == 1 && type is { } unary)
            yield return (unary, cost + FunctionCost, new Name(primitive.Name, default));
        if (parameters.Count == 1 && result == DslType.Grids)
            yield return (SearchType.IntOfGrid, cost + CountCost, OfItem(Call.Of("count", Call.Of(primitive.Name, Item))));
        if (parameters is [_, { Type: var second }] && type is { } binary)
            foreach (var (argument, argumentCost) in Arguments(second))
                yield return (binary, cost + argumentCost, Call.Of(primitive.Name, argument));
    }

    private IEnumerable<(Expr Argument, int Cost)> Arguments(DslType type) =>
        type == DslType.Color
            ? colors.Select(color => ((Expr)new ColorLiteral(color, default), colorCosts[color] + FunctionCost))
        : type == DslType.Grid
            ? [(new Name("input", default), InputArgumentCost)]
        : type == DslType.Point
            ? Point.Directions.Select(direction => ((Expr)new PointLiteral(direction.Step, default), LeafCosts.Direction + FunctionCost))
        : [];

    private IEnumerable<(SearchType Type, int Cost, Expr Expr)> OfComparisons()
    {
        foreach (var property in ComparedProperties)
            for (var n = 1; n <= LargestCompared; n++)
                foreach (var comparison in Comparisons)
                    yield return (
                        SearchType.BoolOfGrid,
                        costs.Of(property) + LeafCosts.OfCompared(n) + ComparisonCost,
                        OfItem(Call.Of(comparison, Call.Of(property, Item), new IntLiteral(n, default))));
        foreach (var color in colors)
            yield return (
                SearchType.BoolOfGrid,
                costs.Of("color") + colorCosts[color] + ComparisonCost,
                OfItem(Call.Of("eq", Call.Of("color", Item), new ColorLiteral(color, default))));
        for (var n = 0; n <= LargestHoles; n++)
            yield return (
                SearchType.BoolOfGrid,
                HolesCost + LeafCosts.OfCompared(n),
                OfItem(Call.Of("eq", Call.Of("count", Call.Of("holes", Item)), new IntLiteral(n, default))));
    }

    private static Lambda OfItem(Expr body) => new(["o"], body, default);
}
