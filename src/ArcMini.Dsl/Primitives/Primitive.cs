using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Types;

namespace ArcMini.Dsl.Primitives;

/// <summary>One row of the primitive table: everything that defines one primitive.</summary>
/// <param name="name">The name in the language.</param>
/// <param name="signature">The types of the parameters and of the result, as <see cref="Types.Signature.Parse"/> reads them.</param>
/// <param name="summary">One to three short sentences that say what the primitive returns. The reference page prints them.</param>
/// <param name="example">A call with literal arguments. The snapshot test and the reference page run it.</param>
/// <param name="body">The code.</param>
public sealed class Primitive(string name, string signature, string summary, string example, PrimitiveBody body)
{
    private Signature? types;

    /// <summary>The name in the language.</summary>
    public string Name { get; } = name;

    /// <summary>The types of the parameters and of the result. They are parsed at the first use.</summary>
    public Signature Signature => types ??= Signature.Parse(signature);

    /// <summary>What the primitive returns, in one to three short sentences.</summary>
    public string Summary { get; } = summary;

    /// <summary>A call with literal arguments that shows what the primitive does.</summary>
    public string Example { get; } = example;

    /// <summary>The code.</summary>
    public PrimitiveBody Body { get; } = body;

    /// <summary>The operator that stands for the primitive, or null. Most primitives have none.</summary>
    public Operator? Operator { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}{Signature}";
}

/// <summary>An operator between two operands. An operator with a higher level binds tighter.</summary>
public sealed record Operator(string Sign, int Level);

/// <summary>Primitives with one theme, in the order of the reference page.</summary>
public sealed record Family(string Title, string Summary, IReadOnlyList<Primitive> Primitives);
