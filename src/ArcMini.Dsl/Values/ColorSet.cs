using System.Numerics;
using System.Runtime.Intrinsics;

namespace ArcMini.Dsl.Values;

/// <summary>A set of cell values, which are the ten colours and <see cref="Grid.Transparent"/>.</summary>
public readonly struct ColorSet
{
    private readonly uint bits;

    private ColorSet(uint bits) => this.bits = bits;

    /// <summary>The set as bits: bit i is set if the value i is in the set.</summary>
    public int Bits => (int)bits;

    /// <summary>The set of the ten colours.</summary>
    public static ColorSet Visible { get; } = new((1u << Grid.Transparent) - 1);

    /// <summary>The set of one colour.</summary>
    public static ColorSet Of(byte color) => new(1u << color);

    /// <summary>The set of the values of some cells.</summary>
    public static ColorSet Of(ReadOnlySpan<byte> cells)
    {
        var bits = 0u;
        foreach (var cell in cells)
            bits |= 1u << cell;
        return new(bits);
    }

    /// <summary>The number of colours in the set; transparent does not count.</summary>
    public int Colors => BitOperations.PopCount(bits & Visible.bits);

    /// <summary>Whether the set contains a cell's value.</summary>
    public bool Has(byte cell) => (bits >> cell & 1) != 0;

    /// <summary>A mask for table look-ups: byte i is 0xFF if the value i is in the set, else 0.</summary>
    internal Vector128<byte> Mask
    {
        get
        {
            var bit = Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128);
            return Vector128.Equals(Vector128.Create(Vector64.Create((byte)bits), Vector64.Create((byte)(bits >> 8))) & bit, bit);
        }
    }

    /// <summary>The union of two sets.</summary>
    public static ColorSet operator |(ColorSet a, ColorSet b) => new(a.bits | b.bits);

    /// <summary>The intersection of two sets.</summary>
    public static ColorSet operator &(ColorSet a, ColorSet b) => new(a.bits & b.bits);

    /// <summary>The complement: all values that are not in the set.</summary>
    public ColorSet Others => new(~bits);

    /// <summary>The set without one colour.</summary>
    public ColorSet Without(byte color) => new(bits & ~(1u << color));
}
