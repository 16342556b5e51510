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
        : this(programs.Select(program => (new CountedProgram(program), 1.0)))
    {
    }

    /// <summary>Counts the steps of the programs, each multiplied by the weight of its program.</summary>
    public ProductionCosts(IEnumerable<(CountedProgram Program, double Weight)> programs)
    {
        var after = new double[]?[counts.Length];
        foreach (var primitive in PrimitiveTable.All)
            Add(RootOf(primitive.Name), InitialCount);
        foreach (var (program, weight) in programs)
        {
            foreach (var root in program.Primitives)
                Add(root, weight);
            foreach (var (first, root) in program.Steps)
                (after[first] ??= new double[counts.Length])[root] += weight;
            foreach (var function in program.Functions)
                functions.Add(function, weight);
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

    private void Add(int root, double weight)
    {
        counts[root] += weight;
        var group = FirstParameterOf(root);
        totals[group] = totals.GetValueOrDefault(group) + weight;
    }
}
