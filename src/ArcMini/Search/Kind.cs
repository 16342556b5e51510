namespace ArcMini.Search;

/// <summary>The types that the search builds values of.</summary>
internal enum Kind
{
    Grid,
    Grids,
    Int,
    Color,
    Point,
    Bool,
    Colors,
    Ints,
    Points,
    Bools,
    IntOfGrid,
    BoolOfGrid,
    ColorOfGrid,
    GridOfGrid,
}

/// <summary>What can be asked of kinds.</summary>
internal static class KindTraits
{
    /// <summary>Whether values of the kind are lists.</summary>
    public static bool IsList(this Kind kind) => kind is Kind.Grids or Kind.Colors or Kind.Ints or Kind.Points or Kind.Bools;

    /// <summary>Whether values of the kind are functions.</summary>
    public static bool IsFunction(this Kind kind) => kind >= Kind.IntOfGrid;
}
