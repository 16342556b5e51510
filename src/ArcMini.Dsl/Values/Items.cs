using System.Diagnostics;

namespace ArcMini.Dsl.Values;

/// <summary>An immutable list of values of one type. Only a <see cref="Budget"/> creates one.</summary>
public sealed class Items : IEquatable<Items>
{
    private readonly Value[] items;
    private long weight;

    internal Items(Permit permit, Value[] items)
    {
        permit.Check();
        Debug.Assert(Array.TrueForAll(items, item => !item.IsFailed), "a list holds no failed value");
        this.items = items;
    }

    /// <summary>The number of items.</summary>
    public int Count => items.Length;

    /// <summary>See <see cref="Value.Weight"/>.</summary>
    internal long Weight
    {
        get
        {
            if (weight == 0)
                weight = Sum(items);
            return weight;
        }
    }

    /// <summary>The items in order.</summary>
    public ReadOnlySpan<Value> Span => items;

    /// <summary>The item at an index from 0.</summary>
    public Value this[int index] => items[index];

    /// <inheritdoc/>
    public bool Equals(Items? other) => other is not null && Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Items);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    private static long Sum(Value[] items)
    {
        var sum = 1L;
        foreach (var item in items)
            sum = Math.Min(sum + item.Weight, long.MaxValue / 2);
        return sum;
    }
}
