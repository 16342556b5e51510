using Sprache;

namespace ArcMini.Dsl.Syntax;

/// <summary>The words and signs of the language, as Sprache parsers that never consume anything when they fail.</summary>
internal static class Lexis
{
    /// <summary>The words that are no names.</summary>
    public static readonly IReadOnlySet<string> Keywords = new HashSet<string> { "let", "if", "then", "else", "and", "or", "true", "false" };

    /// <summary>A word of lower-case ASCII letters, digits and <c>_</c> that begins with a letter and is no keyword.</summary>
    public static readonly Parser<(string Text, Span At)> Word = Leaf("a name", rest =>
    {
        var length = WordLength(rest);
        return length > 0 && !Keywords.Contains(rest[..length].ToString()) ? length : 0;
    });

    /// <summary>A whole number, with a sign before it if it is negative.</summary>
    public static readonly Parser<(string Text, Span At)> Number = Leaf("a number", rest =>
    {
        var sign = rest is ['-', ..] ? 1 : 0;
        var digits = rest[sign..].IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = rest.Length - sign;
        return digits == 0 ? 0 : sign + digits;
    });

    /// <summary>A grid literal in its quotes, the second of which may be missing.</summary>
    public static readonly Parser<(string Text, Span At)> Quoted = Leaf("a grid in quotes", rest =>
    {
        if (rest is not ['"', ..])
            return 0;
        var end = rest[1..].IndexOfAny('"', '\n');
        return end < 0 ? rest.Length : rest[end + 1] == '"' ? end + 2 : end + 1;
    });

    /// <summary>An operator between two operands.</summary>
    public static readonly Parser<(string Text, Span At)> Operator = Leaf("an operator", rest => rest switch
    {
        ['=' or '!' or '<' or '>', '=', ..] => 2,
        ['<' or '>' or '+' or '-' or '*' or '/' or '%', ..] => 1,
        _ => rest[..WordLength(rest)] is "and" or "or" ? WordLength(rest) : 0,
    });

    /// <summary>The comment lines that stand before a <c>let</c> or a result, without their <c>#</c>.</summary>
    public static readonly Parser<string> Comment = Leaf("a comment", rest =>
        rest is not ['#', ..] ? 0 : rest.IndexOf('\n') is var end && end < 0 ? rest.Length : end).Select(comment => comment.Text[1..].Trim());

    /// <summary>Blanks and line ends.</summary>
    public static readonly Parser<int> Blanks = input =>
    {
        var cursor = (Cursor)input;
        var length = BlankLength(cursor.Rest);
        return Result.Success(length, cursor.Skip(length));
    };

    /// <summary>A sign such as <c>|></c>.</summary>
    public static Parser<(string Text, Span At)> Sign(string sign) => Leaf($"'{sign}'", rest => rest.StartsWith(sign) ? sign.Length : 0);

    /// <summary>What a rule reads, unless a line begins there: a bracket on a new line begins an expression and no arguments.</summary>
    public static Parser<T> OnSameLine<T>(Parser<T> rule) => input =>
        ((Cursor)input).BeginsLine ? Result.Failure<T>(input, "", []) : rule(input);

    /// <summary>A keyword.</summary>
    public static Parser<(string Text, Span At)> Keyword(string word) => Leaf($"'{word}'", rest => WordLength(rest) == word.Length && rest.StartsWith(word) ? word.Length : 0);

    /// <summary>What stands at a place, for an error's "found".</summary>
    public static string Describe(Cursor at)
    {
        if (at.AtEnd)
            return "the end of the source";
        var digits = at.Rest.IndexOfAnyExceptInRange('0', '9');
        var length = Math.Max(WordLength(at.Rest), digits < 0 ? at.Rest.Length : Math.Max(digits, 1));
        return char.IsControl(at.Current) || char.IsSurrogate(at.Current) || char.IsWhiteSpace(at.Current) ? $"the character U+{(int)at.Current:X4}" : $"'{at.Rest[..length]}'";
    }

    private delegate int Measure(ReadOnlySpan<char> rest);

    private static Parser<(string Text, Span At)> Leaf(string name, Measure measure) => input =>
    {
        var start = (Cursor)input;
        var length = measure(start.Rest);
        if (length == 0)
            return Result.Failure<(string, Span)>(start, "", [name]);
        var end = start.Skip(length);
        return Result.Success((start.Rest[..length].ToString(), start.To(end)), end.Skip(BlankLength(end.Rest)));
    };

    private static int WordLength(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || !char.IsAsciiLetterLower(rest[0]))
            return 0;
        var length = 1;
        while (length < rest.Length && (char.IsAsciiLetterLower(rest[length]) || char.IsAsciiDigit(rest[length]) || rest[length] == '_'))
            length++;
        return length;
    }

    private static int BlankLength(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAnyExcept(" \t\r\n");
        return length < 0 ? rest.Length : length;
    }
}
