namespace ArcMini.Dsl.Primitives;

internal static class Patterns
{
    public static Family Family { get; } = new("Patterns", "", []);
}
