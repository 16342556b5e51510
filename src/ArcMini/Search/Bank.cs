using System.Runtime.InteropServices;
using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>All distinct values found so far, by kind and cost.</summary>
/// <param name="maxCost">The highest cost of an entry.</param>
internal sealed class Bank(int maxCost)
{
    private static readonly int Kinds = Enum.GetValues<Kind>().Length;

    private readonly List<Entry>?[,] byCost = new List<Entry>?[Kinds, maxCost + 1];
    private readonly List<Entry>?[,,] byRoot = new List<Entry>?[Kinds, Weights.RootCount, maxCost + 1];
    private readonly List<int>[] roots = [.. Enumerable.Range(0, Kinds).Select(_ => new List<int>())];
    private readonly List<int>[] costs = [.. Enumerable.Range(0, Kinds).Select(_ => new List<int>())];
    private readonly List<int>?[,] costsOfRoot = new List<int>?[Kinds, Weights.RootCount];
    private readonly HashSet<(ulong, ulong)> seen = [];

    /// <summary>How many entries.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes that the entries' values hold, roughly.</summary>
    public long Bytes { get; private set; }

    /// <summary>The entries of one kind and one cost, in the order they were added.</summary>
    public ReadOnlySpan<Entry> Of(Kind kind, int cost) => CollectionsMarshal.AsSpan(byCost[(int)kind, cost]);

    /// <summary>Those of them that end in one root.</summary>
    public ReadOnlySpan<Entry> Of(Kind kind, int root, int cost) => CollectionsMarshal.AsSpan(byRoot[(int)kind, root, cost]);

    /// <summary>The roots that entries of a kind end in, ascending.</summary>
    public IReadOnlyList<int> Roots(Kind kind) => roots[(int)kind];

    /// <summary>The costs that entries of a kind have, ascending.</summary>
    public IReadOnlyList<int> Costs(Kind kind) => costs[(int)kind];

    /// <summary>The costs that entries of a kind that end in a root have, ascending.</summary>
    public IReadOnlyList<int> Costs(Kind kind, int root) => costsOfRoot[(int)kind, root] ?? [];

    /// <summary>Whether equal values are in the bank already. Safe to ask from many threads while nobody adds.</summary>
    public bool Knows((ulong, ulong) key) => seen.Contains(key);

    /// <summary>Adds an entry unless its values are known.</summary>
    public bool Add(Entry entry, (ulong, ulong) key)
    {
        if (!seen.Add(key))
            return false;
        var kind = (int)entry.Kind;
        (byCost[kind, entry.Cost] ??= []).Add(entry);
        (byRoot[kind, entry.Root, entry.Cost] ??= []).Add(entry);
        Note(roots[kind], entry.Root);
        Note(costs[kind], entry.Cost);
        Note(costsOfRoot[kind, entry.Root] ??= [], entry.Cost);
        if (entry.Base is { } whole)
            (CollectionsMarshal.GetValueRefOrAddDefault(whole.Images, (entry.Kind, whole == entry ? entry.Cost + 1 : entry.Cost), out _) ??= []).Add(entry);
        Count++;
        Bytes += 160;
        foreach (var value in entry.Values)
            Bytes += 16 + (entry.Kind switch
            {
                Kind.Grid => 80 + value.Grid.Area,
                Kind.Grids => 60 + value.List.Count * 140L,
                Kind.Colors or Kind.Ints or Kind.Points or Kind.Bools => 60 + value.List.Count * 16L,
                _ => 0,
            });
        return true;
    }

    private static void Note(List<int> ascending, int number)
    {
        var place = ascending.BinarySearch(number);
        if (place < 0)
            ascending.Insert(~place, number);
    }

    /// <summary>
    /// 128 bits of what the values are, with the place and the backdrop of grids, since primitives look at these too. Lists of anything but
    /// grids are the same only if they are images of the same list: what can be done with them depends on it.
    /// </summary>
    public static (ulong, ulong) Key(Kind kind, ReadOnlySpan<Value> values, Entry? imageOf = null)
    {
        ulong a = (ulong)kind * 0x9E3779B97F4A7C15 + 1, b = (ulong)kind + 0x632BE59BD9B4E019;
        foreach (ref readonly var value in values)
            Mix(kind, value, ref a, ref b);
        if (imageOf is not null && kind != Kind.Grids)
            foreach (ref readonly var value in imageOf.Values.AsSpan())
                Mix(imageOf.Kind, value, ref a, ref b);
        return (a, b);
    }

    private static void Mix(Kind kind, Value value, ref ulong a, ref ulong b)
    {
        switch (kind)
        {
            case Kind.Grid:
                var grid = value.Grid;
                Mix(grid.Hash, ref a, ref b);
                Mix((ulong)(uint)(grid.Row * 4096 + grid.Col) << 8 | grid.Backdrop, ref a, ref b);
                break;
            case Kind.Grids or Kind.Colors or Kind.Ints or Kind.Points or Kind.Bools:
                Mix((ulong)value.List.Count, ref a, ref b);
                foreach (var item in value.List.Span)
                    Mix(kind switch { Kind.Grids => Kind.Grid, Kind.Points => Kind.Point, _ => Kind.Int }, item, ref a, ref b);
                break;
            case Kind.Point:
                Mix((ulong)(uint)(value.Point.Row * 65536 + value.Point.Col), ref a, ref b);
                break;
            case >= Kind.IntOfGrid:
                Mix((ulong)value.GetHashCode(), ref a, ref b);
                break;
            default:
                Mix((ulong)(uint)value.Int, ref a, ref b);
                break;
        }
    }

    private static void Mix(ulong word, ref ulong a, ref ulong b)
    {
        var high = Math.BigMul(a ^ word, 0xD6E8FEB86659FD93, out var low);
        a = high ^ low;
        b = (b ^ word) * 0xA0761D6478BD642F;
        b ^= b >> 29;
    }
}
