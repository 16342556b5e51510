namespace ArcMini.Dsl.Primitives;

internal static class Control
{
    public static Family Family { get; } = new("Control", "", []);
}
