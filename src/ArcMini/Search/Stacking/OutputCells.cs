using System.Numerics;
using System.Runtime.Intrinsics;
using ArcMini.Dsl.Values;

namespace ArcMini.Search.Stacking;

/// <summary>
/// Sets of cells of all demonstration outputs together, as bit masks: one bit for each cell, in words of 64. The bits of each output
/// begin a new word.
/// </summary>
internal sealed class OutputCells
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    private readonly Grid[] outputs;
    private readonly int[] starts;

    /// <summary>The cells of some outputs.</summary>
    public OutputCells(Grid[] outputs)
    {
        this.outputs = outputs;
        starts = new int[outputs.Length + 1];
        for (var i = 0; i < outputs.Length; i++)
            starts[i + 1] = starts[i] + (outputs[i].Area + 63) / 64;
        Count = outputs.Sum(output => output.Area);
    }

    /// <summary>How many cells all outputs have.</summary>
    public int Count { get; }

    /// <summary>A mask without cells.</summary>
    public ulong[] NewMask() => new ulong[starts[^1]];

    /// <summary>Adds a cell of an output to a mask.</summary>
    public void Mark(Span<ulong> mask, int output, int row, int col)
    {
        var bit = row * outputs[output].Cols + col;
        mask[starts[output] + (bit >> 6)] |= 1UL << bit;
    }

    /// <summary>Adds the visible cells of a grid that lies on an output, its top left cell at a place.</summary>
    public void Mark(Span<ulong> mask, int output, Grid grid, Point place)
    {
        for (int r = place.Row, at = 0; r < place.Row + grid.Rows; r++)
            for (var c = place.Col; c < place.Col + grid.Cols; c++, at++)
                if (grid.Cells[at] != Grid.Transparent && outputs[output].Contains(r, c))
                    Mark(mask, output, r, c);
    }

    /// <summary>Adds the cells of a grid of an output's size that equal the output's, sixteen cells at a time.</summary>
    public void MarkEqual(Span<ulong> mask, int output, Grid grid)
    {
        var seen = grid.Cells;
        var wanted = outputs[output].Cells;
        var marks = mask[starts[output]..];
        var at = 0;
        for (; at + Vector128<byte>.Count <= wanted.Length; at += Vector128<byte>.Count)
        {
            var equal = Vector128.Equals(Vector128.Create(seen[at..]), Vector128.Create(wanted[at..]));
            marks[at >> 6] |= (ulong)equal.ExtractMostSignificantBits() << at;
        }
        for (; at < wanted.Length; at++)
            if (seen[at] == wanted[at])
                marks[at >> 6] |= 1UL << at;
    }

    /// <summary>All cells that are not in a mask.</summary>
    public ulong[] Complement(ulong[] mask)
    {
        var rest = NewMask();
        for (var i = 0; i < outputs.Length; i++)
            for (var at = 0; at < outputs[i].Area; at++)
                if ((mask[starts[i] + (at >> 6)] >> at & 1) == 0)
                    rest[starts[i] + (at >> 6)] |= 1UL << at;
        return rest;
    }

    /// <summary>On how many outputs two masks have a cell in common.</summary>
    public int OutputsInCommon(ulong[] a, ulong[] b)
    {
        var count = 0;
        for (var i = 0; i < outputs.Length; i++)
            for (var word = starts[i]; word < starts[i + 1]; word++)
                if ((a[word] & b[word]) != 0)
                {
                    count++;
                    break;
                }
        return count;
    }

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
