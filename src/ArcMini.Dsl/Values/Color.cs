namespace ArcMini.Dsl.Values;

/// <summary>The ten colours of ARC, 0-9, and their names in the language.</summary>
public static class Color
{
    /// <summary>The number of colours.</summary>
    public const int Count = 10;

    /// <summary>The names of the colours, by number.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["black", "blue", "red", "green", "yellow", "grey", "magenta", "orange", "cyan", "maroon"];

    /// <summary>The number of the colour with a name; -1 if there is none.</summary>
    public static int Find(string name)
    {
        for (var color = 0; color < Count; color++)
            if (Names[color] == name)
                return color;
        return -1;
    }
}
