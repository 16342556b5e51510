using System.Runtime.InteropServices;

namespace ArcMini.Search.Learners;

/// <summary>
/// A lookup that keeps only the first few items of each key. Learners use what an item does on the demonstrations as its key: items with
/// the same key may still differ on the tests, so more than one is kept.
/// </summary>
internal sealed class CappedLookup<TKey, T>
    where TKey : notnull
{
    private const int MaxPerKey = 3;

    private readonly Dictionary<TKey, List<T>> lists = [];

    /// <summary>All keys with their items. The keys come in the order in which they were added first.</summary>
    public IEnumerable<KeyValuePair<TKey, List<T>>> All => lists;

    /// <summary>The items of a key.</summary>
    public IReadOnlyList<T> this[TKey key] => lists.TryGetValue(key, out var items) ? items : [];

    /// <summary>Adds an item; false where its key has enough.</summary>
    public bool Add(TKey key, T item)
    {
        var items = CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _) ??= [];
        if (items.Count == MaxPerKey)
            return false;
        items.Add(item);
        return true;
    }
}
