using System.Numerics;

namespace ArcMini.Search.Stacking;

/// <summary>Sets of cells as bit masks: see <see cref="FrameCells"/>, which says which bit is which cell.</summary>
internal static class CellMask
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>The cells of a mask that are not in another.</summary>
    public static ulong[] Without(ulong[] mask, ulong[] other)
    {
        var rest = new ulong[mask.Length];
        for (var i = 0; i < mask.Length; i++)
            rest[i] = mask[i] & ~other[i];
        return rest;
    }

    /// <summary>The cells that two masks have in common, as far as the shorter one goes.</summary>
    public static ulong[] Intersection(ulong[] a, ulong[] b)
    {
        var common = new ulong[Math.Min(a.Length, b.Length)];
        for (var i = 0; i < common.Length; i++)
            common[i] = a[i] & b[i];
        return common;
    }

    /// <summary>Whether two masks have no cell in common.</summary>
    public static bool AreDisjoint(ulong[] a, ulong[] b)
    {
        for (var i = 0; i < a.Length; i++)
            if ((a[i] & b[i]) != 0)
                return false;
        return true;
    }

    /// <summary>Whether another mask, which may be longer, has all cells of a mask.</summary>
    public static bool IsWithin(ulong[] mask, ulong[] other)
    {
        for (var i = 0; i < mask.Length; i++)
            if ((mask[i] & ~other[i]) != 0)
                return false;
        return true;
    }

    /// <summary>Whether a mask has any cells.</summary>
    public static bool IsEmpty(ulong[] mask) => !mask.AsSpan().ContainsAnyExcept(0UL);

    /// <summary>How many cells a mask has.</summary>
    public static int CountOf(ReadOnlySpan<ulong> mask)
    {
        var count = 0;
        foreach (var word in mask)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>How many cells two masks have in common.</summary>
    public static int CountInCommon(ulong[] a, ulong[] b)
    {
        var count = 0;
        for (var i = 0; i < a.Length; i++)
            count += BitOperations.PopCount(a[i] & b[i]);
        return count;
    }

    /// <summary>A hash of a mask (FNV-1a over words).</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="hash">The hash of what comes before the mask.</param>
    public static ulong HashOf(ReadOnlySpan<ulong> mask, ulong hash = FnvOffset)
    {
        foreach (var word in mask)
            hash = (hash ^ word ^ (word >> 32)) * FnvPrime;
        return hash;
    }
}
