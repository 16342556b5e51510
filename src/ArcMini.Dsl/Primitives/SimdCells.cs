using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ArcMini.Dsl.Primitives;

/// <summary>Reads and writes the cells of a grid in vectors of sixteen.</summary>
internal static class SimdCells
{
    /// <summary>The number of cells in a vector.</summary>
    public const int Length = 16;

    /// <summary>The lookup table that leaves every value as it is: the numbers 0 to 15.</summary>
    public static Vector128<byte> Identity => Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

    /// <summary>The cells from an index on. The elements beyond the last cell have no defined value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Read(ReadOnlySpan<byte> cells, int at)
    {
        if (at <= cells.Length - Length)
            return Vector128.Create(cells[at..]);
        if (cells.Length < Length)
            return ReadRest(cells[at..]);
        var shift = Vector128.Create((byte)(at + Length - cells.Length));
        return Vector128.ShuffleNative(Vector128.Create(cells[^Length..]), Identity + shift);
    }

    /// <summary>Writes a vector to the cells from an index on. The elements beyond the last cell are dropped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Vector128<byte> values, Span<byte> cells, int at)
    {
        if (at <= cells.Length - Length)
            values.CopyTo(cells[at..]);
        else
            WriteRest(values, cells[at..]);
    }

    private static Vector128<byte> ReadRest(ReadOnlySpan<byte> cells)
    {
        Span<byte> rest = stackalloc byte[Length];
        cells.CopyTo(rest);
        return Vector128.Create<byte>(rest);
    }

    private static void WriteRest(Vector128<byte> values, Span<byte> cells)
    {
        Span<byte> all = stackalloc byte[Length];
        values.CopyTo(all);
        all[..cells.Length].CopyTo(cells);
    }
}
