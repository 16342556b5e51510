namespace ArcMini.Dsl.Syntax;

/// <summary>A stretch of a source: the line and column of its first sign, both from 1, its offset from 0 and its length in signs.</summary>
/// <remarks>Two spans always count as equal, so that programs compare by what they say and not by where they say it.</remarks>
public readonly struct Span(int offset, int line, int column, int length) : IEquatable<Span>
{
    /// <summary>Signs before the first.</summary>
    public int Offset { get; } = offset;

    /// <summary>Line from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Column from 1.</summary>
    public int Column { get; } = column;

    /// <summary>Length in signs.</summary>
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
