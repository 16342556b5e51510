namespace ArcMini.Dsl.Syntax;

/// <summary>A fault of a program: one sentence that says what is wrong, and the place.</summary>
public abstract class DslException(string message, Span at) : Exception(message)
{
    /// <summary>The place in the source.</summary>
    public Span At { get; } = at;

    /// <summary>The most characters of the source line that <see cref="Excerpt"/> has, and the most of them before the place.</summary>
    private const int ShownLength = 120, ShownBefore = 60;

    /// <summary>The fault with its file and place; below, the <see cref="Excerpt"/>.</summary>
    public string Show(string file, string source) => $"{Sentence(file)}\n{Excerpt(source)}";

    /// <summary>The fault with its file and place.</summary>
    public string Sentence(string file) => $"{Quote.OneLine(file)}:{At}: {Message}";

    /// <summary>The line of the source, and under it carets at the place.</summary>
    public string Excerpt(string source)
    {
        var line = source.Split('\n').ElementAtOrDefault(At.Line - 1)?.TrimEnd('\r') ?? "";
        var from = Math.Max(0, Math.Min(At.Column - 1, line.Length) - ShownBefore);
        var shown = line[from..Math.Min(line.Length, from + ShownLength)];
        var before = At.Column - 1 - from;
        var blanks = new string(' ', Math.Max(0, before));
        var carets = new string('^', Math.Clamp(At.Length, 1, Math.Max(1, shown.Length - before)));
        return $"    {Plain(shown)}\n    {blanks}{carets}";
    }

    /// <summary>The line with a blank in place of each character that a terminal would obey. So the carets stay under the place.</summary>
    private static string Plain(string line) => string.Concat(line.Select(character => Quote.IsObeyed(character) ? ' ' : character));
}

/// <summary>The source text is not a program.</summary>
public sealed class SyntaxException(string message, Span at) : DslException(message, at);

/// <summary>The program is well formed but wrong: an unknown name, a wrong type or a wrong number of arguments.</summary>
public sealed class TypeException(string message, Span at) : DslException(message, at);
