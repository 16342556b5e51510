namespace ArcMini.Search.Grammar;

/// <summary>The types of the values that the search builds.</summary>
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

/// <summary>Questions about a <see cref="SearchType"/>.</summary>
internal static class SearchTypeTraits
{
    /// <summary>Whether the values are lists.</summary>
    public static bool IsList(this SearchType type) =>
        type is SearchType.Grids or SearchType.Colors or SearchType.Ints or SearchType.Points or SearchType.Bools;

    /// <summary>Whether the values are functions.</summary>
    public static bool IsFunction(this SearchType type) => type >= SearchType.IntOfGrid;
}
