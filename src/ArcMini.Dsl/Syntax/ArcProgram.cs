using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Syntax;

/// <summary>A program.</summary>
/// <param name="Bindings">The <c>let</c> bindings, in order.</param>
/// <param name="Result">The expression whose value is the output.</param>
/// <param name="Comments">The comment lines before the result, without their <c>#</c>.</param>
public sealed record ArcProgram(EquatableList<Binding> Bindings, Expr Result, EquatableList<string> Comments)
{
    /// <summary>The number of nodes. Every literal, name, call, operator, lambda, list, <c>if</c> and <c>let</c> counts one.</summary>
    public int Nodes => Bindings.Sum(binding => 1 + binding.Value.Nodes) + Result.Nodes;

    /// <summary>All expressions in the program: those of the bindings first, then those of the result.</summary>
    public IEnumerable<Expr> All() => Bindings.Select(binding => binding.Value).Append(Result).SelectMany(expr => expr.All());

    /// <summary>The names of the primitives that the program calls or uses as functions, once for each use.</summary>
    public IEnumerable<string> Primitives => All()
        .Select(expr => expr switch { Call call => call.Function, Name name => name.Text, _ => "" })
        .Where(name => PrimitiveTable.Find(name) is not null);

    /// <summary>The program with every expression replaced by the result of <paramref name="change"/>, from the inside out.</summary>
    public ArcProgram Rewrite(Func<Expr, Expr> change) => this with
    {
        Bindings = [.. Bindings.Select(binding => binding with { Value = binding.Value.Rewrite(change) })],
        Result = Result.Rewrite(change),
    };

    /// <inheritdoc/>
    public override string ToString() => Printer.Print(this);
}

/// <summary>One <c>let</c>, with the comment lines before it.</summary>
public sealed record Binding(string Name, Expr Value, EquatableList<string> Comments, Span At);
