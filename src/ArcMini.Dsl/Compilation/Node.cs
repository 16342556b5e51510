using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Compilation;

/// <summary>
/// A node of the typed tree, which the checker builds and from which <see cref="Code"/> is laid out. Variables and arguments have
/// numbered slots in one flat frame. That is enough: the language has no recursion, so the evaluation of an expression never starts
/// again before it has ended.
/// </summary>
public abstract class Node(DslType type, Span at)
{
    /// <summary>The type that the checker proved.</summary>
    public DslType Type { get; private set; } = type;

    /// <summary>Where it stands in the source.</summary>
    public Span At { get; } = at;

    /// <summary>The nodes directly inside.</summary>
    public virtual ReadOnlySpan<Node> Children => [];

    /// <summary>The word that <c>arcmini explain</c> prints for this node.</summary>
    public abstract string Label { get; }

    /// <summary>Updates the type of this node and of all nodes inside, when the checker knows more.</summary>
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

/// <summary>A hole. Only its type is known. A run may put a value into its slot.</summary>
public sealed class HoleNode : Node
{
    internal HoleNode(DslType type, int slot, Span at)
        : base(type, at) => Slot = slot;

    /// <inheritdoc/>
    public override string Label => "?";

    /// <summary>The slot of its value. The slot holds <see cref="Value.Failed"/> if the run gives it no value.</summary>
    internal int Slot { get; }
}

/// <summary>The value in a slot: <c>input</c>, a <c>let</c> or a parameter.</summary>
internal sealed class LocalNode(int slot, string label, DslType type, Span at) : Node(type, at)
{
    public override string Label => label;

    public int Slot => slot;
}

/// <summary>
/// A primitive applied to arguments. The arguments are evaluated into consecutive slots from <paramref name="slot"/> on. A lifted
/// primitive is applied to each item of its first argument, which is a list although the first parameter is not.
/// </summary>
internal sealed class ApplyNode(Primitive primitive, Node[] arguments, int slot, bool lifted, DslType type, Span at) : Node(type, at)
{
    public override ReadOnlySpan<Node> Children => arguments;

    public override string Label => lifted ? $"{primitive.Name} of each" : primitive.Name;

    public Primitive Primitive => primitive;

    public int Slot => slot;

    public bool IsLifted => lifted;
}

/// <summary>A list of expressions. Also stands for one value in a place that expects a list.</summary>
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

/// <summary>A function: the slots of its parameters, and its body.</summary>
internal sealed class LambdaNode(int first, int second, string label, Node body, DslType type, Span at) : Node(type, at)
{
    private readonly Node[] parts = [body];

    public override ReadOnlySpan<Node> Children => parts;

    public override string Label => label;

    public int First => first;

    public int Second => second;

    public Node Body => parts[0];
}
