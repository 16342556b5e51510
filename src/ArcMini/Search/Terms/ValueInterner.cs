using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;

namespace ArcMini.Search.Terms;

/// <summary>
/// Holds each grid and list once. Many expressions differ on a few inputs only, and many lists of grids in a few grids only, so most values
/// of a bank are equal to others.
/// </summary>
internal sealed class ValueInterner
{
    private const int ValueBytes = 16;
    private const int SlotBytes = 60;
    private const int GridBytes = 80;
    private const int ListBytes = 56;

    private readonly Dictionary<Fingerprint, Value> interned = [];

    /// <summary>The memory of the values in bytes, estimated.</summary>
    public long Bytes { get; private set; }

    /// <summary>Replaces each grid or list among the values by the equal one that is held, and holds those that are new.</summary>
    public void Intern(SearchType type, Value[] values)
    {
        Bytes += (long)ValueBytes * values.Length;
        if (type != SearchType.Grid && !type.IsList())
            return;
        foreach (ref var value in values.AsSpan())
        {
            var fingerprint = Fingerprint.Of(type, [value]);
            if (interned.TryGetValue(fingerprint, out var equal))
                value = equal;
            else
                interned[fingerprint] = value = Hold(type, value);
        }
    }

    private Value Hold(SearchType type, Value value)
    {
        Bytes += SlotBytes + (type == SearchType.Grid ? GridBytes + value.Grid.Area : ListBytes);
        if (type == SearchType.Grids)
        {
            var grids = value.List.Span.ToArray();
            Intern(SearchType.Grid, grids);
            return Budget.ListOf(grids);
        }
        if (type != SearchType.Grid)
            Bytes += (long)ValueBytes * value.List.Count;
        return value;
    }
}
