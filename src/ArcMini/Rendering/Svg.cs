namespace ArcMini.Rendering;

/// <summary>Pictures as SVG.</summary>
internal static class Svg
{
    /// <summary>Writes a picture as an SVG document in UTF-8.</summary>
    public static void Write(Stream stream, Picture picture)
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine($"""<svg xmlns="http://www.w3.org/2000/svg" width="{picture.Width}" height="{picture.Height}" viewBox="0 0 {picture.Width} {picture.Height}" shape-rendering="crispEdges">""");
        text.WriteLine($"""<rect width="100%" height="100%" fill="{Hex(Picture.Paper)}"/>""");
        foreach (var color in picture.Boxes.GroupBy(box => box.Color).OrderBy(boxes => boxes.Key))
        {
            text.WriteLine($"""<g fill="{Hex(Palette.Of(color.Key))}">""");
            foreach (var box in color)
                text.WriteLine($"""<rect x="{box.X}" y="{box.Y}" width="{box.Width}" height="{box.Height}"/>""");
            text.WriteLine("</g>");
        }
        text.WriteLine("</svg>");
    }

    private static string Hex((byte R, byte G, byte B) rgb) => $"#{rgb.R:X2}{rgb.G:X2}{rgb.B:X2}";
}
