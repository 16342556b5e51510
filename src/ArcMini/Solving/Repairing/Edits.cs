using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;
using ArcMini.Solving.Sketching;
using ArcMini.Tasks;

namespace ArcMini.Solving.Repairing;

/// <summary>The patches for one task, by what they may replace, each list in the order of cost.</summary>
internal sealed class Edits
{
    private const int BankCandidates = 20_000;
    private const long BankBytes = 200_000_000;

    /// <summary>The dearest step that is put in, and the dearest argument of one.</summary>
    private const int DearestStep = 110, DearestArgument = 60;

    /// <summary>What kinds of edits cost beyond what they put in.</summary>
    private const int Swap = 15, Drop = 10, Variable = 15, Nudge = 25, Deduced = 15;

    private static readonly ILookup<string, Primitive> Twins = PrimitiveTable.All.ToLookup(TypesOf);
    private static readonly Name Input = new("input", default);
    private static readonly Hole Unknown = new(default);

    private readonly ArcTask task;
    private readonly ProductionCosts weights;
    private readonly CancellationToken cancel;
    private readonly ILookup<SearchType, Term> bank;
    private readonly Dictionary<SearchType, Edit[]> values = [];
    private readonly Dictionary<(SearchType, int), Edit[]> steps = [];

    /// <summary>Fills the bank of values by a short enumeration.</summary>
    public Edits(ArcTask task, ProductionCosts weights, TimeSpan time, CancellationToken cancel)
    {
        (this.task, this.weights, this.cancel) = (task, weights, cancel);
        var bounds = new SearchBounds(time, BankCandidates, BankBytes, 1);
        var entries = Enumerator.Terms([.. task.Pairs.Select(pair => pair.Input)], [.. task.Pairs.Select(pair => pair.Output)], weights, bounds, cancel);
        bank = entries.OrderBy(entry => entry.Cost).ToLookup(entry => entry.Type);
    }

    /// <summary>Values of a type, or functions, from the bank.</summary>
    public IReadOnlyList<Edit> Values(DslType type)
    {
        if (Productions.SearchTypeOf(type) is not { } kind)
            return [];
        if (!values.TryGetValue(kind, out var known))
            values[kind] = known = [.. bank[kind].Select(entry => new Edit(entry.Cost, _ => entry.Expression, kind.IsFunction() ? null : entry.Values))];
        return known;
    }

    /// <summary>One more step after an expression, which gives its type again.</summary>
    public IReadOnlyList<Edit> Steps(EditSite site)
    {
        if (Productions.SearchTypeOf(site.Type) is not { } kind || kind.IsFunction())
            return [];
        var root = site.Old is Call call ? ProductionCosts.RootOf(call.Function) : site.Old is Name { Text: "input" } ? ProductionCosts.InputRoot : ProductionCosts.LiteralRoot;
        if (!steps.TryGetValue((kind, root), out var known))
        {
            var moves = Productions.All.Where(move => move.Result == kind && (move.Application == Application.Plain || move is { Application: Application.Each, IsLifted: true }));
            steps[(kind, root)] = known = [.. moves.SelectMany(move => Steps(move, kind, root)).OrderBy(patch => patch.Cost)];
        }
        return known;
    }

    /// <summary>What suits one place alone: variables, neighbouring constants, other primitives of the same types, a step left out, the opposite.</summary>
    public IReadOnlyList<Edit> At(EditSite site)
    {
        var variables = site.Scope.Where(variable => variable.Type == site.Type && (site.Old as Name)?.Text != variable.Name)
            .Select(variable => new Edit(Variable, _ => new Name(variable.Name, default)));
        return [.. variables.Concat(site.Old switch
        {
            IntLiteral literal => new[] { 1, -1, 2, -2 }.Select(step => new Edit(Nudge, _ => literal with { Value = literal.Value + step })),
            PointLiteral { Value: var (row, col) } literal =>
                new Point[] { new(-row, -col), new(col, row), new(-row, col), new(row, -col) }.Select(step => new Edit(Nudge, _ => literal with { Value = step })),
            BoolLiteral literal => [new(Nudge, _ => literal with { Value = !literal.Value })],
            Lambda lambda when site.Type is FunctionOf { Result: GroundType { Name: "Bool" } } =>
                [new(Nudge, _ => lambda with { Body = new Call("not", [lambda.Body], default) })],
            Call call =>
                Alike(call.Function).Select(twin => new Edit(Swap + weights.Of(twin.Name), _ => call with { Function = twin.Name })).Concat(Parts(site).Select(part => new Edit(Drop, _ => part))),
            Name name => Alike(name.Text).Select(twin => new Edit(Swap + weights.Of(twin.Name), _ => new Name(twin.Name, default))),
            _ => [],
        }).OrderBy(patch => patch.Cost)];
    }

    /// <summary>The results that a program can have when literals of its last stage, or those of one stage more, are what the pairs determine.</summary>
    public IReadOnlyList<Edit> Results(ArcProgram program)
    {
        var sketches = new List<Expr>
        {
            new Call("remap", [program.Result, Unknown, Unknown], default), new Call("recolor", [program.Result, Unknown], default),
            new Call("fill", [program.Result, Unknown], default), new Call("shift", [program.Result, Unknown], default),
            new Call("part", [program.Result, Unknown, Unknown, Unknown], default),
        };
        if (program.Result is Call { Arguments: var arguments } last && arguments.Skip(1).Any(argument => argument is not (Lambda or Call or Name)))
            sketches.Add(last with { Arguments = [.. arguments.Select((argument, i) => i == 0 || argument is Lambda or Call or Name ? argument : Unknown)] });
        return [.. sketches.SelectMany(sketch => Filled(program with { Result = sketch }))];
    }

    /// <summary>The arguments of a call, any of which may stand for the whole where the types allow it: a step is left out.</summary>
    public static IEnumerable<Expr> Parts(EditSite site) => site is { Old: Call call, Type: not FunctionOf } ? call.Arguments.Where(argument => argument is not Lambda) : [];

    private IEnumerable<Edit> Filled(ArcProgram sketch)
    {
        var literals = Deduction.Solve(Checker.Check(sketch), task, cancel);
        if (literals.Length == 0 || literals.Any(literal => literal is null))
            return [];
        var next = 0;
        var result = sketch.Result.Rewrite(expr => expr is Hole ? literals[next++]! : expr);
        return [new(Deduced + weights.Of(((Call)result).Function), _ => result)];
    }

    private static IEnumerable<Primitive> Alike(string name) =>
        PrimitiveTable.Find(name) is { } primitive ? Twins[TypesOf(primitive)].Where(twin => twin != primitive) : [];

    private static string TypesOf(Primitive primitive) => $"{string.Join(',', primitive.Signature.Parameters.Select(parameter => parameter.Type))}->{primitive.Signature.Result}";

    private IEnumerable<Edit> Steps(Production move, SearchType kind, int root)
    {
        if (move.Parameters[0] == kind)
            foreach (var (cost, arguments) in Arguments(move.Parameters[1..], DearestStep - weights.Step(root, move)))
                yield return new(weights.Step(root, move) + cost, old => new Call(move.Primitive.Name, [old, .. arguments], default));
        if (move.Parameters is [SearchType.Grid, var second] && second == kind && move.Application == Application.Plain)
            yield return new(weights.Step(ProductionCosts.InputRoot, move) + Swap, old => new Call(move.Primitive.Name, [Input, old], default));
    }

    private IEnumerable<(int Cost, Expr[] Arguments)> Arguments(SearchType[] kinds, int left)
    {
        if (kinds.Length == 0)
            return left >= 0 ? [(0, [])] : [];
        return bank[kinds[0]].TakeWhile(entry => entry.Cost <= Math.Min(left, DearestArgument)).SelectMany(entry =>
            Arguments(kinds[1..], left - entry.Cost).Select(rest => (entry.Cost + rest.Cost, (Expr[])[entry.Expression, .. rest.Arguments])));
    }
}
