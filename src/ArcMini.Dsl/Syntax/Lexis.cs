using Sprache;

namespace ArcMini.Dsl.Syntax;

/// <summary>The words and signs of the language, as parsers. A parser here reads nothing when it fails.</summary>
internal static class Lexis
{
    /// <summary>The words that cannot be names.</summary>
    public static readonly IReadOnlySet<string> Keywords =
        new HashSet<string> { "let", "if", "then", "else", "and", "or", "true", "false" };

    /// <summary>A name: lower-case ASCII letters, digits and <c>_</c>, with a letter first. Keywords are no names.</summary>
    public static readonly Parser<(string Text, Span At)> Word = Leaf("a name", rest =>
    {
        var length = WordLength(rest);
        return length > 0 && !Keywords.Contains(rest[..length].ToString()) ? length : 0;
    });

    /// <summary>A whole number, with <c>-</c> before it if it is negative.</summary>
    public static readonly Parser<(string Text, Span At)> Number = Leaf("a number", rest =>
    {
        var sign = rest is ['-', ..] ? 1 : 0;
        var digits = rest[sign..].IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = rest.Length - sign;
        return digits == 0 ? 0 : sign + digits;
    });

    /// <summary>A grid literal in quotes. The closing quote may be missing: the parser reports that.</summary>
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

    /// <summary>One comment line, without its <c>#</c> and the blanks around it.</summary>
    public static readonly Parser<string> Comment = Leaf("a comment", rest =>
        rest is not ['#', ..] ? 0 : rest.IndexOf('\n') is >= 0 and var end ? end : rest.Length)
        .Select(comment => comment.Text[1..].Trim());

    /// <summary>Blanks and line ends.</summary>
    public static readonly Parser<int> Blanks = input =>
    {
        var cursor = (Cursor)input;
        var length = BlankLength(cursor.Rest);
        return Result.Success(length, cursor.Skip(length));
    };

    /// <summary>A sign such as <c>|></c>.</summary>
    public static Parser<(string Text, Span At)> Sign(string sign) => Leaf($"'{sign}'", rest => rest.StartsWith(sign) ? sign.Length : 0);

    /// <summary>A parser that fails at the beginning of a line: a bracket on a new line begins an expression, not arguments.</summary>
    public static Parser<T> OnSameLine<T>(Parser<T> parser) => input =>
        ((Cursor)input).BeginsLine ? Result.Failure<T>(input, "", []) : parser(input);

    /// <summary>A keyword.</summary>
    public static Parser<(string Text, Span At)> Keyword(string word) =>
        Leaf($"'{word}'", rest => WordLength(rest) == word.Length && rest.StartsWith(word) ? word.Length : 0);

    /// <summary>What stands at a place, for "found ..." in an error sentence.</summary>
    public static string Describe(Cursor at)
    {
        if (at.AtEnd)
            return "the end of the source";
        if (char.IsControl(at.Current) || char.IsSurrogate(at.Current) || char.IsWhiteSpace(at.Current))
            return $"the character U+{(int)at.Current:X4}";
        var digits = at.Rest.IndexOfAnyExceptInRange('0', '9');
        var length = Math.Max(WordLength(at.Rest), digits < 0 ? at.Rest.Length : Math.Max(digits, 1));
        return $"'{Quote.Of(at.Rest[..length])}'";
    }

    /// <summary>The length of a word or sign at the beginning of a text; 0 if it does not begin with one.</summary>
    private delegate int Measure(ReadOnlySpan<char> rest);

    /// <summary>A parser for a word or sign and the blanks after it.</summary>
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
