using System.Text;
using System.Text.Json;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Model;

/// <summary>What a token stands for.</summary>
internal enum TokenKind
{
    /// <summary>One byte of UTF-8, so that any text can be written.</summary>
    Byte,

    /// <summary>A mark of the prompt, or cells of a grid; never part of a program's text.</summary>
    Control,

    /// <summary>A piece of a program's text.</summary>
    Word,
}

/// <summary>A token: its text (<c>&lt;0x41&gt;</c> for a byte) and its kind.</summary>
internal sealed record Token(string Text, TokenKind Kind);

/// <summary>
/// ArcMini's own tokens: bytes, marks, cells and the words of the language, each with its number. A program's text is the
/// concatenation of its tokens' texts, exactly as <see cref="Printer"/> prints it; the longest word that fits is taken.
/// </summary>
/// <remarks>
/// A grid has one token for every two neighbouring cells of a row, one for the last cell of an odd row, and one between rows:
/// half as many as with one a cell.
/// </remarks>
internal sealed class Vocabulary
{
    /// <summary>The version of the language whose words these are; programs of another version may mean something else.</summary>
    public const string Language = "2";

    /// <summary>The words that are literals, by kind.</summary>
    private static readonly string[][] LiteralTexts =
    [
        ["true", "false"],
        [.. Color.Names],
        [.. Point.Directions.Select(direction => direction.Name)],
        [.. Enumerable.Range(-10, 41).Select(number => $"{number}")],
    ];

    private readonly Dictionary<string, int> words = [];
    private readonly int[] bytes = new int[256];
    private readonly int[] cells = new int[Color.Count];
    private readonly int[] pairs = new int[Color.Count * Color.Count];
    private readonly Dictionary<char, int> longest = [];

    /// <summary>A vocabulary of the given tokens, as a model was trained with them.</summary>
    /// <exception cref="FormatException">A mark, a byte or a cell token is missing.</exception>
    public Vocabulary(IReadOnlyList<Token> tokens)
    {
        Tokens = tokens;
        var numbers = new Dictionary<string, int>();
        for (var id = 0; id < tokens.Count; id++)
        {
            numbers[(tokens[id].Kind == TokenKind.Word ? "w" : "c") + tokens[id].Text] = id;
            if (tokens[id].Kind == TokenKind.Word)
                words[tokens[id].Text] = id;
        }
        (Bos, Eos, Pad) = (Control("<bos>"), Control("<eos>"), Control("<pad>"));
        (Input, Output, Program, Row) = (Control("<input>"), Control("<output>"), Control("<program>"), Control("<row>"));
        for (var value = 0; value < 256; value++)
            bytes[value] = Control(ByteText(value));
        for (var a = 0; a < Color.Count; a++)
        {
            cells[a] = Control($"<{a}>");
            for (var b = 0; b < Color.Count; b++)
                pairs[a * Color.Count + b] = Control($"<{a}{b}>");
        }
        foreach (var word in words.Keys.Where(word => word.Length > 0))
            longest[word[0]] = Math.Max(longest.GetValueOrDefault(word[0]), word.Length);
        Literals = [.. tokens.Select(token => token.Kind == TokenKind.Word && Array.FindIndex(LiteralTexts, texts => texts.Contains(token.Text)) is >= 0 and var kind ? kind : (int?)null)];

        int Control(string text) => numbers.TryGetValue("c" + text, out var id) ? id : throw new FormatException($"the vocabulary has no token {text}");
    }

    /// <summary>The vocabulary of this version's primitive table.</summary>
    public static Vocabulary Current { get; } = new(FromTable());

    /// <summary>All tokens by number.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>For each token that is a literal its kind: the number of the list of <see cref="LiteralTexts"/> that it is in; null for any other.</summary>
    public IReadOnlyList<int?> Literals { get; }

    /// <summary>Begins an example.</summary>
    public int Bos { get; }

    /// <summary>Ends a program.</summary>
    public int Eos { get; }

    /// <summary>Fills a batch.</summary>
    public int Pad { get; }

    /// <summary>Begins an input grid.</summary>
    public int Input { get; }

    /// <summary>Begins an output grid.</summary>
    public int Output { get; }

    /// <summary>Begins the program.</summary>
    public int Program { get; }

    /// <summary>Stands between two rows of a grid.</summary>
    public int Row { get; }

    /// <summary>Appends the tokens of a program's text.</summary>
    public void Encode(string text, List<int> to)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(longest.GetValueOrDefault(text[at]), text.Length - at);
            var id = 0;
            while (length > 0 && !lookup.TryGetValue(text.AsSpan(at, length), out id))
                length--;
            if (length > 0)
            {
                to.Add(id);
                at += length;
                continue;
            }
            length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
            foreach (var value in Encoding.UTF8.GetBytes(text.Substring(at, length)))
                to.Add(bytes[value]);
            at += length;
        }
    }

    /// <summary>Appends the tokens of an opaque grid.</summary>
    public void Encode(Grid grid, List<int> to)
    {
        for (var r = 0; r < grid.Rows; r++)
        {
            if (r > 0)
                to.Add(Row);
            for (var c = 0; c + 1 < grid.Cols; c += 2)
                to.Add(pairs[grid[r, c] * Color.Count + grid[r, c + 1]]);
            if (grid.Cols % 2 == 1)
                to.Add(cells[grid[r, grid.Cols - 1]]);
        }
    }

    /// <summary>How many tokens <see cref="Encode(Grid, List{int})"/> gives.</summary>
    public static int Length(Grid grid) => grid.Rows * ((grid.Cols + 1) / 2 + 1) - 1;

    /// <summary>The text of a program's tokens; marks and cells give none.</summary>
    public string Decode(IEnumerable<int> ids)
    {
        var text = new List<byte>();
        foreach (var id in ids)
            if (Tokens[id].Kind == TokenKind.Word)
                text.AddRange(Encoding.UTF8.GetBytes(Tokens[id].Text));
            else if (Tokens[id].Kind == TokenKind.Byte)
                text.Add((byte)Array.IndexOf(bytes, id));
        return Encoding.UTF8.GetString([.. text]);
    }

    /// <summary>Writes the tokens and the marks' numbers, as <c>training/</c> reads them.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("language", Language);
        json.WriteString("prompt", Prompt.Version);
        json.WriteStartArray("tokens");
        foreach (var token in Tokens)
        {
            json.WriteStartObject();
            json.WriteString("text", token.Text);
            json.WriteString("kind", token.Kind switch { TokenKind.Byte => "byte", TokenKind.Control => "control", _ => "word" });
            json.WriteEndObject();
        }
        json.WriteEndArray();
        foreach (var (name, id) in new[] { ("bos", Bos), ("eos", Eos), ("pad", Pad), ("input", Input), ("output", Output), ("program", Program) })
            json.WriteNumber(name, id);
        json.WriteEndObject();
    }

    /// <summary>How a byte token is written.</summary>
    public static string ByteText(int value) => $"<0x{value:X2}>";

    private static List<Token> FromTable()
    {
        string[] marks = ["<bos>", "<eos>", "<pad>", "<input>", "<output>", "<program>", "<row>"];
        string[] signs = ["input", " |> ", " => ", ", ", "(", ")", "[", "]", "?", "\"", "/", ".", "\n", "if ", " then ", " else ", "let ", " = "];
        var colors = Enumerable.Range(0, Color.Count);
        return
        [
            .. Enumerable.Range(0, 256).Select(value => new Token(ByteText(value), TokenKind.Byte)),
            .. marks.Select(mark => new Token(mark, TokenKind.Control)),
            .. colors.Select(a => new Token($"<{a}>", TokenKind.Control)),
            .. colors.SelectMany(a => colors.Select(b => new Token($"<{a}{b}>", TokenKind.Control))),
            .. signs.Concat(LiteralTexts[0])
                .Concat(PrimitiveTable.All.Select(row => row.Operator is { } sign ? $" {sign.Sign} " : row.Name))
                .Concat(LiteralTexts[1..].SelectMany(texts => texts))
                .Concat("abcdefgh".Select(variable => $"{variable}"))
                .Distinct()
                .Select(word => new Token(word, TokenKind.Word)),
        ];
    }
}
