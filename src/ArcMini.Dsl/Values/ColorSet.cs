using System.Numerics;
using System.Runtime.Intrinsics;

namespace ArcMini.Dsl.Values;

/// <summary>A set of cell values: colours, and <see cref="Grid.Transparent"/>.</summary>
public readonly struct ColorSet
{
    private readonly uint bits;

    private ColorSet(uint bits) => this.bits = bits;

    /// <summary>The set as a number, a bit for each value from 0 on.</summary>
    public int Bits => (int)bits;

    /// <summary>The ten colours.</summary>
    public static ColorSet Visible { get; } = new((1u << Grid.Transparent) - 1);

    /// <summary>One colour alone.</summary>
    public static ColorSet Of(byte color) => new(1u << color);

    /// <summary>The values that occur among some cells.</summary>
    public static ColorSet Of(ReadOnlySpan<byte> cells)
    {
        var bits = 0u;
        foreach (var cell in cells)
            bits |= 1u << cell;
        return new(bits);
    }

    /// <summary>How many of the ten colours are in it.</summary>
    public int Colors => BitOperations.PopCount(bits & Visible.bits);

    /// <summary>Whether a cell's value is in it.</summary>
    public bool Has(byte cell) => (bits >> cell & 1) != 0;

    /// <summary>All bits at the place of each value that is in it, none at the others.</summary>
    internal Vector128<byte> Mask
    {
        get
        {
            var bit = Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128);
            return Vector128.Equals(Vector128.Create(Vector64.Create((byte)bits), Vector64.Create((byte)(bits >> 8))) & bit, bit);
        }
    }

    /// <summary>All values that are in one of two sets.</summary>
    public static ColorSet operator |(ColorSet a, ColorSet b) => new(a.bits | b.bits);

    /// <summary>All values that are in both of two sets.</summary>
    public static ColorSet operator &(ColorSet a, ColorSet b) => new(a.bits & b.bits);

    /// <summary>All values that are not in it.</summary>
    public ColorSet Others => new(~bits);

    /// <summary>All that are in it but one.</summary>
    public ColorSet Without(byte color) => new(bits & ~(1u << color));
}
