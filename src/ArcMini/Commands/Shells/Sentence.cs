namespace ArcMini.Commands.Shells;

/// <summary>Short forms of descriptions.</summary>
internal static class Sentence
{
    /// <summary>The first sentence, without the full stop.</summary>
    public static string First(string text) => text.IndexOf(". ", StringComparison.Ordinal) is >= 0 and var end
        ? text[..end]
        : text.TrimEnd('.');

    /// <summary>A text between single quotes, in which the given characters have a backslash before them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="special">The characters.</param>
    /// <param name="quote">What stands for a single quote within the text.</param>
    public static string Quoted(string text, string special, string quote) =>
        $"'{string.Concat(text.Select(sign => sign == '\'' ? quote : special.Contains(sign) ? $"\\{sign}" : $"{sign}"))}'";
}
