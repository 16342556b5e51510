using System.Globalization;
using System.Security;
using ArcMini.Dsl.Values;

namespace ArcMini.Rendering;

/// <summary>Writes pictures as SVG files.</summary>
internal static class Svg
{
    private const int FontSize = 16;
    private const int LetterWidth = 10;
    private const int LineHeight = 24;
    private const int Margin = 24;

    /// <summary>
    /// Writes a picture as an SVG document in UTF-8. Neighbouring cells of one colour in a row are one dashed line as thick as a cell. So
    /// the file stays small.
    /// </summary>
    public static void Write(Stream stream, Picture picture, Palette palette)
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        var (width, height) = Size(picture);
        text.Write($"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" """);
        text.WriteLine($"""viewBox="0 0 {width} {height}" shape-rendering="crispEdges">""");
        text.WriteLine($"""<rect width="100%" height="100%" fill="{Hex(Picture.Background)}"/>""");
        text.WriteLine($"""<g fill="none" stroke-width="{picture.CellSide}" stroke-dasharray="{picture.CellSide} {Picture.Line}">""");
        for (byte color = 0; color < Color.Count; color++)
        {
            var cells = picture.Cells.Where(cell => cell.Color == color);
            if (!cells.Any())
                continue;
            text.Write($"<path stroke=\"{palette.Hex(color)}\" d=\"");
            WriteRows(text, picture, cells);
            text.WriteLine("\"/>");
        }
        text.WriteLine("</g>");
        foreach (var ink in picture.Dots.GroupBy(dot => palette.IsLight(dot.Color) ? Picture.DarkInk : Picture.LightInk))
            WriteDots(text, Hex(ink.Key), ink);
        WriteCaption(text, picture);
        text.WriteLine("</svg>");
    }

    private static void WriteRows(StreamWriter text, Picture picture, IEnumerable<ColoredRectangle> cells)
    {
        ColoredRectangle? start = null;
        var count = 0;
        foreach (var cell in cells)
        {
            if (start is { } first && cell.Y == first.Y && cell.X == first.X + count * picture.Pitch)
            {
                count++;
                continue;
            }
            WriteRow(text, picture, start, count);
            (start, count) = (cell, 1);
        }
        WriteRow(text, picture, start, count);
    }

    private static void WriteRow(StreamWriter text, Picture picture, ColoredRectangle? start, int count)
    {
        if (start is { } first)
            text.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"M{first.X} {first.Y + picture.CellSide / 2.0}h{count * picture.Pitch - Picture.Line}"));
    }

    private static void WriteCaption(StreamWriter text, Picture picture)
    {
        for (var i = 0; i < picture.Caption.Count; i++)
        {
            text.Write($"""<text x="{Margin}" y="{picture.Height + i * LineHeight + FontSize}" fill="#FFFFFF" """);
            text.Write($"""font-family="monospace" font-size="{FontSize}" xml:space="preserve">""");
            text.WriteLine($"{SecurityElement.Escape(picture.Caption[i])}</text>");
        }
    }

    private static (int Width, int Height) Size(Picture picture) => picture.Caption.Count == 0
        ? (picture.Width, picture.Height)
        : (Math.Max(picture.Width, 2 * Margin + LetterWidth * picture.Caption.Max(line => line.Length)),
            picture.Height + picture.Caption.Count * LineHeight + Margin);

    private static void WriteDots(StreamWriter text, string fill, IEnumerable<ColoredRectangle> rectangles)
    {
        text.WriteLine($"""<g fill="{fill}">""");
        foreach (var area in rectangles)
            text.WriteLine($"""<rect x="{area.X}" y="{area.Y}" width="{area.Width}" height="{area.Height}"/>""");
        text.WriteLine("</g>");
    }

    private static string Hex((byte R, byte G, byte B) rgb) => $"#{rgb.R:X2}{rgb.G:X2}{rgb.B:X2}";
}
