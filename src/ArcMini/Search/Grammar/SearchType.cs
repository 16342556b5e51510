namespace ArcMini.Search.Grammar;

/// <summary>The types that the search builds values of.</summary>
internal enum SearchType
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
internal static class SearchTypeTraits
{
    /// <summary>Whether values of the kind are lists.</summary>
    public static bool IsList(this SearchType kind) => kind is SearchType.Grids or SearchType.Colors or SearchType.Ints or SearchType.Points or SearchType.Bools;

    /// <summary>Whether values of the kind are functions.</summary>
    public static bool IsFunction(this SearchType kind) => kind >= SearchType.IntOfGrid;
}
