using System.Security;

namespace ArcMini.Rendering;

/// <summary>Writes pictures as SVG files.</summary>
internal static class Svg
{
    private const int FontSize = 16;
    private const int LetterWidth = 10;
    private const int LineHeight = 24;
    private const int Margin = 24;

    /// <summary>Writes a picture as an SVG document in UTF-8.</summary>
    public static void Write(Stream stream, Picture picture)
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        var (width, height) = Size(picture);
        text.Write($"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" """);
        text.WriteLine($"""viewBox="0 0 {width} {height}" shape-rendering="crispEdges">""");
        text.WriteLine($"""<rect width="100%" height="100%" fill="{Hex(Picture.Background)}"/>""");
        foreach (var color in picture.Cells.GroupBy(cell => cell.Color).OrderBy(cells => cells.Key))
        {
            text.WriteLine($"""<g fill="{Hex(Palette.Of(color.Key))}">""");
            foreach (var cell in color)
                text.WriteLine($"""<rect x="{cell.X}" y="{cell.Y}" width="{cell.Width}" height="{cell.Height}"/>""");
            text.WriteLine("</g>");
        }
        for (var i = 0; i < picture.Caption.Count; i++)
        {
            text.Write($"""<text x="{Margin}" y="{picture.Height + i * LineHeight + FontSize}" fill="#FFFFFF" """);
            text.Write($"""font-family="monospace" font-size="{FontSize}" xml:space="preserve">""");
            text.WriteLine($"{SecurityElement.Escape(picture.Caption[i])}</text>");
        }
        text.WriteLine("</svg>");
    }

    private static (int Width, int Height) Size(Picture picture) => picture.Caption.Count == 0
        ? (picture.Width, picture.Height)
        : (Math.Max(picture.Width, 2 * Margin + LetterWidth * picture.Caption.Max(line => line.Length)),
            picture.Height + picture.Caption.Count * LineHeight + Margin);

    private static string Hex((byte R, byte G, byte B) rgb) => $"#{rgb.R:X2}{rgb.G:X2}{rgb.B:X2}";
}
