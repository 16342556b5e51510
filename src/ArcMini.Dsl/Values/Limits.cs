namespace ArcMini.Dsl.Values;

/// <summary>What one run of a program may use.</summary>
/// <param name="Steps">The number of steps: evaluations, and cells that are read or written.</param>
/// <param name="Cells">The number of cells and list items that may be created.</param>
public readonly record struct Limits(long Steps, long Cells)
{
    /// <summary>The limits of an ordinary run: two million steps (some milliseconds) and eight million cells.</summary>
    public static Limits Default { get; } = new(2_000_000, 8_000_000);
}
