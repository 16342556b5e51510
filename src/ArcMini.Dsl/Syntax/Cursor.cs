using Sprache;

namespace ArcMini.Dsl.Syntax;

/// <summary>A place in a source, for Sprache's parsers. Unlike Sprache's own input it can move over a whole word at once.</summary>
internal sealed class Cursor(string source, int position = 0, int line = 1, int column = 1) : IInput
{
    private Dictionary<object, object>? memos;

    public string Source => source;

    public int Position => position;

    public int Line => line;

    public int Column => column;

    public bool AtEnd => position >= source.Length;

    public char Current => source[position];

    public IDictionary<object, object> Memos => memos ??= [];

    /// <summary>The rest of the source.</summary>
    public ReadOnlySpan<char> Rest => source.AsSpan(position);

    /// <summary>Whether only blanks stand before this place on its line.</summary>
    public bool BeginsLine => source.AsSpan(0, position).TrimEnd(" \t\r") is var before && (before.IsEmpty || before[^1] == '\n');

    public IInput Advance() => Skip(1);

    /// <summary>The place <paramref name="count"/> characters further on.</summary>
    public Cursor Skip(int count)
    {
        var (l, c) = (line, column);
        foreach (var sign in source.AsSpan(position, count))
            (l, c) = sign == '\n' ? (l + 1, 1) : (l, c + 1);
        return new(source, position + count, l, c);
    }

    /// <summary>The stretch from here to another place, at least one character long.</summary>
    public Span To(Cursor end) => new(position, line, column, Math.Max(1, end.Position - position));

    public bool Equals(IInput? other) => other is Cursor cursor && cursor.Position == position && ReferenceEquals(cursor.Source, source);

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => position;
}
