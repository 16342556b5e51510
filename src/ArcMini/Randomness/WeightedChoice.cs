namespace ArcMini.Randomness;

/// <summary>Items of which one is drawn at a time, as likely as its weight says, for <see cref="SeededRandom.Pick{T}(WeightedChoice{T})"/>.</summary>
/// <param name="items">The items, one at least.</param>
/// <param name="weight">How likely each is, against the others.</param>
internal sealed class WeightedChoice<T>(IReadOnlyList<T> items, Func<T, double> weight)
{
    private readonly double[] weights = [.. items.Select(weight)];
    private readonly double sum = items.Sum(weight);

    /// <summary>The item at a place between 0 and 1, where each takes up as much room as it is likely.</summary>
    public T this[double place]
    {
        get
        {
            var left = place * sum;
            for (var i = 0; i < weights.Length; i++)
                if ((left -= weights[i]) < 0)
                    return items[i];
            return items[^1];
        }
    }
}
