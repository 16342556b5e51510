using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;

namespace ArcMini.Search;

/// <summary>
/// What each primitive and literal costs: minus the log of its share among those that could stand in its place, that is, that give
/// the same type, counted in a set of programs and smoothed so that nothing is impossible. In tenths of a nat.
/// </summary>
internal sealed class Weights
{
    /// <summary>What it costs to apply a primitive to each item of a list.</summary>
    public const int LiftCost = 5;

    /// <summary>How often a thing is taken to have been seen before counting.</summary>
    private const double Prior = 0.4;

    private readonly Dictionary<string, double> counts = [];
    private readonly Dictionary<string, double> totals = [];

    /// <summary>Counts the primitives of the programs.</summary>
    public Weights(IEnumerable<Dsl.Syntax.Program> programs)
    {
        foreach (var primitive in PrimitiveTable.All)
            Add(primitive.Name, Prior);
        foreach (var program in programs)
        {
            foreach (var binding in program.Bindings)
                Count(binding.Value);
            Count(program.Result);
        }
    }

    /// <summary>The cost of a primitive.</summary>
    public int Of(string primitive) => Cost(counts[primitive] / totals[Group(primitive)]);

    private static int Cost(double share) => Math.Max(1, (int)Math.Round(-10 * Math.Log(share)));

    private static string Group(string primitive) => PrimitiveTable.Find(primitive)!.Signature.Result is Ground ground ? ground.Name : "List";

    private void Count(Expr expr)
    {
        if (expr is Call call && PrimitiveTable.Find(call.Function) is not null)
            Add(call.Function, 1);
        else if (expr is Name name && PrimitiveTable.Find(name.Text) is not null)
            Add(name.Text, 1);
        foreach (var child in expr.Children)
            Count(child);
    }

    private void Add(string primitive, double weight)
    {
        counts[primitive] = counts.GetValueOrDefault(primitive) + weight;
        totals[Group(primitive)] = totals.GetValueOrDefault(Group(primitive)) + weight;
    }
}
