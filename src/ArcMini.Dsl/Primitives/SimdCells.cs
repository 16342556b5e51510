using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ArcMini.Dsl.Primitives;

/// <summary>Sixteen cells at a time, or as many as are left.</summary>
internal static class SimdCells
{
    public const int Length = 16;

    /// <summary>A table in which every value stays what it is.</summary>
    public static Vector128<byte> Identity => Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

    /// <summary>The cells from a place on; anything for what lies beyond the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Read(ReadOnlySpan<byte> cells, int at) =>
        at <= cells.Length - Length ? Vector128.Create(cells[at..])
        : cells.Length >= Length ? Vector128.ShuffleNative(Vector128.Create(cells[^Length..]), Identity + Vector128.Create((byte)(at + Length - cells.Length)))
        : ReadRest(cells[at..]);

    /// <summary>Writes them from a place on; what lies beyond the last is lost.</summary>
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
