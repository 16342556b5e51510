using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Solving.Repairing;

/// <summary>A place in a program, and the expression that stands there and that another may replace.</summary>
/// <param name="Old">The expression.</param>
/// <param name="Type">The type of what may replace it: its own, or one that is converted to what is expected there.</param>
/// <param name="Scope">The variables that may be used there, with their types.</param>
/// <param name="Put">The program with another expression there.</param>
internal sealed record EditSite(Expr Old, DslType Type, IReadOnlyList<(string Name, DslType Type)> Scope, Func<Expr, ArcProgram> Put)
{
    private readonly Lazy<CheckedProgram?> sketch = new(() => Checker.TryCheck(Put(new Hole(default)), Type));

    /// <summary>The program with a hole there, to be run with a value for it; null where a hole cannot stand.</summary>
    public CheckedProgram? Sketch => sketch.Value;

    /// <summary>The program with another expression there; null where that does not type-check.</summary>
    public CheckedProgram? With(Expr expr) => Checker.TryCheck(Put(expr));

    /// <summary>All places in a program, each before those inside it.</summary>
    public static IEnumerable<EditSite> Of(CheckedProgram program)
    {
        var source = program.Source;
        List<(string, DslType)> scope = [("input", DslType.Grid)];
        for (var i = 0; i < source.Bindings.Count; i++)
        {
            var (place, node) = (i, program.Bindings[i].Value);
            var bindings = source.Bindings;
            foreach (var site in Walk(bindings[i].Value, node, [.. scope], expr => source with { Bindings = Replaced(bindings, place, bindings[place] with { Value = expr }) }))
                yield return site;
            scope.Add((source.Bindings[i].Name, node.Type));
        }
        foreach (var site in Walk(source.Result, program.Result, scope, expr => source with { Result = expr }))
            yield return site;
    }

    /// <summary>The place of a program's result.</summary>
    public static EditSite Whole(CheckedProgram program) => new(program.Source.Result, DslType.Grid, [], expr => program.Source with { Result = expr });

    /// <remarks>Goes down the expression and its checked form together. Where one value stands for a list of one, a list may stand too, and the other way round.</remarks>
    private static IEnumerable<EditSite> Walk(Expr expr, Node node, IReadOnlyList<(string, DslType)> scope, Func<Expr, ArcProgram> put)
    {
        if (expr is not ListLiteral && node is { Label: "list", Children: [var only] })
        {
            yield return new(expr, node.Type, scope, put);
            node = only;
        }
        yield return new(expr, node.Type, scope, put);
        if (node.Type == DslType.Grids && expr is not ListLiteral)
            yield return new(expr, DslType.Grid, scope, put);
        foreach (var site in Inside(expr, node, scope, put))
            yield return site;
    }

    private static IEnumerable<EditSite> Inside(Expr expr, Node node, IReadOnlyList<(string, DslType)> scope, Func<Expr, ArcProgram> put)
    {
        switch (expr)
        {
            case Lambda lambda:
                var own = lambda.Parameters.Zip(((FunctionOf)node.Type).Parameters);
                return Walk(lambda.Body, node.Children[0], [.. scope, .. own], body => put(lambda with { Body = body }));
            case Call call when node.Type is FunctionOf:
                var body = node.Children[0];
                if (body is { Label: "list", Children: [var single] })
                    body = single;
                return call.Arguments.SelectMany((argument, i) => Walk(argument, body.Children[i + 1], scope, other => put(call with { Arguments = Replaced(call.Arguments, i, other) })));
            case Call call:
                return call.Arguments.SelectMany((argument, i) => Walk(argument, node.Children[i], scope, other => put(call with { Arguments = Replaced(call.Arguments, i, other) })));
            case ListLiteral list:
                return list.Items.SelectMany((item, i) => Walk(item, node.Children[i], scope, other => put(list with { Items = Replaced(list.Items, i, other) })));
            case If choice:
                return Walk(choice.Condition, node.Children[0], scope, other => put(choice with { Condition = other }))
                    .Concat(Walk(choice.Then, node.Children[1], scope, other => put(choice with { Then = other })))
                    .Concat(Walk(choice.Else, node.Children[2], scope, other => put(choice with { Else = other })));
            default:
                return [];
        }
    }

    private static EquatableList<T> Replaced<T>(EquatableList<T> items, int index, T item) => [.. items.Select((old, i) => i == index ? item : old)];
}
