using System.Runtime.InteropServices;
using ArcMini.Search.Grammar;

namespace ArcMini.Search.Terms;

/// <summary>All distinct values found so far, by kind and cost.</summary>
/// <param name="maxCost">The highest cost of an entry.</param>
internal sealed class Bank(int maxCost)
{
    private const int EntryBytes = 200;

    private static readonly int Kinds = Enum.GetValues<SearchType>().Length;

    private readonly CostBuckets[] all = [.. Enumerable.Range(0, Kinds).Select(_ => new CostBuckets(maxCost))];
    private readonly List<RootBuckets>[] byRoot = [.. Enumerable.Range(0, Kinds).Select(_ => new List<RootBuckets>())];
    private readonly FingerprintSet seen = new();

    /// <summary>How many entries.</summary>
    public int Count { get; private set; }

    /// <summary>What the values of the entries hold in common.</summary>
    public ValueInterner Interner { get; } = new();

    /// <summary>Bytes that the entries and their values take, roughly.</summary>
    public long Bytes => (long)Count * EntryBytes + Interner.Bytes;

    /// <summary>The entries of one kind.</summary>
    public CostBuckets Of(SearchType kind) => all[(int)kind];

    /// <summary>The entries of one kind by what they end in, the roots ascending.</summary>
    public ReadOnlySpan<RootBuckets> ByRoot(SearchType kind) => CollectionsMarshal.AsSpan(byRoot[(int)kind]);

    /// <summary>Whether equal values are in the bank already. Safe to ask from many threads while one adds; what it is adding may be missed.</summary>
    public bool Contains(Fingerprint print) => seen.Contains(print);

    /// <summary>Adds an entry unless its values are known.</summary>
    public bool Add(Term entry, Fingerprint print)
    {
        if (!seen.Add(print))
            return false;
        all[(int)entry.Type].Add(entry);
        AddByRoot(entry);
        if (entry.Base is { } whole && whole != entry)
            whole.AddImage(entry);
        Count++;
        if (!IsEvictable(entry))
            Interner.Intern(entry.Type, entry.Values);
        return true;
    }

    private void AddByRoot(Term entry)
    {
        var (shelves, root, place) = (byRoot[(int)entry.Type], entry.Root, 0);
        while (place < shelves.Count && shelves[place].Root < root)
            place++;
        if (place == shelves.Count || shelves[place].Root > root)
            shelves.Insert(place, new(root, entry.Cost, new(maxCost)));
        else if (entry.Cost < shelves[place].Least)
            shelves[place] = shelves[place] with { Least = entry.Cost };
        shelves[place].Terms.Add(entry);
    }

    /// <summary>Whether an entry's values are let go of once they have been looked at: grids and lists of them take the most room, and six of seven are never used again.</summary>
    public static bool IsEvictable(Term entry) => entry.Type is SearchType.Grids or SearchType.Grid;
}
