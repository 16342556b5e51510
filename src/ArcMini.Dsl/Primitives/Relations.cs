namespace ArcMini.Dsl.Primitives;

internal static class Relations
{
    public static Family Family { get; } = new("Relations", "", []);
}
