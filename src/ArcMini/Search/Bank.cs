using System.Runtime.InteropServices;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>All distinct values found so far, by kind and cost.</summary>
/// <param name="maxCost">The highest cost of an entry.</param>
internal sealed class Bank(int maxCost)
{
    private const int EntryBytes = 200;
    private const int ValueBytes = 16;
    private const int SharedBytes = 60;
    private const int GridBytes = 80;
    private const int ListBytes = 56;

    private static readonly int Kinds = Enum.GetValues<Kind>().Length;

    private readonly Shelf[] all = [.. Enumerable.Range(0, Kinds).Select(_ => new Shelf(maxCost))];
    private readonly List<RootShelf>[] byRoot = [.. Enumerable.Range(0, Kinds).Select(_ => new List<RootShelf>())];
    private readonly PrintSet seen = new();
    private readonly Dictionary<Fingerprint, Value> shared = [];

    /// <summary>How many entries.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes that the entries' values hold, roughly.</summary>
    public long Bytes { get; private set; }

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
        Bytes += EntryBytes;
        if (!IsForgotten(entry))
            Keep(entry.Kind, entry.Values);
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

    /// <summary>Counts values that stay, with equal ones shared.</summary>
    public void Keep(Kind kind, Value[] values)
    {
        foreach (ref var value in values.AsSpan())
            Share(kind, ref value);
    }

    /// <summary>Puts what is held already in the place of an equal grid or list: many expressions differ on a few inputs only.</summary>
    private void Share(Kind kind, ref Value value)
    {
        Bytes += ValueBytes;
        if (kind != Kind.Grid && !kind.IsList())
            return;
        var print = Fingerprint.Of(kind, [value]);
        if (shared.TryGetValue(print, out var held))
            value = held;
        else
            shared[print] = value = Hold(kind, value);
    }

    /// <summary>Counts a grid or list that nothing equal is held of; many lists of grids differ in a few grids only, so that these are shared too.</summary>
    private Value Hold(Kind kind, Value value)
    {
        if (kind == Kind.Grid)
        {
            Bytes += SharedBytes + GridBytes + value.Grid.Area;
            return value;
        }
        Bytes += SharedBytes + ListBytes;
        if (kind == Kind.Grids)
        {
            var grids = value.List.Span.ToArray();
            Keep(Kind.Grid, grids);
            return Budget.ListOf(grids);
        }
        Bytes += ValueBytes * value.List.Count;
        return value;
    }
}
