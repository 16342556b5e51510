namespace ArcMini.Dsl.Primitives;

internal static class Sizes
{
    public static Family Family { get; } = new("Sizes", "", []);
}
