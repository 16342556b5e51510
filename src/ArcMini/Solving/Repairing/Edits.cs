using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;
using ArcMini.Solving.Proposing;
using ArcMini.Solving.Sketching;
using ArcMini.Tasks;

namespace ArcMini.Solving.Repairing;

/// <summary>Makes the edits for one task, as lists in the order of cost. All costs are on the <see cref="CostScale"/>.</summary>
internal sealed class Edits
{
    /// <summary>The bounds of the enumeration that makes new expressions: candidates, and memory in bytes.</summary>
    private const int BankCandidates = 20_000;
    private const long BankBytes = 200_000_000;

    /// <summary>The highest cost of a step that is added, with its arguments.</summary>
    private const int MaxStepCost = 110;

    /// <summary>The highest cost of one argument of such a step.</summary>
    private const int MaxArgumentCost = 60;

    /// <summary>The cost of replacing a primitive by another of the same types, beside the cost of the new one.</summary>
    private const int SwapCost = 15;

    /// <summary>The cost of leaving out a step.</summary>
    private const int DropCost = 10;

    /// <summary>The cost of using a variable.</summary>
    private const int VariableCost = 15;

    /// <summary>The cost of changing a literal or a condition slightly.</summary>
    private const int NudgeCost = 25;

    /// <summary>The cost of a last step with deduced literals, beside the cost of its primitive.</summary>
    private const int DeducedCost = 15;

    private static readonly ILookup<string, Primitive> PrimitivesByTypes = PrimitiveTable.All.ToLookup(TypesOf);
    private static readonly Name Input = new("input", default);
    private static readonly Hole Unknown = new(default);

    private readonly ArcTask task;
    private readonly ProductionCosts costs;
    private readonly CancellationToken cancel;
    private readonly ILookup<SearchType, Term> bank;
    private readonly Dictionary<SearchType, Edit[]> values = [];
    private readonly Dictionary<(SearchType, int), Edit[]> steps = [];

    /// <summary>Fills the bank of expressions by a short enumeration.</summary>
    public Edits(ArcTask task, ProductionCosts costs, TimeSpan time, long memory, CancellationToken cancel)
    {
        (this.task, this.costs, this.cancel) = (task, costs, cancel);
        var bounds = new SearchBounds(time, BankCandidates, MemoryRoom.For(memory, BankBytes));
        var inputs = task.Pairs.Select(pair => pair.Input);
        var outputs = task.Pairs.Select(pair => pair.Output);
        bank = Enumerator.Terms([.. inputs], [.. outputs], costs, bounds, cancel).OrderBy(term => term.Cost).ToLookup(term => term.Type);
    }

    /// <summary>The expressions of a type in the bank: values, or functions.</summary>
    public IReadOnlyList<Edit> Values(DslType type)
    {
        if (Productions.SearchTypeOf(type) is not { } searchType)
            return [];
        if (!values.TryGetValue(searchType, out var known))
            values[searchType] = known = [.. bank[searchType].Select(term =>
                new Edit(term.Cost, _ => term.Expression, searchType.IsFunction() ? null : term.Values))];
        return known;
    }

    /// <summary>The steps that can be added after the expression at a site and that return its type.</summary>
    public IReadOnlyList<Edit> Steps(EditSite site)
    {
        if (Productions.SearchTypeOf(site.Type) is not { } type || type.IsFunction())
            return [];
        var root = site.Old switch
        {
            Call call => ProductionCosts.RootOf(call.Function),
            Name { Text: "input" } => ProductionCosts.InputRoot,
            _ => ProductionCosts.LiteralRoot,
        };
        if (!steps.TryGetValue((type, root), out var known))
        {
            var productions = Productions.All.Where(production => production.Result == type
                && (production.Application == Application.Plain || production is { Application: Application.Each, IsLifted: true }));
            steps[(type, root)] = known =
                [.. productions.SelectMany(production => Steps(production, type, root)).OrderBy(edit => edit.Cost)];
        }
        return known;
    }

    /// <summary>
    /// The edits that fit one site only: a variable, a slightly different literal, another primitive of the same types, a step left out,
    /// the opposite condition.
    /// </summary>
    public IReadOnlyList<Edit> At(EditSite site)
    {
        var variables = site.Scope.Where(variable => variable.Type == site.Type && (site.Old as Name)?.Text != variable.Name)
            .Select(variable => new Edit(VariableCost, _ => new Name(variable.Name, default)));
        return [.. variables.Concat(site.Old switch
        {
            IntLiteral literal => new[] { 1, -1, 2, -2 }.Select(step =>
                new Edit(NudgeCost, _ => literal with { Value = literal.Value + step })),
            PointLiteral { Value: var (row, col) } literal => new Point[] { new(-row, -col), new(col, row), new(-row, col), new(row, -col) }
                .Select(point => new Edit(NudgeCost, _ => literal with { Value = point })),
            BoolLiteral literal => [new(NudgeCost, _ => literal with { Value = !literal.Value })],
            Lambda lambda when site.Type is FunctionOf { Result: GroundType { Name: "Bool" } } =>
                [new(NudgeCost, _ => lambda with { Body = new Call("not", [lambda.Body], default) })],
            Call call => SameTyped(call.Function)
                .Select(other => new Edit(SwapCost + costs.Of(other.Name), _ => call with { Function = other.Name }))
                .Concat(Parts(site).Select(part => new Edit(DropCost, _ => part))),
            Name name => SameTyped(name.Text)
                .Select(other => new Edit(SwapCost + costs.Of(other.Name), _ => new Name(other.Name, default))),
            _ => [],
        }).OrderBy(edit => edit.Cost)];
    }

    /// <summary>
    /// The results of a program whose last step has literals that the pairs determine. The last step is the program's own, or one more.
    /// </summary>
    public IReadOnlyList<Edit> Results(ArcProgram program)
    {
        var sketches = new List<Expr>
        {
            new Call("remap", [program.Result, Unknown, Unknown], default),
            new Call("recolor", [program.Result, Unknown], default),
            new Call("fill", [program.Result, Unknown], default),
            new Call("shift", [program.Result, Unknown], default),
            new Call("part", [program.Result, Unknown, Unknown, Unknown], default),
        };
        if (program.Result is Call { Arguments: var arguments } last && arguments.Skip(1).Any(IsLiteral))
            sketches.Add(last with
            {
                Arguments = [.. arguments.Select((argument, i) => i > 0 && IsLiteral(argument) ? Unknown : argument)],
            });
        return [.. sketches.SelectMany(sketch => Filled(program with { Result = sketch }))];

        static bool IsLiteral(Expr argument) => argument is not (Lambda or Call or Name);
    }

    /// <summary>The arguments of a call. Each may replace the whole call where the types allow it: a step is left out.</summary>
    public static IEnumerable<Expr> Parts(EditSite site) =>
        site is { Old: Call call, Type: not FunctionOf } ? call.Arguments.Where(argument => argument is not Lambda) : [];

    private IEnumerable<Edit> Filled(ArcProgram sketch)
    {
        var literals = Deduction.Solve(Checker.Check(sketch), task, cancel);
        if (literals.Length == 0 || literals.Any(literal => literal is null))
            return [];
        var next = 0;
        var result = sketch.Result.Rewrite(expr => expr is Hole ? literals[next++]! : expr);
        return [new(DeducedCost + costs.Of(((Call)result).Function), _ => result)];
    }

    private static IEnumerable<Primitive> SameTyped(string name) => PrimitiveTable.Find(name) is { } primitive
        ? PrimitivesByTypes[TypesOf(primitive)].Where(other => other != primitive)
        : [];

    private static string TypesOf(Primitive primitive) =>
        $"{string.Join(',', primitive.Signature.Parameters.Select(parameter => parameter.Type))}->{primitive.Signature.Result}";

    private IEnumerable<Edit> Steps(Production production, SearchType type, int root)
    {
        var name = production.Primitive.Name;
        var cost = costs.Step(root, production);
        if (production.Parameters[0] == type)
            foreach (var (argumentCost, arguments) in Arguments(production.Parameters[1..], MaxStepCost - cost))
                yield return new(cost + argumentCost, old => new Call(name, [old, .. arguments], default));
        if (production is { Parameters: [SearchType.Grid, var second], Application: Application.Plain } && second == type)
            yield return new(
                costs.Step(ProductionCosts.InputRoot, production) + SwapCost, old => new Call(name, [Input, old], default));
    }

    /// <summary>The choices of arguments of the given types whose costs sum up to at most <paramref name="left"/>.</summary>
    private IEnumerable<(int Cost, Expr[] Arguments)> Arguments(SearchType[] types, int left)
    {
        if (types.Length == 0)
            return left >= 0 ? [(0, [])] : [];
        return bank[types[0]].TakeWhile(term => term.Cost <= Math.Min(left, MaxArgumentCost)).SelectMany(term =>
            Arguments(types[1..], left - term.Cost).Select(rest => (term.Cost + rest.Cost, (Expr[])[term.Expression, .. rest.Arguments])));
    }
}
