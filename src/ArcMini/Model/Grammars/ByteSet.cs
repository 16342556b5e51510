namespace ArcMini.Model.Grammars;

/// <summary>A set of bytes.</summary>
internal readonly record struct ByteSet(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>The bytes from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public static ByteSet Range(int first, int last)
    {
        var set = default(ByteSet);
        for (var value = first; value <= last; value++) set |= Of((byte)value);
        return set;
    }

    /// <summary>The set of one byte.</summary>
    public static ByteSet Of(byte value) => (value >> 6) switch
    {
        0 => new(1ul << value, 0, 0, 0),
        1 => new(0, 1ul << value, 0, 0),
        2 => new(0, 0, 1ul << value, 0),
        _ => new(0, 0, 0, 1ul << value),
    };

    /// <summary>The bytes of either set.</summary>
    public static ByteSet operator |(ByteSet x, ByteSet y) => new(x.A | y.A, x.B | y.B, x.C | y.C, x.D | y.D);

    /// <summary>Whether a byte is in the set.</summary>
    public bool Contains(byte value) => ((value >> 6) switch { 0 => A, 1 => B, 2 => C, _ => D } >> value & 1) != 0;
}
