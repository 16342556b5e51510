using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;

namespace ArcMini.Search.Grammar;

/// <summary>
/// The costs of productions: a weighted grammar, counted in a set of programs. A primitive costs minus the log of its probability after
/// the root of its first argument. The counts are smoothed with the primitive's frequency at large, so that no step is impossible.
/// Costs are on the <see cref="CostScale"/>.
/// </summary>
/// <remarks>The root of an expression is its outermost primitive; <c>input</c> and literals have roots of their own.</remarks>
internal sealed class ProductionCosts
{
    /// <summary>The root of <c>input</c>.</summary>
    public const int InputRoot = 0;

    /// <summary>The root of literals, functions and parameters.</summary>
    public const int LiteralRoot = 1;

    private const int FirstPrimitiveRoot = 2;

    /// <summary>The extra cost of every application but the plain one.</summary>
    private const int ApplicationCost = 5;

    /// <summary>The extra cost of an application that programs seldom have.</summary>
    private const int RareApplicationCost = 10;

    /// <summary>The count that every primitive has before any program is counted.</summary>
    private const double InitialCount = 0.4;

    /// <summary>The number of observations after one root that the frequency at large counts as.</summary>
    private const double Smoothing = 20;

    private static readonly Dictionary<string, int> Roots =
        PrimitiveTable.All.Select((row, i) => (row.Name, i + FirstPrimitiveRoot)).ToDictionary();

    private readonly double[] counts = new double[PrimitiveTable.All.Count + FirstPrimitiveRoot];
    private readonly Dictionary<string, double> totals = [];
    private readonly FunctionCounts functions = new();
    private readonly int[][] steps;

    /// <summary>Counts the steps of the programs.</summary>
    public ProductionCosts(IEnumerable<ArcProgram> programs)
        : this(programs.Select(program => (program, 1.0)))
    {
    }

    /// <summary>Counts the steps of the programs, each multiplied by the weight of its program.</summary>
    public ProductionCosts(IEnumerable<(ArcProgram Program, double Weight)> programs)
    {
        var after = new double[]?[counts.Length];
        foreach (var primitive in PrimitiveTable.All)
            Add(RootOf(primitive.Name), InitialCount);
        foreach (var (program, weight) in programs)
        {
            var bound = program.Bindings.ToDictionary(binding => binding.Name, binding => binding.Value);
            foreach (var binding in program.Bindings)
                Count(binding.Value, weight, bound, after);
            Count(program.Result, weight, bound, after);
        }
        double[] seen = [.. after.Select(row => row?.Sum() ?? 0)];
        steps = [.. Enumerable.Range(0, counts.Length).Select(next => StepCosts(after, seen, next))];
    }

    /// <summary>
    /// The functions over grids that the programs pass to primitives, with their costs. A function that depends on a <c>let</c> or on the
    /// parameter of an outer function is left out.
    /// </summary>
    public IEnumerable<(SearchType Type, Expr Expr, int Cost)> Functions => functions.WithCosts;

    /// <summary>Whether a name is that of a primitive.</summary>
    public static bool IsPrimitive(string name) => Roots.ContainsKey(name);

    /// <summary>The number of a primitive among the roots.</summary>
    public static int RootOf(string primitive) => Roots[primitive];

    /// <summary>The cost of a primitive, whatever it is applied to.</summary>
    public int Of(string primitive) => CostScale.OfProbability(Share(RootOf(primitive)));

    /// <summary>The cost of a production that is applied to an expression with a root.</summary>
    public int Step(int root, Production production) => Steps(production)[root] + ApplicationCostOf(production);

    /// <summary>The costs of a production's primitive alone, by the root of its first argument.</summary>
    public ReadOnlySpan<int> Steps(Production production) => steps[production.Root];

    /// <summary>The extra cost of the way in which a production applies its primitive.</summary>
    public static int ApplicationCostOf(Production production) =>
        production.Application == Application.Plain ? 0 : production.IsRare ? RareApplicationCost : ApplicationCost;

    private static string FirstParameterOf(int root) =>
        PrimitiveTable.All[root - FirstPrimitiveRoot].Signature.Parameters is not [{ Type: var type }, ..] ? ""
        : type is GroundType ground ? ground.Name
        : "List";

    private static int RootOf(Expr expr, Dictionary<string, Expr> bound) => expr switch
    {
        Call call => Roots.GetValueOrDefault(call.Function, LiteralRoot),
        Name { Text: "input" } => InputRoot,
        Name name when bound.TryGetValue(name.Text, out var value) => RootOf(value, bound),
        _ => LiteralRoot,
    };

    private int[] StepCosts(double[]?[] after, double[] seen, int next)
    {
        var costs = new int[seen.Length];
        if (next < FirstPrimitiveRoot)
            return costs;
        var share = Share(next);
        var unseen = CostScale.OfProbability(share);
        for (var root = 0; root < costs.Length; root++)
            costs[root] = after[root] is { } row
                ? CostScale.OfProbability((row[next] + Smoothing * share) / (seen[root] + Smoothing))
                : unseen;
        return costs;
    }

    /// <summary>The frequency of a primitive among those with a first parameter of the same type.</summary>
    private double Share(int root) => counts[root] / totals[FirstParameterOf(root)];

    private void Count(Expr expr, double weight, Dictionary<string, Expr> bound, double[]?[] after)
    {
        if (expr is Call call && Roots.TryGetValue(call.Function, out var root))
        {
            Add(root, weight);
            functions.Add(call, weight);
            if (call.Arguments.Count > 0)
                (after[RootOf(FirstArgument(call), bound)] ??= new double[counts.Length])[root] += weight;
        }
        else if (expr is Name name && Roots.TryGetValue(name.Text, out var function))
        {
            Add(function, weight);
        }
        bound = WithParameters(expr, bound);
        foreach (var child in expr.Children)
            Count(child, weight, bound, after);
    }

    /// <summary>
    /// The first argument; for the pair <c>first(list)</c>, <c>last(list)</c> the list, as in <see cref="Application.Pair"/>.
    /// </summary>
    private static Expr FirstArgument(Call call) =>
        call.Arguments is [Call { Function: "first" } first, Call { Function: "last" }] ? first.Arguments[0] : call.Arguments[0];

    /// <summary>The bound names inside of an expression: a parameter of a function stands for what the function is applied to.</summary>
    private static Dictionary<string, Expr> WithParameters(Expr expr, Dictionary<string, Expr> bound)
    {
        if (expr is Call { Arguments: [var list, ..] } walk)
            foreach (var lambda in walk.Arguments.OfType<Lambda>().Where(lambda => lambda.Parameters.Count == 1))
                bound = new(bound) { [lambda.Parameters[0]] = list };
        if (expr is Call { Function: "fold", Arguments: [var items, var start, Lambda { Parameters: [var made, var item] }] })
            bound = new(bound) { [made] = start, [item] = items };
        return bound;
    }

    private void Add(int root, double weight)
    {
        counts[root] += weight;
        var group = FirstParameterOf(root);
        totals[group] = totals.GetValueOrDefault(group) + weight;
    }
}
