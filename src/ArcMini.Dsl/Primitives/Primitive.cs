using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>What a primitive does with its arguments. Pure; returns <see cref="CallContext.Fail"/> where it has no answer.</summary>
public delegate Value PrimitiveBody(CallContext call);

/// <summary>One row of the primitive table, the whole truth of one primitive.</summary>
/// <param name="name">Its name in the language.</param>
/// <param name="signature">Its types, as <see cref="Types.Signature.Parse"/> reads them.</param>
/// <param name="summary">One sentence on what it gives.</param>
/// <param name="example">A call with written grids that shows it; the snapshot test and the reference page run it.</param>
/// <param name="body">What it does.</param>
public sealed class Primitive(string name, string signature, string summary, string example, PrimitiveBody body)
{
    private Signature? types;

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The types of its parameters and result.</summary>
    public Signature Signature => types ??= Signature.Parse(signature);

    /// <summary>One sentence on what it gives.</summary>
    public string Summary { get; } = summary;

    /// <summary>A call that shows it.</summary>
    public string Example { get; } = example;

    /// <summary>What it does.</summary>
    public PrimitiveBody Body { get; } = body;

    /// <summary>The operator it is written as between its two operands, null for most.</summary>
    public Operator? Operator { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}{Signature}";
}

/// <summary>A sign between two operands; the higher level binds tighter.</summary>
public sealed record Operator(string Sign, int Level);

/// <summary>Primitives that belong together, in the order of the reference page.</summary>
public sealed record Family(string Title, string Summary, IReadOnlyList<Primitive> Primitives);
