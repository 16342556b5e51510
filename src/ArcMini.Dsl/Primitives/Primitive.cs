using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Types;

namespace ArcMini.Dsl.Primitives;

/// <summary>One row of the primitive table. It says everything about one primitive.</summary>
/// <param name="name">Its name in the language.</param>
/// <param name="signature">Its types, as <see cref="Types.Signature.Parse"/> reads them.</param>
/// <param name="summary">One sentence that says what it returns.</param>
/// <param name="example">A call with literal grids. The snapshot test and the reference page run it.</param>
/// <param name="body">Its code.</param>
public sealed class Primitive(string name, string signature, string summary, string example, PrimitiveBody body)
{
    private Signature? types;

    /// <summary>The name in the language.</summary>
    public string Name { get; } = name;

    /// <summary>The types of its parameters and of its result.</summary>
    public Signature Signature => types ??= Signature.Parse(signature);

    /// <summary>One sentence that says what it returns.</summary>
    public string Summary { get; } = summary;

    /// <summary>A call that shows what it does.</summary>
    public string Example { get; } = example;

    /// <summary>Its code.</summary>
    public PrimitiveBody Body { get; } = body;

    /// <summary>The operator that stands for it between two operands; null for most primitives.</summary>
    public Operator? Operator { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}{Signature}";
}

/// <summary>An operator sign. An operator of a higher level binds tighter.</summary>
public sealed record Operator(string Sign, int Level);

/// <summary>Primitives that belong together, in the order of the reference page.</summary>
public sealed record Family(string Title, string Summary, IReadOnlyList<Primitive> Primitives);
