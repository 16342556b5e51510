namespace ArcMini.Dsl.Primitives;

internal static class CellRules
{
    public static Family Family { get; } = new("CellRules", "", []);
}
