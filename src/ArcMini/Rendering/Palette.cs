using ArcMini.Dsl.Values;

namespace ArcMini.Rendering;

/// <summary>The ten colours as ARC's own viewer shows them.</summary>
internal static class Palette
{
    private static readonly uint[] Rgb =
    [
        0x000000, 0x0074D9, 0xFF4136, 0x2ECC40, 0xFFDC00, 0xAAAAAA, 0xF012BE, 0xFF851B, 0x7FDBFF, 0x870C25,
    ];

    /// <summary>Red, green and blue of a colour 0-9.</summary>
    public static (byte R, byte G, byte B) Of(byte color) => ((byte)(Rgb[color] >> 16), (byte)(Rgb[color] >> 8), (byte)Rgb[color]);

    /// <summary>Whether dark text is more readable than light text on a colour.</summary>
    public static bool IsLight(byte color) => Of(color) is var (r, g, b) && 299 * r + 587 * g + 114 * b > 128_000;

    /// <summary>The number of colours.</summary>
    public static int Count => Color.Count;
}
