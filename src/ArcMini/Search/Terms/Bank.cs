using System.Diagnostics;
using System.Runtime.InteropServices;
using ArcMini.Search.Grammar;

namespace ArcMini.Search.Terms;

/// <summary>The bank of a bottom-up enumeration: all terms with different values, by type and cost.</summary>
/// <param name="maxCost">The highest cost of a term.</param>
internal sealed class Bank(int maxCost)
{
    private const int TermBytes = 200;

    private static readonly int Types = Enum.GetValues<SearchType>().Length;

    private readonly CostBuckets[] byType = [.. Enumerable.Range(0, Types).Select(_ => new CostBuckets(maxCost))];
    private readonly List<RootBuckets>[] byRoot = [.. Enumerable.Range(0, Types).Select(_ => new List<RootBuckets>())];
    private readonly FingerprintSet fingerprints = new();

    /// <summary>How many terms there are.</summary>
    public int Count { get; private set; }

    /// <summary>Holds equal values of different terms once.</summary>
    public ValueInterner Interner { get; } = new();

    /// <summary>The memory of the terms and their values in bytes, estimated.</summary>
    public long Bytes => (long)Count * TermBytes + Interner.Bytes;

    /// <summary>The terms of a type.</summary>
    public CostBuckets Of(SearchType type) => byType[(int)type];

    /// <summary>The terms of a type by root, in the order of the roots' numbers.</summary>
    public ReadOnlySpan<RootBuckets> ByRoot(SearchType type) => CollectionsMarshal.AsSpan(byRoot[(int)type]);

    /// <summary>Whether a term has these values.</summary>
    public bool Contains(Fingerprint fingerprint) => fingerprints.Contains(fingerprint);

    /// <summary>Adds a term; false if another term has its values.</summary>
    public bool Add(Term term, Fingerprint fingerprint)
    {
        Debug.Assert(term.Cost >= 0 && term.Cost <= maxCost, "the buckets go up to the highest cost");
        var imageOf = term.Base == term ? null : term.Base;
        Debug.Assert(fingerprint == Fingerprint.Of(term.Type, term.Values, imageOf), "a fingerprint belongs to its values");
        if (!fingerprints.Add(fingerprint))
            return false;
        byType[(int)term.Type].Add(term);
        AddByRoot(term);
        if (term.Base is { } list && list != term)
            list.AddImage(term);
        Count++;
        if (!IsEvictable(term))
            Interner.Intern(term.Type, term.Values);
        return true;
    }

    /// <summary>
    /// Whether the values of a term are dropped after they have been looked at. Grids and lists of grids take the most memory, and six of
    /// seven are never used again.
    /// </summary>
    public static bool IsEvictable(Term term) => term.Type is SearchType.Grids or SearchType.Grid;

    private void AddByRoot(Term term)
    {
        var (buckets, root, at) = (byRoot[(int)term.Type], term.Root, 0);
        while (at < buckets.Count && buckets[at].Root < root)
            at++;
        if (at == buckets.Count || buckets[at].Root > root)
            buckets.Insert(at, new(root, term.Cost, new(maxCost)));
        else if (term.Cost < buckets[at].Least)
            buckets[at] = buckets[at] with { Least = term.Cost };
        buckets[at].Terms.Add(term);
    }
}
