using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;

namespace ArcMini.Search.Terms;

/// <summary>The grids and lists that stay, each held once: many expressions differ on a few inputs only, and many lists of grids in a few grids only.</summary>
internal sealed class ValueInterner
{
    private const int ValueBytes = 16;
    private const int HeldBytes = 60;
    private const int GridBytes = 80;
    private const int ListBytes = 56;

    private readonly Dictionary<Fingerprint, Value> held = [];

    /// <summary>Bytes that the values take, roughly.</summary>
    public long Bytes { get; private set; }

    /// <summary>Counts values that stay, and puts what is held already in the place of each equal grid or list.</summary>
    public void Intern(SearchType kind, Value[] values)
    {
        Bytes += (long)ValueBytes * values.Length;
        if (kind != SearchType.Grid && !kind.IsList())
            return;
        foreach (ref var value in values.AsSpan())
        {
            var print = Fingerprint.Of(kind, [value]);
            if (held.TryGetValue(print, out var equal))
                value = equal;
            else
                held[print] = value = Hold(kind, value);
        }
    }

    private Value Hold(SearchType kind, Value value)
    {
        Bytes += HeldBytes + (kind == SearchType.Grid ? GridBytes + value.Grid.Area : ListBytes);
        if (kind == SearchType.Grids)
        {
            var grids = value.List.Span.ToArray();
            Intern(SearchType.Grid, grids);
            return Budget.ListOf(grids);
        }
        if (kind != SearchType.Grid)
            Bytes += (long)ValueBytes * value.List.Count;
        return value;
    }
}
