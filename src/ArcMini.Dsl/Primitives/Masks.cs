namespace ArcMini.Dsl.Primitives;

internal static class Masks
{
    public static Family Family { get; } = new("Masks", "", []);
}
