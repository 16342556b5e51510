using ArcMini.Dsl.Values;

namespace ArcMini.Rendering;

/// <summary>What the ten colours look like.</summary>
internal sealed class Palette
{
    /// <summary>The brightness, out of 255,000, above which dark text is more readable than light text.</summary>
    private const int LightFrom = 128_000;

    private readonly uint[] rgb;

    private Palette(string name, params uint[] rgb) => (Name, this.rgb) = (name, rgb);

    /// <summary>The colours of ARC's own viewer.</summary>
    public static Palette Arc { get; } = new(
        "arc", 0x000000, 0x0074D9, 0xFF4136, 0x2ECC40, 0xFFDC00, 0xAAAAAA, 0xF012BE, 0xFF851B, 0x7FDBFF, 0x870C25);

    /// <summary>
    /// Colours that colour-blind people can tell apart: those of Okabe and Ito, with a grey, and the wine red of Paul Tol.
    /// </summary>
    public static Palette ColorBlind { get; } = new(
        "colorblind", 0x000000, 0x0072B2, 0xD55E00, 0x009E73, 0xF0E442, 0x999999, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x882255);

    /// <summary>All palettes, the default one first.</summary>
    public static IReadOnlyList<Palette> All { get; } = [Arc, ColorBlind];

    /// <summary>The number of colours.</summary>
    public static int Count => Color.Count;

    /// <summary>The name, as <c>--palette</c> takes it.</summary>
    public string Name { get; }

    /// <summary>Red, green and blue of a colour 0-9.</summary>
    public (byte R, byte G, byte B) Of(byte color) => ((byte)(rgb[color] >> 16), (byte)(rgb[color] >> 8), (byte)rgb[color]);

    /// <summary>A colour 0-9 as in a style sheet: <c>#0074D9</c>.</summary>
    public string Hex(byte color) => $"#{rgb[color]:X6}";

    /// <summary>Whether dark text is more readable than light text on a colour.</summary>
    public bool IsLight(byte color) => Of(color) is var (r, g, b) && 299 * r + 587 * g + 114 * b > LightFrom;
}
