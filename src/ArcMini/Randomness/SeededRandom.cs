namespace ArcMini.Randomness;

/// <summary>
/// A generator of pseudo-random numbers (SplitMix64: Steele, Lea and Flood, 2014). A seed gives the same numbers on every machine.
/// </summary>
/// <param name="seed">The seed.</param>
internal sealed class SeededRandom(ulong seed)
{
    /// <summary>The multiplier that spreads seeds (Vigna, xorshift64*), so that streams of near seeds do not overlap.</summary>
    private const ulong SeedMultiplier = 0x2545F4914F6CDD1D;

    /// <summary>The two multipliers of SplitMix64's mixing function.</summary>
    private const ulong FirstMix = 0xBF58476D1CE4E5B9;
    private const ulong SecondMix = 0x94D049BB133111EB;

    private ulong state = seed;

    /// <summary>The stream number <paramref name="index"/> of a seed. Different streams are independent of each other.</summary>
    public static SeededRandom Of(long seed, long index) => new(new SeededRandom((ulong)seed * SeedMultiplier + (ulong)index).Next());

    /// <summary>A number from 0 up to but not including <paramref name="n"/>.</summary>
    public int Below(int n) => (int)Math.BigMul(Next(), (ulong)n, out _);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Below(Math.Max(1, high - low + 1));

    /// <summary>A number from 0 up to but not including 1.</summary>
    public double Real() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => Real() < probability;

    /// <summary>One of the items, all equally likely.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of the items, each as likely as its weight.</summary>
    public T Pick<T>(WeightedChoice<T> choice) => choice[Real()];

    /// <summary>The items in random order.</summary>
    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }
        return shuffled;
    }

    private ulong Next()
    {
        var z = state += GoldenRatio.OfTwoTo64;
        z = (z ^ (z >> 30)) * FirstMix;
        z = (z ^ (z >> 27)) * SecondMix;
        return z ^ (z >> 31);
    }
}
