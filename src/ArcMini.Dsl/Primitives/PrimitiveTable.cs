using System.Collections.Frozen;

namespace ArcMini.Dsl.Primitives;

/// <summary>
/// All primitives of the language, by family. The checker, the printer, the GBNF grammar, the reference page, the model's
/// vocabulary and the search's productions are made from this table.
/// </summary>
/// <remarks>
/// A row of a family lists the name, the signature, the summary, the example and the body. It stands on one line if it fits. Otherwise
/// the example and the body stand on a second line, or each part from the summary on stands on a line of its own.
/// </remarks>
public static class PrimitiveTable
{
    /// <summary>The families in the order of the reference page.</summary>
    public static IReadOnlyList<Family> Families { get; } =
    [
        Geometry.Family, Sizes.Family, Colors.Family, Objects.Family, Properties.Family, Lists.Family, Relations.Family,
        Drawing.Family, Movement.Family, Patterns.Family, CellRules.Family, Masks.Family, Control.Family, Arithmetic.Family,
    ];

    /// <summary>All primitives in the order of their families.</summary>
    public static IReadOnlyList<Primitive> All { get; } = [.. Families.SelectMany(family => family.Primitives)];

    private static readonly FrozenDictionary<string, Primitive> ByName = All.ToFrozenDictionary(row => row.Name);

    private static readonly FrozenDictionary<string, Primitive> BySign =
        All.Where(row => row.Operator is not null).ToFrozenDictionary(row => row.Operator!.Sign);

    /// <summary>The primitive with the given name, or null if there is none.</summary>
    public static Primitive? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The primitive that the given operator stands for.</summary>
    /// <exception cref="KeyNotFoundException">No operator has this sign.</exception>
    public static Primitive OfSign(string sign) => BySign[sign];
}
