using System.Runtime.InteropServices;

namespace ArcMini.Search;

/// <summary>All distinct values found so far, by kind and cost.</summary>
/// <param name="maxCost">The highest cost of an entry.</param>
internal sealed class Bank(int maxCost)
{
    private const int EntryBytes = 200;

    private static readonly int Kinds = Enum.GetValues<Kind>().Length;

    private readonly Shelf[] all = [.. Enumerable.Range(0, Kinds).Select(_ => new Shelf(maxCost))];
    private readonly List<RootShelf>[] byRoot = [.. Enumerable.Range(0, Kinds).Select(_ => new List<RootShelf>())];
    private readonly PrintSet seen = new();

    /// <summary>How many entries.</summary>
    public int Count { get; private set; }

    /// <summary>What the values of the entries hold in common.</summary>
    public HeldValues Held { get; } = new();

    /// <summary>Bytes that the entries and their values take, roughly.</summary>
    public long Bytes => (long)Count * EntryBytes + Held.Bytes;

    /// <summary>The entries of one kind.</summary>
    public Shelf Of(Kind kind) => all[(int)kind];

    /// <summary>The entries of one kind by what they end in, the roots ascending.</summary>
    public ReadOnlySpan<RootShelf> ByRoot(Kind kind) => CollectionsMarshal.AsSpan(byRoot[(int)kind]);

    /// <summary>Whether equal values are in the bank already. Safe to ask from many threads while one adds; what it is adding may be missed.</summary>
    public bool Knows(Fingerprint print) => seen.Contains(print);

    /// <summary>Adds an entry unless its values are known.</summary>
    public bool Add(Entry entry, Fingerprint print)
    {
        if (!seen.Add(print))
            return false;
        all[(int)entry.Kind].Add(entry);
        AddByRoot(entry);
        if (entry.Base is { } whole && whole != entry)
            whole.AddImage(entry);
        Count++;
        if (!IsForgotten(entry))
            Held.Keep(entry.Kind, entry.Values);
        return true;
    }

    private void AddByRoot(Entry entry)
    {
        var (shelves, root, place) = (byRoot[(int)entry.Kind], entry.Root, 0);
        while (place < shelves.Count && shelves[place].Root < root)
            place++;
        if (place == shelves.Count || shelves[place].Root > root)
            shelves.Insert(place, new(root, entry.Cost, new(maxCost)));
        else if (entry.Cost < shelves[place].Least)
            shelves[place] = shelves[place] with { Least = entry.Cost };
        shelves[place].Shelf.Add(entry);
    }

    /// <summary>Whether an entry's values are let go of once they have been looked at: grids and lists of them take the most room, and six of seven are never used again.</summary>
    public static bool IsForgotten(Entry entry) => entry.Kind is Kind.Grids or Kind.Grid;
}
