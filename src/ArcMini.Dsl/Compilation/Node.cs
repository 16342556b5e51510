using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Compilation;

/// <summary>
/// A checked expression: the typed tree, from which <see cref="Code"/> is made. Variables and arguments have numbered slots of one flat
/// frame: the language has no recursion, so an expression is never entered again while it is being evaluated.
/// </summary>
public abstract class Node(DslType type, Span at)
{
    /// <summary>The type that the checker proved.</summary>
    public DslType Type { get; private set; } = type;

    /// <summary>Where it was written.</summary>
    public Span At { get; } = at;

    /// <summary>The nodes directly inside.</summary>
    public virtual ReadOnlySpan<Node> Children => [];

    /// <summary>A word for the typed tree that <c>explain</c> prints.</summary>
    public abstract string Label { get; }

    /// <summary>Replaces the type, here and inside, by what was found out about it later.</summary>
    internal void Settle(Func<DslType, DslType> resolve)
    {
        Type = resolve(Type);
        foreach (var child in Children)
            child.Settle(resolve);
    }
}

/// <summary>A literal.</summary>
internal sealed class ConstantNode(Value value, string label, DslType type, Span at) : Node(type, at)
{
    public override string Label => label;

    public Value Value => value;
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
}

/// <summary>The value in a slot: <c>input</c>, a <c>let</c> or a parameter.</summary>
internal sealed class LocalNode(int slot, string label, DslType type, Span at) : Node(type, at)
{
    public override string Label => label;

    public int Slot => slot;
}

/// <summary>
/// A primitive applied to its arguments, which are evaluated into consecutive slots from <paramref name="slot"/> on; where it is lifted, a
/// primitive whose first parameter is no list is applied to each item of a list in that place.
/// </summary>
internal sealed class ApplyNode(Primitive primitive, Node[] arguments, int slot, bool lifted, DslType type, Span at) : Node(type, at)
{
    public override ReadOnlySpan<Node> Children => arguments;

    public override string Label => lifted ? $"{primitive.Name} of each" : primitive.Name;

    public Primitive Primitive => primitive;

    public int Slot => slot;

    public bool IsLifted => lifted;
}

/// <summary>A list of the values of the given expressions; also one value where a list is called for.</summary>
internal sealed class ListNode(Node[] items, DslType type, Span at) : Node(type, at)
{
    public override ReadOnlySpan<Node> Children => items;

    public override string Label => "list";
}

/// <summary>A choice.</summary>
internal sealed class ChoiceNode(Node condition, Node then, Node otherwise, Span at) : Node(then.Type, at)
{
    private readonly Node[] parts = [condition, then, otherwise];

    public override ReadOnlySpan<Node> Children => parts;

    public override string Label => "if";
}

/// <summary>A function: where its parameters are put, and its body.</summary>
internal sealed class LambdaNode(int first, int second, string label, Node body, DslType type, Span at) : Node(type, at)
{
    private readonly Node[] parts = [body];

    public override ReadOnlySpan<Node> Children => parts;

    public override string Label => label;

    public int First => first;

    public int Second => second;

    public Node Body => parts[0];
}
