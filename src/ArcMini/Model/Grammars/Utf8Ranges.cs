using System.Text;

namespace ArcMini.Model.Grammars;

/// <summary>
/// The UTF-8 forms of a range of code points, as sequences of byte ranges (the construction of Thompson's grep and of RE2).
/// </summary>
internal static class Utf8Ranges
{
    private const int LastCodePoint = 0x10FFFF, FirstSurrogate = 0xD800, LastSurrogate = 0xDFFF;

    /// <summary>The last code point there is.</summary>
    public static int Last => LastCodePoint;

    /// <summary>Sequences of byte sets that together match exactly the code points from first to last, surrogates left out.</summary>
    public static IEnumerable<ByteSet[]> Of(int first, int last)
    {
        if (first > last) return [];
        if (first <= LastSurrogate && last >= FirstSurrogate)
            return [.. Of(first, FirstSurrogate - 1), .. Of(LastSurrogate + 1, last)];
        foreach (var longest in (int[])[0x7F, 0x7FF, 0xFFFF])
        {
            if (first <= longest && longest < last) return [.. Of(first, longest), .. Of(longest + 1, last)];
        }
        if (last <= 0x7F) return [[ByteSet.Range(first, last)]];

        // Where the leading bits of the two differ, the range is cut so that the trailing six-bit parts run over all their values.
        for (var bits = 6; bits <= 18; bits += 6)
        {
            var mask = (1 << bits) - 1;
            if ((first & ~mask) == (last & ~mask)) continue;
            if ((first & mask) != 0) return [.. Of(first, first | mask), .. Of((first | mask) + 1, last)];
            if ((last & mask) != mask) return [.. Of(first, (last & ~mask) - 1), .. Of(last & ~mask, last)];
        }
        var (low, high) = (Bytes(first), Bytes(last));
        return [[.. low.Zip(high, (from, to) => ByteSet.Range(from, to))]];
    }

    private static byte[] Bytes(int codePoint) => Encoding.UTF8.GetBytes(new Rune(codePoint).ToString());
}
