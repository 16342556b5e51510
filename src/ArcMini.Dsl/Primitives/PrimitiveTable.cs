using System.Collections.Frozen;

namespace ArcMini.Dsl.Primitives;

/// <summary>
/// Every primitive of the language, by family. The checker, the printer, the GBNF grammar, the reference page, the model's vocabulary
/// and the productions of the search are all derived from this table.
/// </summary>
public static class PrimitiveTable
{
    /// <summary>The families in the order of the reference page.</summary>
    public static IReadOnlyList<Family> Families { get; } =
    [
        Geometry.Family, Sizes.Family, Colors.Family, Objects.Family, Properties.Family, Lists.Family, Relations.Family,
        Drawing.Family, Movement.Family, Patterns.Family, CellRules.Family, Masks.Family, Control.Family, Arithmetic.Family,
    ];

    /// <summary>All primitives, in order.</summary>
    public static IReadOnlyList<Primitive> All { get; } = [.. Families.SelectMany(family => family.Primitives)];

    private static readonly FrozenDictionary<string, Primitive> ByName = All.ToFrozenDictionary(row => row.Name);

    private static readonly FrozenDictionary<string, Primitive> BySign =
        All.Where(row => row.Operator is not null).ToFrozenDictionary(row => row.Operator!.Sign);

    /// <summary>The primitive of a name; null if there is none.</summary>
    public static Primitive? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The primitive of an operator sign.</summary>
    public static Primitive OfSign(string sign) => BySign[sign];
}
