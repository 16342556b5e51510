using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Synth;

/// <summary>Removes the parts of a program that do not matter.</summary>
internal static class Reducer
{
    /// <summary>
    /// The program, normalised, without the parts that do not matter. Every call is replaced by one of its arguments, every <c>if</c> by
    /// one of its branches, and every grid by <c>input</c>, as long as the program still does the same.
    /// </summary>
    /// <param name="program">The program to reduce.</param>
    /// <param name="same">Whether a smaller program, which may not type-check, does the same.</param>
    public static ArcProgram Reduce(ArcProgram program, Func<ArcProgram, bool> same)
    {
        while (Variants(program).FirstOrDefault(variant => variant.Nodes < program.Nodes && same(variant)) is { } smaller)
            program = Normaliser.Normalise(smaller);
        return program;
    }

    private static IEnumerable<ArcProgram> Variants(ArcProgram program)
    {
        foreach (var result in Variants(program.Result, null))
            if (!IsList(result))
                yield return program with { Result = result };
        for (var i = 0; i < program.Bindings.Count; i++)
            foreach (var value in Variants(program.Bindings[i].Value, null))
            {
                var bindings = program.Bindings.Select((binding, j) => j == i ? binding with { Value = value } : binding);
                yield return program with { Bindings = [.. bindings] };
            }
    }

    /// <summary>The expression with itself, or one part in it, replaced by something smaller.</summary>
    /// <param name="expr">The expression.</param>
    /// <param name="wanted">The type that a signature wants in its place; null if no signature tells.</param>
    private static IEnumerable<Expr> Variants(Expr expr, DslType? wanted)
    {
        var signature = expr is Call { Arguments.Count: > 0 } call ? PrimitiveTable.Find(call.Function)!.Signature : null;
        var children = expr.Children;
        var isWhole = signature?.Parameters.Count == children.Count;
        if (signature is not null)
            foreach (var part in InPlaceOfCall(signature, children, wanted))
                yield return part;
        if (expr is If choice)
        {
            yield return choice.Then;
            yield return choice.Else;
        }
        for (var i = 0; i < children.Count; i++)
            foreach (var variant in Variants(children[i], isWhole ? signature!.Parameters[i].Type : null))
                if (expr is not Lambda lambda || lambda.Parameters.All(parameter => Normaliser.Uses(variant, parameter) > 0))
                    yield return With(expr, i, variant);
    }

    /// <summary>
    /// What may replace a call: <c>input</c> if it is a grid, its first argument, and any other argument of the result's type.
    /// </summary>
    private static IEnumerable<Expr> InPlaceOfCall(Signature signature, EquatableList<Expr> arguments, DslType? wanted)
    {
        var isGrid = signature.Result == DslType.Grid || signature.Result is not GroundType;
        if (isGrid && (wanted is null or TypeVariable || wanted == DslType.Grid || wanted == DslType.Grids))
            yield return new Name("input", default);
        if (isGrid || signature.Parameters[0].Type == signature.Result)
            yield return arguments[0];
        for (var i = 1; arguments.Count == signature.Parameters.Count && i < arguments.Count; i++)
            if (CanReplace(arguments[i], signature.Parameters[i].Type))
                yield return arguments[i];

        bool CanReplace(Expr argument, DslType type) =>
            argument is not Lambda && (type == signature.Result || isGrid && type is ListOf);
    }

    private static Expr With(Expr expr, int place, Expr child)
    {
        var at = 0;
        return expr.With(other => at++ == place ? child : other);
    }

    /// <summary>Whether an expression is certainly a list: its primitive returns one, or is applied to each item of one.</summary>
    private static bool IsList(Expr expr) => expr is Call { Arguments.Count: > 0 } call
        && PrimitiveTable.Find(call.Function)!.Signature is var signature
        && (signature.Result is ListOf || (signature.Parameters[0].Type is GroundType && IsList(call.Arguments[0])));
}
