namespace ArcMini.Dsl.Primitives;

internal static class Movement
{
    public static Family Family { get; } = new("Movement", "", []);
}
