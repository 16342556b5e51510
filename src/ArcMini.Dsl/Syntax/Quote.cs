using System.Globalization;
using System.Text;

namespace ArcMini.Dsl.Syntax;

/// <summary>Text that comes from a file or a person, as a message may show it: no control characters, and not too long.</summary>
public static class Quote
{
    /// <summary>The most characters that a message quotes.</summary>
    public const int MaxLength = 80;

    /// <summary>The text on one line, cut after <see cref="MaxLength"/> characters.</summary>
    public static string Of(ReadOnlySpan<char> text) =>
        text.Length <= MaxLength ? OneLine(text.ToString()) : OneLine(text[..MaxLength].ToString()) + "...";

    /// <summary>The text on one line: line ends and all other characters that a terminal would obey are written as escapes.</summary>
    public static string OneLine(string text) => Visible(text, _ => false);

    /// <summary>The text with an escape for each character that a terminal would obey, but for those that are kept.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keep">Tells whether a character stays as it is.</param>
    public static string Visible(string text, Func<char, bool> keep)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var visible = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (keep(character) || !IsObeyed(character))
                visible.Append(character);
            else
                visible.Append(Escape(character));
        }
        return visible.ToString();
    }

    /// <summary>
    /// Whether a terminal obeys a character: control characters, line separators, and those that turn the direction of writing.
    /// </summary>
    internal static bool IsObeyed(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Escape(char character) => character switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => $"\\u{(int)character:x4}",
    };
}
