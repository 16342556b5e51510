namespace ArcMini.Search.Enumeration;

/// <summary>The candidates of a range of costs.</summary>
/// <param name="Cost">The lowest cost of the range, on the <see cref="Grammar.CostScale"/>.</param>
/// <param name="Tried">Candidates that were evaluated.</param>
/// <param name="Kept">Candidates that became terms.</param>
internal sealed record CostBand(int Cost, long Tried, long Kept)
{
    /// <summary>The number of costs in a range.</summary>
    public const int Width = 10;
}
