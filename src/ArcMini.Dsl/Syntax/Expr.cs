using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Syntax;

/// <summary>An expression as it was written, before types are checked.</summary>
public abstract record Expr(Span At)
{
    private static readonly EquatableList<Expr> None = [];

    /// <summary>The expressions directly inside, in the order in which they are written.</summary>
    public virtual EquatableList<Expr> Children => None;

    /// <summary>The number of nodes, with this one.</summary>
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

    /// <summary>This expression and all expressions inside it, each before its own parts.</summary>
    public IReadOnlyList<Expr> All()
    {
        var all = new List<Expr>();
        AddAll(all);
        return all;
    }

    /// <summary>This expression with each expression in it replaced by <paramref name="change"/>, from the inside out.</summary>
    public Expr Rewrite(Func<Expr, Expr> change) => change(With(child => child.Rewrite(change)));

    /// <summary>This expression with each child, in order, replaced by the result of <paramref name="change"/>.</summary>
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

/// <summary>A colour, by its number.</summary>
public sealed record ColorLiteral(byte Value, Span At) : Expr(At);

/// <summary>A truth value.</summary>
public sealed record BoolLiteral(bool Value, Span At) : Expr(At);

/// <summary>A point or direction whose row and column are both literals.</summary>
public sealed record PointLiteral(Point Value, Span At) : Expr(At);

/// <summary>A grid in quotes.</summary>
public sealed record GridLiteral(Grid Value, Span At) : Expr(At);

/// <summary>A hole, <c>?</c>: a literal that is still to be found.</summary>
public sealed record Hole(Span At) : Expr(At);

/// <summary>A variable, <c>input</c>, or a function named without arguments.</summary>
public sealed record Name(string Text, Span At) : Expr(At);

/// <summary>A primitive with its arguments. <c>f(a, b)</c>, <c>a |> f(b)</c> and, for operators, <c>a + b</c> are all calls.</summary>
public sealed record Call(string Function, EquatableList<Expr> Arguments, Span At) : Expr(At)
{
    /// <inheritdoc/>
    public override EquatableList<Expr> Children => Arguments;

    /// <inheritdoc/>
    public override Expr With(Func<Expr, Expr> change) => new Call(Function, Arguments.Map(change), At);

    /// <summary>A call that stands in no source.</summary>
    public static Call Of(string function, params ReadOnlySpan<Expr> arguments) => new(function, [.. arguments], default);
}

/// <summary>A list of expressions, <c>[a, b]</c>.</summary>
public sealed record ListLiteral(EquatableList<Expr> Items, Span At) : Expr(At)
{
    /// <inheritdoc/>
    public override EquatableList<Expr> Children => Items;

    /// <inheritdoc/>
    public override Expr With(Func<Expr, Expr> change) => new ListLiteral(Items.Map(change), At);
}

/// <summary>A function of one or two parameters. It can only be an argument.</summary>
public sealed record Lambda(EquatableList<string> Parameters, Expr Body, Span At) : Expr(At)
{
    /// <inheritdoc/>
    public override EquatableList<Expr> Children => [Body];

    /// <inheritdoc/>
    public override Expr With(Func<Expr, Expr> change) => new Lambda(Parameters, change(Body), At);
}

/// <summary>A choice, <c>if a then b else c</c>.</summary>
public sealed record If(Expr Condition, Expr Then, Expr Else, Span At) : Expr(At)
{
    /// <inheritdoc/>
    public override EquatableList<Expr> Children => [Condition, Then, Else];

    /// <inheritdoc/>
    public override Expr With(Func<Expr, Expr> change) => new If(change(Condition), change(Then), change(Else), At);
}
