using ArcMini.Dsl.Syntax;

namespace ArcMini.Search.Grammar;

/// <summary>Counts the functions over grids that programs pass to primitives.</summary>
internal sealed class FunctionCounts
{
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

    /// <summary>Counts a function.</summary>
    public void Add(CountedFunction function, double weight)
    {
        var key = (function.Type, function.Text);
        counts[key] = (function.Expr, counts.GetValueOrDefault(key).Count + weight);
    }
}
