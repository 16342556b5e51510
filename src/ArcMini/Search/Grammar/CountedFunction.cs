using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;

namespace ArcMini.Search.Grammar;

/// <summary>A function over grids that a program passes to a primitive.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Expr">The function; its parameter is named <c>o</c> unless another function is inside.</param>
internal sealed record CountedFunction(SearchType Type, Expr Expr)
{
    private static readonly SearchType[] FunctionTypes =
        [SearchType.IntOfGrid, SearchType.BoolOfGrid, SearchType.ColorOfGrid, SearchType.GridOfGrid];

    /// <summary>The function as source.</summary>
    public string Text { get; } = Printer.Print(Expr);

    /// <summary>The functions among the arguments of a call that depend on nothing but their parameters and <c>input</c>.</summary>
    public static IEnumerable<CountedFunction> AmongArguments(Call call)
    {
        var parameters = PrimitiveTable.Find(call.Function)!.Signature.Parameters;
        for (var i = 0; i < Math.Min(parameters.Count, call.Arguments.Count); i++)
            if (parameters[i].Type is FunctionOf { Parameters.Count: 1 } declared
                && IsClosed(call.Arguments[i])
                && TypeOf(call.Arguments[i], declared) is { } type)
                yield return new(type, WithUsualParameter(call.Arguments[i]));
    }

    private static SearchType? TypeOf(Expr function, FunctionOf declared)
    {
        foreach (var type in FunctionTypes)
            if (Productions.TypeOf(type) is FunctionOf wanted
                && Fits(declared.Result, wanted.Result)
                && Checker.TryFunction(function, wanted) is not null)
                return type;
        return null;
    }

    private static Expr WithUsualParameter(Expr function)
    {
        if (function is not Lambda { Parameters: [var parameter] } || function.All().OfType<Lambda>().Count() != 1)
            return function;
        return ((Lambda)function.Rewrite(WithUsualName)) with { Parameters = ["o"] };

        Expr WithUsualName(Expr expr) => expr is Name { Text: var text } name && text == parameter ? name with { Text = "o" } : expr;
    }

    private static bool Fits(DslType declared, DslType actual) => declared is TypeVariable || declared == actual;

    /// <summary>Whether all names in a function are <c>input</c>, primitives or its own parameters.</summary>
    private static bool IsClosed(Expr function)
    {
        var own = function.All().OfType<Lambda>().SelectMany(lambda => lambda.Parameters).Append("input").ToHashSet();
        return function.All().OfType<Name>().All(name => own.Contains(name.Text) || ProductionCosts.IsPrimitive(name.Text));
    }
}
