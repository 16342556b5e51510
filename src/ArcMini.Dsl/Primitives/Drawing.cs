namespace ArcMini.Dsl.Primitives;

internal static class Drawing
{
    public static Family Family { get; } = new("Drawing", "", []);
}
