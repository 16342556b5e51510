using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;

namespace ArcMini.Search.Terms;

/// <summary>
/// 128 bits of what a value is on every input, with the place and the backdrop of grids, since primitives look at these too. Lists of anything
/// but grids are the same only if they are images of the same list: what can be done with them depends on it.
/// </summary>
internal readonly record struct Fingerprint(ulong A, ulong B)
{
    /// <summary>That of values of one kind, made item by item of a list's if <paramref name="imageOf"/> is given.</summary>
    public static Fingerprint Of(SearchType kind, ReadOnlySpan<Value> values, Term? imageOf = null)
    {
        var print = new Fingerprint(((ulong)kind + 1) * 0x9E3779B97F4A7C15, ((ulong)kind + 1) * 0xC2B2AE3D27D4EB4F);
        foreach (ref readonly var value in values)
            print = print.With(kind, value);
        if (imageOf is not null && kind != SearchType.Grids)
            foreach (ref readonly var value in imageOf.Values.AsSpan())
                print = print.With(imageOf.Type, value);
        return print;
    }

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(A >> 32);

    private Fingerprint With(SearchType kind, in Value value)
    {
        switch (kind)
        {
            case SearchType.Grid:
                var grid = value.Grid;
                return With(grid.Hash).With((ulong)(uint)(grid.Row * 4096 + grid.Col) << 8 | grid.Backdrop);
            case SearchType.Grids or SearchType.Colors or SearchType.Ints or SearchType.Points or SearchType.Bools:
                var print = With((ulong)value.List.Count);
                foreach (ref readonly var item in value.List.Span)
                    print = print.With(kind switch { SearchType.Grids => SearchType.Grid, SearchType.Points => SearchType.Point, _ => SearchType.Int }, item);
                return print;
            case SearchType.Point:
                return With((ulong)(uint)(value.Point.Row * 65536 + value.Point.Col));
            case >= SearchType.IntOfGrid:
                return With((ulong)value.GetHashCode());
            default:
                return With((ulong)(uint)value.Int);
        }
    }

    private Fingerprint With(ulong word)
    {
        var (a, b) = ((A ^ word) * 0xD6E8FEB86659FD93, (B ^ word) * 0xA0761D6478BD642F);
        return new(a ^ a >> 32, b ^ b >> 29);
    }
}
