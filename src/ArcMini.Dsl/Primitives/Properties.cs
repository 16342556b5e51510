namespace ArcMini.Dsl.Primitives;

internal static class Properties
{
    public static Family Family { get; } = new("Properties", "", []);
}
