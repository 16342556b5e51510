namespace ArcMini.Model;

/// <summary>A token of ArcMini's own vocabulary: its text (<c>&lt;0x41&gt;</c> for a byte) and its kind.</summary>
internal sealed record Token(string Text, TokenKind Kind)
{
    /// <summary>How the token of a byte is written.</summary>
    public static string ByteText(int value) => $"<0x{value:X2}>";
}

/// <summary>What a token of ArcMini's own vocabulary stands for.</summary>
internal enum TokenKind
{
    /// <summary>One byte of UTF-8, so that any text can be written.</summary>
    Byte,

    /// <summary>A mark of the prompt, or cells of a grid; never part of a program's text.</summary>
    Control,

    /// <summary>A piece of a program's text.</summary>
    Word,
}
