using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;

namespace ArcMini.Search.Grammar;

/// <summary>Counts the functions over grids that programs pass to primitives.</summary>
internal sealed class FunctionCounts
{
    private static readonly SearchType[] FunctionTypes =
        [SearchType.IntOfGrid, SearchType.BoolOfGrid, SearchType.ColorOfGrid, SearchType.GridOfGrid];

    private readonly Dictionary<(SearchType Type, string Text), (Expr Expr, double Count)> counts = [];

    /// <summary>All functions with their costs: minus the log of their share among the functions of their type.</summary>
    public IEnumerable<(SearchType Type, Expr Expr, int Cost)> WithCosts
    {
        get
        {
            var totals = counts.GroupBy(function => function.Key.Type)
                .ToDictionary(group => group.Key, group => group.Sum(function => function.Value.Count));
            foreach (var ((type, _), (expr, count)) in counts)
                yield return (type, expr, CostScale.OfProbability(count / totals[type]));
        }
    }

    /// <summary>Counts the functions among the arguments of a call.</summary>
    public void Add(Call call, double weight)
    {
        var parameters = PrimitiveTable.Find(call.Function)!.Signature.Parameters;
        for (var i = 0; i < Math.Min(parameters.Count, call.Arguments.Count); i++)
            if (parameters[i].Type is FunctionOf { Parameters.Count: 1 } declared && IsClosed(call.Arguments[i]))
                Add(call.Arguments[i], declared, weight);
    }

    private void Add(Expr function, FunctionOf declared, double weight)
    {
        foreach (var type in FunctionTypes)
            if (Productions.TypeOf(type) is FunctionOf wanted
                && Fits(declared.Result, wanted.Result)
                && Checker.TryFunction(function, wanted) is not null)
            {
                var expr = WithUsualParameter(function);
                var key = (type, Printer.Print(expr));
                counts[key] = (expr, counts.GetValueOrDefault(key).Count + weight);
                break;
            }
    }

    /// <summary>The function with its parameter renamed to <c>o</c>, unless another function is inside.</summary>
    private static Expr WithUsualParameter(Expr function)
    {
        if (function is not Lambda { Parameters: [var parameter] } || function.All().OfType<Lambda>().Count() != 1)
            return function;
        return ((Lambda)function.Rewrite(WithUsualName)) with { Parameters = ["o"] };

        Expr WithUsualName(Expr expr) => expr is Name { Text: var text } name && text == parameter ? name with { Text = "o" } : expr;
    }

    private static bool Fits(DslType declared, DslType actual) => declared is TypeVariable || declared == actual;

    /// <summary>Whether all names in a function are <c>input</c>, primitives or its own parameters.</summary>
    private static bool IsClosed(Expr function)
    {
        var own = function.All().OfType<Lambda>().SelectMany(lambda => lambda.Parameters).Append("input").ToHashSet();
        return function.All().OfType<Name>().All(name => own.Contains(name.Text) || ProductionCosts.IsPrimitive(name.Text));
    }
}
