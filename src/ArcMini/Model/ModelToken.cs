namespace ArcMini.Model;

/// <summary>A token of a model: its text (<c>&lt;0x41&gt;</c> for a byte) and its kind.</summary>
internal sealed record ModelToken(string Text, ModelTokenKind Kind);

/// <summary>What a token of a model stands for.</summary>
internal enum ModelTokenKind
{
    /// <summary>A piece of text.</summary>
    Text,

    /// <summary>One byte of UTF-8.</summary>
    Byte,

    /// <summary>A mark that is not rendered.</summary>
    Control,
}
