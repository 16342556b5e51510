using System.Runtime.InteropServices;
using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>All distinct values found so far, by kind and cost.</summary>
/// <param name="maxCost">The highest cost of an entry.</param>
internal sealed class Bank(int maxCost)
{
    private const int EntryBytes = 200;
    private const int ImagesBytes = 320;
    private const int ValueBytes = 16;
    private const int SharedBytes = 60;

    private static readonly int Kinds = Enum.GetValues<Kind>().Length;

    private readonly List<Entry>?[,] byCost = new List<Entry>?[Kinds, maxCost + 1];
    private readonly List<Entry>?[,,] byRoot = new List<Entry>?[Kinds, Weights.RootCount, maxCost + 1];
    private readonly List<int>[] roots = [.. Enumerable.Range(0, Kinds).Select(_ => new List<int>())];
    private readonly CostSet[] costs = [.. Enumerable.Range(0, Kinds).Select(_ => new CostSet(maxCost))];
    private readonly CostSet?[,] costsByRoot = new CostSet?[Kinds, Weights.RootCount];
    private readonly HashSet<Fingerprint> seen = [];
    private readonly Dictionary<Fingerprint, Value> shared = [];

    /// <summary>How many entries.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes that the entries' values hold, roughly.</summary>
    public long Bytes { get; private set; }

    /// <summary>The entries of one kind and one cost, in the order they were added.</summary>
    public ReadOnlySpan<Entry> Of(Kind kind, int cost) => CollectionsMarshal.AsSpan(byCost[(int)kind, cost]);

    /// <summary>Those of them that end in one root.</summary>
    public ReadOnlySpan<Entry> Of(Kind kind, int root, int cost) => CollectionsMarshal.AsSpan(byRoot[(int)kind, root, cost]);

    /// <summary>The roots that entries of a kind end in, ascending.</summary>
    public ReadOnlySpan<int> Roots(Kind kind) => CollectionsMarshal.AsSpan(roots[(int)kind]);

    /// <summary>The costs that entries of a kind have.</summary>
    public CostSet Costs(Kind kind) => costs[(int)kind];

    /// <summary>The costs that entries of a kind have that end in one of its roots.</summary>
    public CostSet Costs(Kind kind, int root) => costsByRoot[(int)kind, root]!;

    /// <summary>Whether equal values are in the bank already. Safe to ask from many threads while nobody adds.</summary>
    public bool Knows(Fingerprint print) => seen.Contains(print);

    /// <summary>Adds an entry unless its values are known.</summary>
    public bool Add(Entry entry, Fingerprint print)
    {
        if (!seen.Add(print))
            return false;
        var kind = (int)entry.Kind;
        (byCost[kind, entry.Cost] ??= []).Add(entry);
        (byRoot[kind, entry.Root, entry.Cost] ??= []).Add(entry);
        if (roots[kind].BinarySearch(entry.Root) is < 0 and var place)
            roots[kind].Insert(~place, entry.Root);
        costs[kind].Add(entry.Cost);
        (costsByRoot[kind, entry.Root] ??= new(maxCost)).Add(entry.Cost);
        if (entry.Base is { } whole)
            (CollectionsMarshal.GetValueRefOrAddDefault(whole.Images, (entry.Kind, whole == entry ? entry.Cost + 1 : entry.Cost), out _) ??= []).Add(entry);
        Count++;
        Bytes += EntryBytes + (entry.Base == entry ? ImagesBytes : 0);
        if (!IsForgotten(entry))
            Keep(entry.Kind, entry.Values);
        return true;
    }

    /// <summary>Whether an entry's values are let go of once they have been looked at: lists of grids take the most room, and two thirds are never used again.</summary>
    public static bool IsForgotten(Entry entry) => entry.Kind == Kind.Grids;

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
        ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(shared, Fingerprint.Of(kind, [value]), out var known);
        if (known)
            value = held;
        else
            (held, Bytes) = (value, Bytes + SharedBytes + BytesOf(kind, value));
    }

    /// <summary>What a grid or list takes on the heap, with its headers.</summary>
    private static long BytesOf(Kind kind, Value value)
    {
        if (kind == Kind.Grid)
            return 80 + value.Grid.Area;
        var bytes = 56 + 16L * value.List.Count;
        if (kind == Kind.Grids)
            foreach (var item in value.List.Span)
                bytes += BytesOf(Kind.Grid, item);
        return bytes;
    }
}
