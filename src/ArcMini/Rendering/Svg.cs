namespace ArcMini.Rendering;

/// <summary>Writes pictures as SVG files.</summary>
internal static class Svg
{
    /// <summary>Writes a picture as an SVG document in UTF-8.</summary>
    public static void Write(Stream stream, Picture picture, Palette palette)
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        text.Write($"""<svg xmlns="http://www.w3.org/2000/svg" width="{picture.Width}" height="{picture.Height}" """);
        text.WriteLine($"""viewBox="0 0 {picture.Width} {picture.Height}" shape-rendering="crispEdges">""");
        text.WriteLine($"""<rect width="100%" height="100%" fill="{Hex(Picture.Background)}"/>""");
        foreach (var color in picture.Cells.GroupBy(cell => cell.Color).OrderBy(cells => cells.Key))
            WriteGroup(text, palette.Hex(color.Key), color);
        foreach (var ink in picture.Dots.GroupBy(dot => palette.IsLight(dot.Color) ? Picture.DarkInk : Picture.LightInk))
            WriteGroup(text, Hex(ink.Key), ink);
        text.WriteLine("</svg>");
    }

    private static void WriteGroup(StreamWriter text, string fill, IEnumerable<ColoredRectangle> rectangles)
    {
        text.WriteLine($"""<g fill="{fill}">""");
        foreach (var area in rectangles)
            text.WriteLine($"""<rect x="{area.X}" y="{area.Y}" width="{area.Width}" height="{area.Height}"/>""");
        text.WriteLine("</g>");
    }

    private static string Hex((byte R, byte G, byte B) rgb) => $"#{rgb.R:X2}{rgb.G:X2}{rgb.B:X2}";
}
