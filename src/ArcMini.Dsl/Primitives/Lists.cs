namespace ArcMini.Dsl.Primitives;

internal static class Lists
{
    public static Family Family { get; } = new("Lists", "", []);
}
