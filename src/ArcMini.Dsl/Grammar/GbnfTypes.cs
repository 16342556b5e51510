using ArcMini.Dsl.Types;

namespace ArcMini.Dsl.Grammar;

/// <summary>The types that expressions of the GBNF grammar have.</summary>
internal static class GbnfTypes
{
    /// <summary>The types, with the names of their rules, in the order of the rules.</summary>
    public static IReadOnlyList<(DslType Type, string Name)> All { get; } =
    [
        (DslType.Grid, "grid"), (DslType.Grids, "grids"), (new ListOf(DslType.Grids), "gridss"),
        (DslType.Int, "int"), (new ListOf(DslType.Int), "ints"),
        (DslType.Color, "color"), (new ListOf(DslType.Color), "colors"),
        (DslType.Point, "point"), (new ListOf(DslType.Point), "points"),
        (DslType.Bool, "bool"),
    ];

    private static readonly Dictionary<DslType, string> Names = All.ToDictionary(type => type.Type, type => type.Name);

    /// <summary>Whether the grammar has a type.</summary>
    public static bool Has(DslType type) => Names.ContainsKey(type);

    /// <summary>The name of a type's rule.</summary>
    public static string NameOf(DslType type) => Names[type];

    /// <summary>Whether a type's expressions can begin a pipeline and be the result of a stage that others follow.</summary>
    public static bool Pipes(DslType type) => type is ListOf || type == DslType.Grid;
}
