using ArcMini.Commands.Options;
using ArcMini.Reports;
using ArcMini.Tasks;

namespace ArcMini.Commands.Reports;

/// <summary>Writes pages to files.</summary>
internal static class PageFile
{
    /// <summary>Writes a page that opens with the palette and the digits of the options.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string file, Page page, CommonOptions options) =>
        OutputFile.Write(file, stream => page.Write(stream, options.Palette, options.Digits));
}
