namespace ArcMini.Model.Llama;

/// <summary>A small pseudo-random generator whose stream depends on its seed alone (Steele, Lea and Flood, 2014).</summary>
struct SplitMix64(ulong state)
{
    const ulong Increment = 0x9E3779B97F4A7C15;

    /// <summary>The stream of one of many samples under one seed.</summary>
    public static SplitMix64 Stream(ulong seed, int index) => new(Mix(seed + Increment) ^ Mix(((ulong)index + 1) * Increment));

    /// <summary>A number from 0 up to, not including, 1, with 53 random bits.</summary>
    public double NextDouble() => (Mix(state += Increment) >> 11) * (1.0 / (1ul << 53));

    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
