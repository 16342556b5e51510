using System.Text;
using ArcMini.Dsl.Syntax;

namespace ArcMini.Platform;

/// <summary>
/// Writes text in UTF-8 to a stream that may be a terminal. No character that a terminal would obey gets through, but for line ends, tabs
/// and, where it is allowed, codes for colours.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="colors">Whether codes for colours are allowed.</param>
internal sealed class TerminalWriter(Stream stream, bool colors) : TextWriter
{
    private readonly StreamWriter writer = new(stream, new UTF8Encoding(false)) { AutoFlush = true };

    /// <inheritdoc/>
    public override Encoding Encoding => writer.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => writer.Write(Harmless(value.ToString()));

    /// <inheritdoc/>
    public override void Write(string? value) => writer.Write(Harmless(value ?? ""));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    /// <inheritdoc/>
    public override void Write(StringBuilder? value) => Write(value?.ToString());

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    private string Harmless(string text)
    {
        if (!colors || !text.Contains('\e'))
            return Visible(text);
        var harmless = new StringBuilder(text.Length);
        var done = 0;
        for (var start = text.IndexOf('\e'); start >= 0; start = text.IndexOf('\e', start + 1))
        {
            if (ColorCodeLength(text.AsSpan(start)) is not (> 0 and var length))
                continue;
            harmless.Append(Visible(text[done..start])).Append(text, start, length);
            done = start + length;
        }
        return harmless.Append(Visible(text[done..])).ToString();
    }

    /// <summary>The length of a code for colours at the beginning of a text: ESC, a bracket, numbers and m. 0 if there is none.</summary>
    private static int ColorCodeLength(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("\e["))
            return 0;
        var numbers = text[2..].IndexOfAnyExcept("0123456789;");
        return numbers >= 0 && text[2 + numbers] == 'm' ? numbers + 3 : 0;
    }

    private static string Visible(string text) => Quote.Visible(text, character => character is '\n' or '\t');
}
