namespace ArcMini.Randomness;

/// <summary>
/// Items with weights. <see cref="SeededRandom.Pick{T}(WeightedChoice{T})"/> draws one of them with a probability proportional to its
/// weight. An item that was drawn can be drawn again.
/// </summary>
/// <param name="items">The items, at least one.</param>
/// <param name="weight">The weight of an item.</param>
internal sealed class WeightedChoice<T>(IReadOnlyList<T> items, Func<T, double> weight)
{
    private readonly double[] weights = [.. items.Select(weight)];
    private readonly double sum = items.Sum(weight);

    /// <summary>The item at a place from 0 to 1, where each item takes up a share as large as its probability.</summary>
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
