using System.Runtime.InteropServices;

namespace ArcMini.Search.Learners;

/// <summary>What agrees on the demonstrations, by what it agrees on: the first few of each, since they may differ on the tests.</summary>
internal sealed class CappedLookup<TKey, T>
    where TKey : notnull
{
    private const int Most = 3;

    private readonly Dictionary<TKey, List<T>> lists = [];

    /// <summary>All that were added, by what they agree on, in the order in which that was first seen.</summary>
    public IEnumerable<KeyValuePair<TKey, List<T>>> All => lists;

    /// <summary>Those that agree on something.</summary>
    public IReadOnlyList<T> this[TKey key] => lists.TryGetValue(key, out var alike) ? alike : [];

    /// <summary>Adds one; false where there are enough that agree with it.</summary>
    public bool Add(TKey key, T item)
    {
        var alike = CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _) ??= [];
        if (alike.Count == Most)
            return false;
        alike.Add(item);
        return true;
    }
}
