using System.Globalization;
using System.Text;

namespace ArcMini.Rendering;

/// <summary>What a page needs to show <see cref="InlineSvg"/> pictures: the colours of all palettes, and the digits.</summary>
internal static class PageStyle
{
    /// <summary>The width of a dot of a digit, in cells.</summary>
    private const double Dot = 0.11;

    /// <summary>
    /// The style sheet: variables <c>--c0</c> to <c>--c9</c> for the colours and <c>--n0</c> to <c>--n9</c> for the digits on them,
    /// by palette; and the classes c0 to c9.
    /// </summary>
    public static string Sheet()
    {
        var text = new StringBuilder();
        foreach (var palette in Palette.All)
        {
            text.Append($":root[data-palette={palette.Name}]{{");
            for (byte color = 0; color < Palette.Count; color++)
                text.Append($"--c{color}:{palette.Hex(color)};--n{color}:{(palette.IsLight(color) ? "#000" : "#fff")};");
            text.Append("}\n");
        }
        for (var color = 0; color < Palette.Count; color++)
        {
            text.Append($"path.c{color}{{stroke:var(--c{color})}}rect.c{color}{{fill:var(--c{color})}}");
            text.Append($":root.digits path.c{color}{{stroke:url(#n{color})}}:root.digits rect.c{color}{{fill:url(#n{color})}}\n");
        }
        return text.ToString();
    }

    /// <summary>The SVG patterns that the style sheet refers to: a cell with its digit for each colour.</summary>
    public static string Patterns()
    {
        var text = new StringBuilder();
        var (left, top) = ((1 - DigitFont.Columns * Dot) / 2, (1 - DigitFont.Rows * Dot) / 2 - 0.5 + Dot / 2);
        for (byte color = 0; color < Palette.Count; color++)
        {
            text.Append($"<pattern id=n{color} y=-.5 width=1 height=1 patternUnits=userSpaceOnUse viewBox=\"0 -.5 1 1\">");
            text.Append($"<rect y=-.5 width=1 height=1 style=\"fill:var(--c{color})\" /><path d=\"");
            foreach (var (column, row) in DigitFont.Of(color))
                text.Append(CultureInfo.InvariantCulture, $"M{left + column * Dot:0.##} {top + row * Dot:0.##}h{Dot}");
            text.Append(CultureInfo.InvariantCulture, $"\" style=\"stroke:var(--n{color});stroke-width:{Dot}\"/></pattern>\n");
        }
        return text.ToString();
    }
}
