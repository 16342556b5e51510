namespace ArcMini.Rendering;

/// <summary>Writes pictures as SVG files.</summary>
internal static class Svg
{
    /// <summary>Writes a picture as an SVG document in UTF-8.</summary>
    public static void Write(Stream stream, Picture picture)
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        text.Write($"""<svg xmlns="http://www.w3.org/2000/svg" width="{picture.Width}" height="{picture.Height}" """);
        text.WriteLine($"""viewBox="0 0 {picture.Width} {picture.Height}" shape-rendering="crispEdges">""");
        text.WriteLine($"""<rect width="100%" height="100%" fill="{Hex(Picture.Background)}"/>""");
        foreach (var color in picture.Cells.GroupBy(cell => cell.Color).OrderBy(cells => cells.Key))
        {
            text.WriteLine($"""<g fill="{Hex(Palette.Of(color.Key))}">""");
            foreach (var cell in color)
                text.WriteLine($"""<rect x="{cell.X}" y="{cell.Y}" width="{cell.Width}" height="{cell.Height}"/>""");
            text.WriteLine("</g>");
        }
        text.WriteLine("</svg>");
    }

    private static string Hex((byte R, byte G, byte B) rgb) => $"#{rgb.R:X2}{rgb.G:X2}{rgb.B:X2}";
}
