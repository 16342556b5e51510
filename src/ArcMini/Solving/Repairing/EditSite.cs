using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Solving.Repairing;

/// <summary>A place in a program where an expression may be replaced by another.</summary>
/// <param name="Old">The expression that stands there.</param>
/// <param name="Type">
/// The type of its replacements: the type of the expression, or one that is converted to the type that is expected there.
/// </param>
/// <param name="Scope">The variables that may be used there, with their types.</param>
/// <param name="Put">Makes the program with another expression there.</param>
internal sealed record EditSite(Expr Old, DslType Type, IReadOnlyList<(string Name, DslType Type)> Scope, Func<Expr, ArcProgram> Put)
{
    private readonly Lazy<CheckedProgram?> sketch = new(() => Checker.TryCheck(Put(new Hole(default)), Type));

    /// <summary>The program with a hole there, which can be run with a value for the hole; null if a hole is not allowed there.</summary>
    public CheckedProgram? Sketch => sketch.Value;

    /// <summary>The program with another expression there; null if it does not type-check.</summary>
    public CheckedProgram? With(Expr expr) => Checker.TryCheck(Put(expr));

    /// <summary>All places in a program. Each comes before the places inside it.</summary>
    public static IEnumerable<EditSite> Of(CheckedProgram program)
    {
        var source = program.Source;
        List<(string, DslType)> scope = [("input", DslType.Grid)];
        for (var i = 0; i < source.Bindings.Count; i++)
        {
            var (index, binding, node) = (i, source.Bindings[i], program.Bindings[i].Value);
            foreach (var site in Walk(binding.Value, node, [.. scope], PutBinding))
                yield return site;
            scope.Add((binding.Name, node.Type));

            ArcProgram PutBinding(Expr expr) =>
                source with { Bindings = Replaced(source.Bindings, index, binding with { Value = expr }) };
        }
        foreach (var site in Walk(source.Result, program.Result, scope, expr => source with { Result = expr }))
            yield return site;
    }

    /// <summary>The place of a program's result.</summary>
    public static EditSite Whole(CheckedProgram program) =>
        new(program.Source.Result, DslType.Grid, [], expr => program.Source with { Result = expr });

    /// <summary>
    /// The sites of an expression, found by walking down the expression and its checked form together. Where a single value is converted
    /// to a list, a list may stand too. Where a list of grids stands, a single grid may stand too.
    /// </summary>
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
                return Each(call.Arguments, i => body.Children[i + 1], arguments => call with { Arguments = arguments });
            case Call call:
                return Each(call.Arguments, i => node.Children[i], arguments => call with { Arguments = arguments });
            case ListLiteral list:
                return Each(list.Items, i => node.Children[i], items => list with { Items = items });
            case If choice:
                return Walk(choice.Condition, node.Children[0], scope, other => put(choice with { Condition = other }))
                    .Concat(Walk(choice.Then, node.Children[1], scope, other => put(choice with { Then = other })))
                    .Concat(Walk(choice.Else, node.Children[2], scope, other => put(choice with { Else = other })));
            default:
                return [];
        }

        IEnumerable<EditSite> Each(EquatableList<Expr> children, Func<int, Node> nodeOf, Func<EquatableList<Expr>, Expr> with) =>
            children.SelectMany((child, i) => Walk(child, nodeOf(i), scope, other => put(with(Replaced(children, i, other)))));
    }

    private static EquatableList<T> Replaced<T>(EquatableList<T> items, int index, T item) =>
        [.. items.Select((old, i) => i == index ? item : old)];
}
