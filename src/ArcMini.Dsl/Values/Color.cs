namespace ArcMini.Dsl.Values;

/// <summary>The ten colours of ARC, 0-9, by the names that the language gives them.</summary>
public static class Color
{
    /// <summary>How many colours there are.</summary>
    public const int Count = 10;

    /// <summary>The colours' names in the order of their numbers.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["black", "blue", "red", "green", "yellow", "grey", "magenta", "orange", "cyan", "maroon"];

    /// <summary>The number of a colour, or -1 where no colour has that name.</summary>
    public static int Find(string name)
    {
        for (var color = 0; color < Count; color++)
            if (Names[color] == name)
                return color;
        return -1;
    }
}
