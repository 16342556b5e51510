using System.Numerics;

namespace ArcMini.Search.Terms;

/// <summary>
/// A set of costs as bits, and the same bits mirrored. The mirror image makes it fast to find two costs with a given sum: one AND compares
/// 64 pairs of costs.
/// </summary>
/// <param name="max">The highest cost, and the highest sum that may be asked for.</param>
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

    /// <summary>
    /// The least cost of the set that is at least <paramref name="from"/> and less than <paramref name="sum"/>, and for which
    /// <paramref name="rest"/> holds the difference to the sum. A null <paramref name="rest"/> holds every cost. -1 if there is none.
    /// </summary>
    public int Next(int from, int sum, CostSet? rest)
    {
        for (var cost = from; cost < sum; cost = (cost | 63) + 1)
            if ((costs[cost >> 6] & (rest?.Differences(sum, cost & ~63) ?? ulong.MaxValue)) >> cost is var word and not 0)
                return cost + BitOperations.TrailingZeroCount(word) is var next && next < sum ? next : -1;
        return -1;
    }

    /// <summary>
    /// A bit for each of the 64 costs from <paramref name="first"/> on: set where this set holds the difference to the sum.
    /// </summary>
    private ulong Differences(int sum, int first)
    {
        var at = max - sum + first;
        return mirrored[at >> 6] >> at | ((at & 63) == 0 ? 0 : mirrored[(at >> 6) + 1] << -at);
    }
}
