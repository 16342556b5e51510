namespace ArcMini.Randomness;

/// <summary>
/// The golden ratio as a multiplier of 64-bit numbers, which spreads them evenly (Fibonacci hashing; Knuth, <em>The Art of Computer
/// Programming</em>, volume 3, section 6.4).
/// </summary>
internal static class GoldenRatio
{
    /// <summary>2^64 divided by the golden ratio, rounded to an odd number.</summary>
    public const ulong OfTwoTo64 = 0x9E3779B97F4A7C15;
}
