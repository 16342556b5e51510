namespace ArcMini.Dsl.Primitives;

internal static class Objects
{
    public static Family Family { get; } = new("Objects", "", []);
}
