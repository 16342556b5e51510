using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Runtime;

/// <summary>
/// A checked expression, ready to be evaluated. Variables and arguments live in numbered slots of one flat frame: the language
/// has no recursion, so a node is never entered again while it is being evaluated.
/// </summary>
public abstract class Node(DslType type, Span at)
{
    /// <summary>The type that the checker proved.</summary>
    public DslType Type { get; private set; } = type;

    /// <summary>Where it was written.</summary>
    public Span At { get; } = at;

    /// <summary>The nodes directly inside.</summary>
    public virtual IReadOnlyList<Node> Children => [];

    /// <summary>A word for the typed tree that <c>explain</c> prints.</summary>
    public abstract string Label { get; }

    /// <summary>Gives the value, or <see cref="Value.Failed"/>.</summary>
    internal abstract Value Evaluate(Run run);

    /// <summary>Replaces the type, here and inside, by what was found out about it later.</summary>
    internal void Settle(Func<DslType, DslType> resolve)
    {
        Type = resolve(Type);
        foreach (var child in Children)
            child.Settle(resolve);
    }
}

/// <summary>A literal.</summary>
internal sealed class Constant(Value value, string label, DslType type, Span at) : Node(type, at)
{
    public override string Label => label;

    internal override Value Evaluate(Run run) => value;
}

/// <summary>A hole, of which only the type is known; a run may give it a value in a slot.</summary>
public sealed class HoleNode : Node
{
    internal HoleNode(DslType type, int slot, Span at)
        : base(type, at) => Slot = slot;

    /// <inheritdoc/>
    public override string Label => "?";

    /// <summary>Where its value lies, <see cref="Value.Failed"/> where it was given none.</summary>
    internal int Slot { get; }

    internal override Value Evaluate(Run run)
    {
        var value = run.Frame[Slot];
        if (!value.IsFailed)
            return value;
        run.At = At;
        return run.Fail("a hole has no value; fill the sketch first");
    }
}

/// <summary>The value in a slot: <c>input</c>, a <c>let</c> or a parameter.</summary>
internal sealed class Local(int slot, string label, DslType type, Span at) : Node(type, at)
{
    public override string Label => label;

    internal override Value Evaluate(Run run) => run.Frame[slot];
}

/// <summary>A primitive applied to its arguments, which are evaluated into consecutive slots from <paramref name="slot"/> on.</summary>
internal sealed class Apply(Primitive primitive, Node[] arguments, int slot, DslType type, Span at) : Node(type, at)
{
    public Primitive Primitive => primitive;

    public override IReadOnlyList<Node> Children => arguments;

    public override string Label => primitive.Name;

    internal override Value Evaluate(Run run)
    {
        var frame = run.Frame.AsSpan(slot, arguments.Length);
        for (var i = 0; i < frame.Length; i++)
        {
            var value = arguments[i].Evaluate(run);
            if (value.IsFailed)
                return value;
            frame[i] = value;
        }
        return Caller.Call(primitive, run, slot, arguments.Length, At);
    }
}

/// <summary>A primitive whose first parameter is no list, applied to each item of a list in that place.</summary>
internal sealed class Lift(Primitive primitive, Node[] arguments, int slot, DslType type, Span at) : Node(type, at)
{
    public override IReadOnlyList<Node> Children => arguments;

    public override string Label => $"{primitive.Name} of each";

    internal override Value Evaluate(Run run)
    {
        var list = arguments[0].Evaluate(run);
        if (list.IsFailed)
            return list;
        for (var i = 1; i < arguments.Length; i++)
        {
            var value = arguments[i].Evaluate(run);
            if (value.IsFailed)
                return value;
            run.Frame[slot + i] = value;
        }
        return Caller.CallEach(primitive, run, list.List, slot, arguments.Length, At);
    }
}

/// <summary>A list of the values of the given expressions; also one value where a list is called for.</summary>
internal sealed class ListNode(Node[] items, DslType type, Span at) : Node(type, at)
{
    public override IReadOnlyList<Node> Children => items;

    public override string Label => "list";

    internal override Value Evaluate(Run run)
    {
        run.Budget.Charge(1 + items.Length);
        var values = new Value[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            values[i] = items[i].Evaluate(run);
            if (values[i].IsFailed)
                return Value.Failed;
        }
        return run.Budget.NewList(values);
    }
}

/// <summary>A choice.</summary>
internal sealed class Choice(Node condition, Node then, Node otherwise, Span at) : Node(then.Type, at)
{
    public override IReadOnlyList<Node> Children => [condition, then, otherwise];

    public override string Label => "if";

    internal override Value Evaluate(Run run)
    {
        run.Budget.Charge(1);
        var truth = condition.Evaluate(run);
        return truth.IsFailed ? truth : (truth.Bool ? then : otherwise).Evaluate(run);
    }
}

/// <summary>A function: where its parameters are put, and its body.</summary>
internal sealed class Function(int first, int second, string label, Node body, DslType type, Span at) : Node(type, at)
{
    public override IReadOnlyList<Node> Children => [body];

    public override string Label => label;

    internal override Value Evaluate(Run run) => Value.Of(this);

    public Value Invoke(Run run, Value argument)
    {
        run.Frame[first] = argument;
        var result = body.Evaluate(run);
        return result.IsFailed ? throw new FunctionFailed() : result;
    }

    public Value Invoke(Run run, Value one, Value two)
    {
        run.Frame[second] = two;
        return Invoke(run, one);
    }
}

/// <summary>The one place where a primitive is called: charges for the call and for what it will read, then calls.</summary>
internal static class Caller
{
    /// <summary>Calls a primitive with <paramref name="count"/> arguments, which lie in the frame from <paramref name="slot"/> on.</summary>
    /// <exception cref="LimitHit">The budget is used up.</exception>
    internal static Value Call(Primitive primitive, Run run, int slot, int count, Span at)
    {
        run.At = at;
        long cost = 1;
        foreach (ref var argument in run.Frame.AsSpan(slot, count))
            cost += argument.Reference switch { Grid grid => grid.Area, Items items => items.Count, _ => 0 };
        run.Budget.Charge(cost);
        var result = primitive.Body(new CallContext(run, slot));
        if (result.IsFailed)
            run.At = at;
        return result;
    }

    /// <summary>Calls a primitive for each item of a list as its first argument; the others lie in the frame already.</summary>
    internal static Value CallEach(Primitive primitive, Run run, Items list, int slot, int count, Span at)
    {
        var results = new Value[list.Count];
        for (var i = 0; i < results.Length; i++)
        {
            run.Frame[slot] = list[i];
            results[i] = Call(primitive, run, slot, count, at);
            if (results[i].IsFailed)
                return Value.Failed;
        }
        return run.Budget.NewList(results);
    }
}
