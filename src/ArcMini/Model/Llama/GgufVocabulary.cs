using System.Globalization;

namespace ArcMini.Model.Llama;

/// <summary>The token list of a GGUF file whose tokenizer is of model <c>gpt2</c>, as ArcMini's own models have it.</summary>
internal static class GgufVocabulary
{
    private const int NormalType = 1, ControlType = 3;

    private static readonly Dictionary<char, byte> byteOfLetter = Enumerable.Range(0, 256).ToDictionary(b => Letter((byte)b), b => (byte)b);

    /// <summary>The tokens by id; those that stand for one byte are spelt <c>&lt;0x41&gt;</c>.</summary>
    public static IReadOnlyList<ModelToken> Read(Gguf gguf)
    {
        var texts = gguf.Texts("tokenizer.ggml.tokens") ?? [];
        var types = gguf.Integers("tokenizer.ggml.token_type");
        return [.. texts.Select((text, id) => Token(text, types?[id] ?? NormalType))];
    }

    private static ModelToken Token(string text, long type) => type switch
    {
        ControlType => new(text, ModelTokenKind.Control),
        NormalType when text.Length == 1 && byteOfLetter.TryGetValue(text[0], out var value) =>
            new($"<0x{value:X2}>", ModelTokenKind.Byte),
        NormalType when text.All(byteOfLetter.ContainsKey) =>
            new(System.Text.Encoding.UTF8.GetString([.. text.Select(letter => byteOfLetter[letter])]), ModelTokenKind.Text),
        _ when IsByte(text) => new(text, ModelTokenKind.Byte),
        _ => new(text, ModelTokenKind.Text),
    };

    private static bool IsByte(string text) =>
        text is ['<', '0', 'x', _, _, '>']
        && byte.TryParse(text.AsSpan(3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);

    /// <summary>The printable letter that GPT-2's vocabulary writes for a byte: itself, or one from U+0100 on.</summary>
    public static char Letter(byte value)
    {
        static bool Printable(int b) => b is >= '!' and <= '~' or >= 0xA1 and <= 0xAC or >= 0xAE and <= 0xFF;
        return Printable(value) ? (char)value : (char)(256 + Enumerable.Range(0, value).Count(b => !Printable(b)));
    }
}
