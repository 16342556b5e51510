using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Syntax;

/// <summary>A program: <c>let</c> bindings in order and the expression that is its result.</summary>
public sealed record ArcProgram(EquatableList<Binding> Bindings, Expr Result, EquatableList<string> Comments)
{
    /// <summary>How many nodes: every literal, name, call, operator, lambda, list and <c>if</c> counts one, every <c>let</c> one.</summary>
    public int Nodes => Bindings.Sum(binding => 1 + binding.Value.Nodes) + Result.Nodes;

    /// <summary>All expressions in it, <c>let</c>s first.</summary>
    public IEnumerable<Expr> All() => Bindings.Select(binding => binding.Value).Append(Result).SelectMany(expr => expr.All());

    /// <summary>The names of the primitives that it calls or gives as functions, each as often as it does.</summary>
    public IEnumerable<string> Primitives => All()
        .Select(expr => expr switch { Call call => call.Function, Name name => name.Text, _ => "" })
        .Where(name => PrimitiveTable.Find(name) is not null);

    /// <summary>The same program with every expression in it replaced by what <paramref name="change"/> makes of it, from the inside out.</summary>
    public ArcProgram Rewrite(Func<Expr, Expr> change) =>
        this with { Bindings = [.. Bindings.Select(binding => binding with { Value = binding.Value.Rewrite(change) })], Result = Result.Rewrite(change) };

    /// <inheritdoc/>
    public override string ToString() => Printer.Print(this);
}

/// <summary>One <c>let</c> and the comment lines before it.</summary>
public sealed record Binding(string Name, Expr Value, EquatableList<string> Comments, Span At);

/// <summary>An expression as it was written.</summary>
public abstract record Expr(Span At)
{
    private static readonly EquatableList<Expr> None = [];

    /// <summary>The expressions directly inside, in the order they are written.</summary>
    public virtual EquatableList<Expr> Children => None;

    /// <summary>How many nodes, this one included.</summary>
    public int Nodes
    {
        get
        {
            var nodes = 1;
            foreach (var child in Children)
                nodes += child.Nodes;
            return nodes;
        }
    }

    /// <summary>This expression and all those inside, each before what is inside it.</summary>
    public IReadOnlyList<Expr> All()
    {
        var all = new List<Expr>();
        AddAll(all);
        return all;
    }

    /// <summary>The same expression with every expression in it replaced by what <paramref name="change"/> makes of it, from the inside out.</summary>
    public Expr Rewrite(Func<Expr, Expr> change) => change(With(child => child.Rewrite(change)));

    /// <summary>The same expression with what <paramref name="change"/> makes of each of its children, taken in order.</summary>
    public virtual Expr With(Func<Expr, Expr> change) => this;

    private void AddAll(List<Expr> all)
    {
        all.Add(this);
        foreach (var child in Children)
            child.AddAll(all);
    }
}

/// <summary>A whole number.</summary>
public sealed record IntLiteral(int Value, Span At) : Expr(At);

/// <summary>A colour by its number.</summary>
public sealed record ColorLiteral(byte Value, Span At) : Expr(At);

/// <summary>A truth value.</summary>
public sealed record BoolLiteral(bool Value, Span At) : Expr(At);

/// <summary>A point or direction whose row and column are both literals.</summary>
public sealed record PointLiteral(Point Value, Span At) : Expr(At);

/// <summary>A grid in its written form.</summary>
public sealed record GridLiteral(Grid Value, Span At) : Expr(At);

/// <summary>A hole, <c>?</c>: a literal to be found.</summary>
public sealed record Hole(Span At) : Expr(At);

/// <summary>A variable, <c>input</c>, or a function named without arguments.</summary>
public sealed record Name(string Text, Span At) : Expr(At);

/// <summary>A primitive with its arguments. <c>a |> f(b)</c>, <c>f(a, b)</c> and, for operators, <c>a + b</c> are all calls.</summary>
public sealed record Call(string Function, EquatableList<Expr> Arguments, Span At) : Expr(At)
{
    /// <inheritdoc/>
    public override EquatableList<Expr> Children => Arguments;

    /// <inheritdoc/>
    public override Expr With(Func<Expr, Expr> change) => new Call(Function, Arguments.Map(change), At);

    /// <summary>A call that was not written but made.</summary>
    public static Call Of(string function, params ReadOnlySpan<Expr> arguments) => new(function, [.. arguments], default);
}

/// <summary>A list written out.</summary>
public sealed record ListLiteral(EquatableList<Expr> Items, Span At) : Expr(At)
{
    /// <inheritdoc/>
    public override EquatableList<Expr> Children => Items;

    /// <inheritdoc/>
    public override Expr With(Func<Expr, Expr> change) => new ListLiteral(Items.Map(change), At);
}

/// <summary>A function of one or two parameters, only ever an argument.</summary>
public sealed record Lambda(EquatableList<string> Parameters, Expr Body, Span At) : Expr(At)
{
    /// <inheritdoc/>
    public override EquatableList<Expr> Children => [Body];

    /// <inheritdoc/>
    public override Expr With(Func<Expr, Expr> change) => new Lambda(Parameters, change(Body), At);
}

/// <summary>A choice.</summary>
public sealed record If(Expr Condition, Expr Then, Expr Else, Span At) : Expr(At)
{
    /// <inheritdoc/>
    public override EquatableList<Expr> Children => [Condition, Then, Else];

    /// <inheritdoc/>
    public override Expr With(Func<Expr, Expr> change) => new If(change(Condition), change(Then), change(Else), At);
}
