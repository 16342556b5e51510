namespace ArcMini.Dsl.Syntax;

/// <summary>A stretch of a source text.</summary>
/// <remarks>Any two spans are equal, so that two programs are equal even if their texts are laid out differently.</remarks>
public readonly struct Span(int offset, int line, int column, int length) : IEquatable<Span>
{
    /// <summary>The number of characters before it.</summary>
    public int Offset { get; } = offset;

    /// <summary>The line of the first character, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The column of the first character, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>The length in characters.</summary>
    public int Length { get; } = length;

    /// <inheritdoc/>
    public bool Equals(Span other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Span;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}";
}
