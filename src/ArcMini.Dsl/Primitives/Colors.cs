namespace ArcMini.Dsl.Primitives;

internal static class Colors
{
    public static Family Family { get; } = new("Colors", "", []);
}
