using System.Text;
using System.Text.Json;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Model;

/// <summary>
/// ArcMini's own tokens with their ids, and how programs and grids are written with them. A program's text is the concatenation of
/// its tokens' texts, exactly as <see cref="Printer"/> prints it. Of the words that the text goes on with, the longest is taken.
/// </summary>
/// <remarks>
/// A grid has one token for every two neighbouring cells of a row, one for the last cell of an odd row, and one between rows:
/// about half as many tokens as cells.
/// </remarks>
internal sealed class Vocabulary
{
    /// <summary>The version of the language whose words these are. In another version a program may mean something else.</summary>
    public const string Language = "3";

    /// <summary>
    /// The versions of the language whose programs can be read. Version 3 adds words, and changes what <c>shoot</c> and <c>beam</c> do
    /// where several rays share a line. So a program of version 2 is still a program, and seldom means something else. What it means is
    /// judged by the pairs of the task.
    /// </summary>
    public static readonly IReadOnlyList<string> ReadableLanguages = ["2", Language];

    private readonly Dictionary<string, int> words = [];
    private readonly int[] bytes = new int[256];
    private readonly int[] cells = new int[Color.Count];
    private readonly int[] pairs = new int[Color.Count * Color.Count];

    /// <summary>For each character that words begin with, the length of the longest of these words.</summary>
    private readonly Dictionary<char, int> longest = [];

    /// <summary>A vocabulary of the given tokens, as a model was trained with them.</summary>
    /// <exception cref="FormatException">A mark, a byte or a cell token is missing.</exception>
    public Vocabulary(IReadOnlyList<Token> tokens)
    {
        Tokens = tokens;
        var others = new Dictionary<string, int>();
        for (var id = 0; id < tokens.Count; id++)
            (tokens[id].Kind == TokenKind.Word ? words : others)[tokens[id].Text] = id;
        (Bos, Eos, Pad) = (Find("<bos>"), Find("<eos>"), Find("<pad>"));
        (Input, Output, Program, Row) = (Find("<input>"), Find("<output>"), Find("<program>"), Find("<row>"));
        for (var value = 0; value < bytes.Length; value++)
            bytes[value] = Find(Token.ByteText(value));
        for (var left = 0; left < Color.Count; left++)
        {
            cells[left] = Find(LanguageTokens.CellText(left));
            for (var right = 0; right < Color.Count; right++)
                pairs[left * Color.Count + right] = Find(LanguageTokens.CellsText(left, right));
        }
        foreach (var word in words.Keys.Where(word => word.Length > 0))
            longest[word[0]] = Math.Max(longest.GetValueOrDefault(word[0]), word.Length);
        Literals = [.. tokens.Select(LanguageTokens.LiteralKind)];

        int Find(string text) =>
            others.TryGetValue(text, out var id) ? id : throw new FormatException($"the vocabulary has no token {text}");
    }

    /// <summary>The vocabulary of this version's primitive table.</summary>
    public static Vocabulary Current { get; } = new(LanguageTokens.All());

    /// <summary>All tokens by id.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>For each token the kind of literal that it is, as a number; null for any other token.</summary>
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

    /// <summary>Appends the tokens of a program's text. What is no word is written in bytes.</summary>
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

    /// <summary>How many tokens <see cref="Encode(Grid, List{int})"/> appends.</summary>
    public static int Length(Grid grid) => grid.Rows * ((grid.Cols + 1) / 2 + 1) - 1;

    /// <summary>The text of a program's tokens; marks and cells have none.</summary>
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

    /// <summary>Writes the tokens and the ids of the marks, as <c>training/</c> reads them.</summary>
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
        (string Name, int Id)[] marks =
            [("bos", Bos), ("eos", Eos), ("pad", Pad), ("input", Input), ("output", Output), ("program", Program)];
        foreach (var (name, id) in marks)
            json.WriteNumber(name, id);
        json.WriteEndObject();
    }
}
