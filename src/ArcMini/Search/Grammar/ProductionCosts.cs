using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;

namespace ArcMini.Search.Grammar;

/// <summary>
/// What each step of a program costs: minus the log of how probable a primitive is after what it is applied to, counted in a set of
/// programs and smoothed with how frequent the primitive is at all, so that nothing is impossible. In tenths of a nat.
/// </summary>
internal sealed class ProductionCosts
{
    /// <summary>The root of <c>input</c>.</summary>
    public const int InputRoot = 0;

    /// <summary>The root of literals, functions and parameters.</summary>
    public const int LiteralRoot = 1;

    /// <summary>What it costs to apply a primitive to each item of a list, or to two that make up a list.</summary>
    private const int FormCost = 5;

    /// <summary>What it costs to walk lists in another place than the first, or to take a list for a function.</summary>
    private const int FarFormCost = 10;

    /// <summary>How often a primitive is taken to have been seen before counting.</summary>
    private const double Prior = 0.4;

    /// <summary>How many observations after one root the frequency at large is worth.</summary>
    private const double Smoothing = 20;

    private static readonly Dictionary<string, int> Roots = PrimitiveTable.All.Select((row, i) => (row.Name, i + 2)).ToDictionary();

    private static readonly SearchType[] FunctionKinds = [SearchType.IntOfGrid, SearchType.BoolOfGrid, SearchType.ColorOfGrid, SearchType.GridOfGrid];

    private readonly double[] counts = new double[PrimitiveTable.All.Count + 2];
    private readonly Dictionary<string, double> totals = [];
    private readonly int[][] steps;
    private readonly Dictionary<(SearchType Kind, string Text), (Expr Expr, double Count)> functions = [];

    /// <summary>Counts the steps of the programs.</summary>
    public ProductionCosts(IEnumerable<ArcProgram> programs)
        : this(programs.Select(program => (program, 1.0)))
    {
    }

    /// <summary>Counts the steps of the programs, each program as often as its weight says.</summary>
    public ProductionCosts(IEnumerable<(ArcProgram Program, double Weight)> programs)
    {
        var after = new double[]?[counts.Length];
        foreach (var primitive in PrimitiveTable.All)
            Add(RootOf(primitive.Name), Prior);
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
    /// The functions over grids that the programs give to primitives, with their costs. Those that depend on a <c>let</c> or on an
    /// outer parameter are left out.
    /// </summary>
    public IEnumerable<(SearchType Kind, Expr Expr, int Cost)> Functions
    {
        get
        {
            var totals = functions.GroupBy(function => function.Key.Kind).ToDictionary(group => group.Key, group => group.Sum(function => function.Value.Count));
            foreach (var ((kind, _), (expr, count)) in functions)
                yield return (kind, expr, Cost(count / totals[kind]));
        }
    }

    /// <summary>The number of a primitive among the roots.</summary>
    public static int RootOf(string primitive) => Roots[primitive];

    /// <summary>The cost of a primitive wherever it stands.</summary>
    public int Of(string primitive) => Cost(Share(RootOf(primitive)));

    /// <summary>The cost of a move applied to something that ends in a root.</summary>
    public int Step(int root, Production move) => Steps(move)[root] + CostOf(move);

    /// <summary>The cost of a move's primitive, by the root of what it is applied to.</summary>
    public ReadOnlySpan<int> Steps(Production move) => steps[move.Root];

    /// <summary>What a move costs beside its primitive, by its form.</summary>
    public static int CostOf(Production move) => move.Application == Application.Plain ? 0 : move.IsRare ? FarFormCost : FormCost;

    private static int Cost(double share) => Math.Max(1, (int)Math.Round(-10 * Math.Log(share)));

    private static string Group(int root) =>
        PrimitiveTable.All[root - 2].Signature.Parameters is [{ Type: var type }, ..] ? type is GroundType ground ? ground.Name : "List" : "";

    private static int RootOf(Expr expr, Dictionary<string, Expr> bound) => expr switch
    {
        Call call => Roots.GetValueOrDefault(call.Function, LiteralRoot),
        Name { Text: "input" } => InputRoot,
        Name name when bound.TryGetValue(name.Text, out var value) => RootOf(value, bound),
        _ => LiteralRoot,
    };

    /// <summary>What it costs to apply a primitive, by the root that it is applied to.</summary>
    private int[] StepCosts(double[]?[] after, double[] seen, int next)
    {
        var costs = new int[seen.Length];
        if (next < 2)
            return costs;
        var share = Share(next);
        var unseen = Cost(share);
        for (var root = 0; root < costs.Length; root++)
            costs[root] = after[root] is { } row ? Cost((row[next] + Smoothing * share) / (seen[root] + Smoothing)) : unseen;
        return costs;
    }

    private double Share(int root) => counts[root] / totals[Group(root)];

    private void Count(Expr expr, double weight, Dictionary<string, Expr> bound, double[]?[] after)
    {
        if (expr is Call call && Roots.TryGetValue(call.Function, out var root))
        {
            Add(root, weight);
            Note(call, weight);
            if (call.Arguments.Count > 0)
                (after[RootOf(call.Arguments is [Call { Function: "first" } one, Call { Function: "last" }] ? one.Arguments[0] : call.Arguments[0], bound)] ??= new double[counts.Length])[root] += weight;
        }
        else if (expr is Name name && Roots.TryGetValue(name.Text, out var function))
        {
            Add(function, weight);
        }
        if (expr is Call { Arguments: [var list, ..] } walk)
            foreach (var lambda in walk.Arguments.OfType<Lambda>().Where(lambda => lambda.Parameters.Count == 1))
                bound = new(bound) { [lambda.Parameters[0]] = list };
        if (expr is Call { Function: "fold", Arguments: [var items, var start, Lambda { Parameters: [var made, var item] }] })
            bound = new(bound) { [made] = start, [item] = items };
        foreach (var child in expr.Children)
            Count(child, weight, bound, after);
    }

    private void Note(Call call, double weight)
    {
        var parameters = PrimitiveTable.Find(call.Function)!.Signature.Parameters;
        for (var i = 0; i < Math.Min(parameters.Count, call.Arguments.Count); i++)
            if (parameters[i].Type is FunctionOf { Parameters.Count: 1 } function && Closed(call.Arguments[i]))
                foreach (var kind in FunctionKinds)
                    if (Productions.TypeOf(kind) is FunctionOf wanted && Fits(function.Result, wanted.Result)
                        && Checker.TryFunction(call.Arguments[i], wanted) is not null)
                    {
                        var expr = Renamed(call.Arguments[i]);
                        var key = (kind, Printer.Print(expr));
                        functions[key] = (expr, functions.GetValueOrDefault(key).Count + weight);
                        break;
                    }
    }

    /// <summary>With <c>o</c> for the parameter of a lambda that has no other inside.</summary>
    private static Expr Renamed(Expr function) => function is Lambda { Parameters: [var parameter] } && function.All().OfType<Lambda>().Count() == 1
        ? ((Lambda)function.Rewrite(expr => expr is Name { Text: var text } name && text == parameter ? name with { Text = "o" } : expr)) with { Parameters = ["o"] }
        : function;

    private static bool Fits(DslType declared, DslType actual) => declared is TypeVariable || declared == actual;

    /// <summary>Whether all names in a function are <c>input</c>, primitives or its own parameters.</summary>
    private static bool Closed(Expr function)
    {
        var own = function.All().OfType<Lambda>().SelectMany(lambda => lambda.Parameters).Append("input").ToHashSet();
        return function.All().OfType<Name>().All(name => own.Contains(name.Text) || Roots.ContainsKey(name.Text));
    }

    private void Add(int root, double weight)
    {
        counts[root] += weight;
        totals[Group(root)] = totals.GetValueOrDefault(Group(root)) + weight;
    }
}
