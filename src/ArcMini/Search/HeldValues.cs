using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>The grids and lists that stay, each held once: many expressions differ on a few inputs only, and many lists of grids in a few grids only.</summary>
internal sealed class HeldValues
{
    private const int ValueBytes = 16;
    private const int HeldBytes = 60;
    private const int GridBytes = 80;
    private const int ListBytes = 56;

    private readonly Dictionary<Fingerprint, Value> held = [];

    /// <summary>Bytes that the values take, roughly.</summary>
    public long Bytes { get; private set; }

    /// <summary>Counts values that stay, and puts what is held already in the place of each equal grid or list.</summary>
    public void Keep(Kind kind, Value[] values)
    {
        Bytes += (long)ValueBytes * values.Length;
        if (kind != Kind.Grid && !kind.IsList())
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

    private Value Hold(Kind kind, Value value)
    {
        Bytes += HeldBytes + (kind == Kind.Grid ? GridBytes + value.Grid.Area : ListBytes);
        if (kind == Kind.Grids)
        {
            var grids = value.List.Span.ToArray();
            Keep(Kind.Grid, grids);
            return Budget.ListOf(grids);
        }
        if (kind != Kind.Grid)
            Bytes += (long)ValueBytes * value.List.Count;
        return value;
    }
}
