using ArcMini.Dsl.Syntax;

namespace ArcMini.Search.Grammar;

/// <summary>
/// A program as the <see cref="ProductionCosts"/> count it: the primitives that it uses, its steps, and the functions that it passes on.
/// </summary>
/// <remarks>
/// It does not depend on the task, and reading a program takes longer than counting it. So the corpus is read once, and counted for each
/// search.
/// </remarks>
internal sealed class CountedProgram
{
    private readonly List<int> primitives = [];
    private readonly List<(int First, int Root)> steps = [];
    private readonly List<CountedFunction> functions = [];

    /// <summary>Reads a program.</summary>
    public CountedProgram(ArcProgram program)
    {
        var bound = program.Bindings.ToDictionary(binding => binding.Name, binding => binding.Value);
        foreach (var binding in program.Bindings)
            Count(binding.Value, bound);
        Count(program.Result, bound);
    }

    /// <summary>The root of each primitive, once for each time that the program names it.</summary>
    public IReadOnlyList<int> Primitives => primitives;

    /// <summary>The root of each primitive that is called, with the root of its first argument.</summary>
    public IReadOnlyList<(int First, int Root)> Steps => steps;

    /// <summary>The functions over grids among the arguments.</summary>
    public IReadOnlyList<CountedFunction> Functions => functions;

    private void Count(Expr expr, Dictionary<string, Expr> bound)
    {
        if (expr is Call call && ProductionCosts.IsPrimitive(call.Function))
        {
            var root = ProductionCosts.RootOf(call.Function);
            primitives.Add(root);
            functions.AddRange(CountedFunction.AmongArguments(call));
            if (call.Arguments.Count > 0)
                steps.Add((RootOf(FirstArgument(call), bound), root));
        }
        else if (expr is Name name && ProductionCosts.IsPrimitive(name.Text))
        {
            primitives.Add(ProductionCosts.RootOf(name.Text));
        }
        bound = WithParameters(expr, bound);
        foreach (var child in expr.Children)
            Count(child, bound);
    }

    private static int RootOf(Expr expr, Dictionary<string, Expr> bound) => expr switch
    {
        Call call when ProductionCosts.IsPrimitive(call.Function) => ProductionCosts.RootOf(call.Function),
        Name { Text: "input" } => ProductionCosts.InputRoot,
        Name name when bound.TryGetValue(name.Text, out var value) => RootOf(value, bound),
        _ => ProductionCosts.LiteralRoot,
    };

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
}
