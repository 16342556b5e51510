using System.Numerics;

namespace ArcMini.Search.Terms;

/// <summary>A set of costs, one bit each, and the same mirrored, so that those which make up a sum with a cost of another set are found 64 at a time.</summary>
/// <param name="max">The highest cost, and the highest sum that is asked for.</param>
internal sealed class CostSet(int max)
{
    private readonly ulong[] costs = new ulong[(max >> 6) + 1];
    private readonly ulong[] mirrored = new ulong[(max >> 6) + 3];

    /// <summary>Adds a cost.</summary>
    public void Add(int cost)
    {
        costs[cost >> 6] |= 1UL << cost;
        mirrored[(max - cost) >> 6] |= 1UL << (max - cost);
    }

    /// <summary>The least cost from <paramref name="from"/> on that is less than <paramref name="sum"/> and leaves a cost of <paramref name="rest"/>, or any where that is null; -1 if there is none.</summary>
    public int Next(int from, int sum, CostSet? rest)
    {
        for (var cost = from; cost < sum; cost = (cost | 63) + 1)
            if ((costs[cost >> 6] & (rest?.Missing(sum, cost & ~63) ?? ulong.MaxValue)) >> cost is var word and not 0)
                return cost + BitOperations.TrailingZeroCount(word) is var next && next < sum ? next : -1;
        return -1;
    }

    /// <summary>The costs from <paramref name="first"/> on, one bit each, that are a sum with one of this set.</summary>
    private ulong Missing(int sum, int first)
    {
        var at = max - sum + first;
        return mirrored[at >> 6] >> at | ((at & 63) == 0 ? 0 : mirrored[(at >> 6) + 1] << -at);
    }
}
