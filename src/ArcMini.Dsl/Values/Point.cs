namespace ArcMini.Dsl.Values;

/// <summary>A place on a grid, or a step from one place to another, in cells. Rows count downwards, columns to the right.</summary>
public readonly record struct Point(int Row, int Col)
{
    /// <summary>The largest absolute value of a row or column, in cells.</summary>
    public const int Farthest = 1000;

    /// <summary>Whether a row and a column are within the limit for points.</summary>
    public static bool IsNear(int row, int col) => row is >= -Farthest and <= Farthest && col is >= -Farthest and <= Farthest;

    /// <summary>This point with row and column clamped to the limit.</summary>
    public Point Clamped => new(Clamp(Row), Clamp(Col));

    /// <summary>A row or column clamped to the limit.</summary>
    internal static int Clamp(int place) => Math.Min(Math.Max(place, -Farthest), Farthest);

    /// <summary>The sum of two steps.</summary>
    public static Point operator +(Point a, Point b) => new(a.Row + b.Row, a.Col + b.Col);

    /// <summary>The step from <paramref name="b"/> to <paramref name="a"/>.</summary>
    public static Point operator -(Point a, Point b) => new(a.Row - b.Row, a.Col - b.Col);

    /// <summary>The eight directions, with their names in the language.</summary>
    public static IReadOnlyList<(string Name, Point Step)> Directions { get; } =
    [
        ("up", new(-1, 0)), ("down", new(1, 0)), ("left", new(0, -1)), ("right", new(0, 1)),
        ("up_left", new(-1, -1)), ("up_right", new(-1, 1)), ("down_left", new(1, -1)), ("down_right", new(1, 1)),
    ];

    /// <inheritdoc/>
    public override string ToString()
    {
        foreach (var (name, step) in Directions)
            if (step == this)
                return name;
        return $"({Row}, {Col})";
    }
}
