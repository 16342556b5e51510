using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Values;

namespace ArcMini.Model;

/// <summary>The tokens of ArcMini's own vocabulary: bytes, marks, cells and the words of this version's language.</summary>
internal static class LanguageTokens
{
    /// <summary>The words that are literals, by kind: truth values, colours, directions, whole numbers from -10 to 30.</summary>
    private static readonly string[][] literals =
    [
        ["true", "false"],
        [.. Color.Names],
        [.. Point.Directions.Select(direction => direction.Name)],
        [.. Enumerable.Range(-10, 41).Select(number => $"{number}")],
    ];

    private static readonly string[] marks = ["<bos>", "<eos>", "<pad>", "<input>", "<output>", "<program>", "<row>"];

    private static readonly string[] signs =
        ["input", " |> ", " => ", ", ", "(", ")", "[", "]", "?", "\"", "/", ".", "\n", "if ", " then ", " else ", "let ", " = "];

    /// <summary>All tokens, in the order of their ids.</summary>
    public static List<Token> All()
    {
        var colors = Enumerable.Range(0, Color.Count);
        return
        [
            .. Enumerable.Range(0, 256).Select(value => new Token(Token.ByteText(value), TokenKind.Byte)),
            .. marks.Select(mark => new Token(mark, TokenKind.Control)),
            .. colors.Select(color => new Token(CellText(color), TokenKind.Control)),
            .. colors.SelectMany(left => colors.Select(right => new Token(CellsText(left, right), TokenKind.Control))),
            .. Words().Distinct().Select(word => new Token(word, TokenKind.Word)),
        ];
    }

    /// <summary>The kind of literal that a token is, as a number from 0 on; null for any other token.</summary>
    public static int? LiteralKind(Token token) =>
        token.Kind == TokenKind.Word && Array.FindIndex(literals, texts => texts.Contains(token.Text)) is >= 0 and var kind ? kind : null;

    /// <summary>The text of the token of one cell.</summary>
    public static string CellText(int color) => $"<{color}>";

    /// <summary>The text of the token of two neighbouring cells of a row.</summary>
    public static string CellsText(int left, int right) => $"<{left}{right}>";

    private static IEnumerable<string> Words() =>
        signs.Concat(literals[0])
            .Concat(PrimitiveTable.All.Select(primitive => primitive.Operator is { } sign ? $" {sign.Sign} " : primitive.Name))
            .Concat(literals[1..].SelectMany(texts => texts))
            .Concat("abcdefgh".Select(variable => $"{variable}"));
}
