using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;

namespace ArcMini.Search.Terms;

/// <summary>
/// A hash of 128 bits of a term's values on all inputs. Terms with the same fingerprint are taken for observationally equivalent.
/// </summary>
/// <remarks>
/// The origin and the backdrop of a grid count too, since primitives look at them. A list that is an image of another counts with its base,
/// because the base decides with which lists it can be walked. Lists of grids are the exception.
/// </remarks>
internal readonly record struct Fingerprint(ulong A, ulong B)
{
    private const ulong SeedA = 0x9E3779B97F4A7C15;
    private const ulong SeedB = 0xC2B2AE3D27D4EB4F;
    private const ulong MultiplierA = 0xD6E8FEB86659FD93;
    private const ulong MultiplierB = 0xA0761D6478BD642F;

    /// <summary>The fingerprint of the values of one type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="values">One value for each input.</param>
    /// <param name="imageOf">The base of a list that was computed item by item; else null.</param>
    public static Fingerprint Of(SearchType type, ReadOnlySpan<Value> values, Term? imageOf = null)
    {
        var number = (ulong)type + 1;
        var fingerprint = new Fingerprint(number * SeedA, number * SeedB);
        foreach (ref readonly var value in values)
            fingerprint = fingerprint.With(type, value);
        if (imageOf is not null && type != SearchType.Grids)
            foreach (ref readonly var value in imageOf.Values.AsSpan())
                fingerprint = fingerprint.With(imageOf.Type, value);
        return fingerprint;
    }

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(A >> 32);

    private Fingerprint With(SearchType type, in Value value)
    {
        switch (type)
        {
            case SearchType.Grid:
                var grid = value.Grid;
                return With(grid.Hash).With((ulong)(uint)(grid.Row * 4096 + grid.Col) << 8 | grid.Backdrop);
            case SearchType.Grids or SearchType.Colors or SearchType.Ints or SearchType.Points or SearchType.Bools:
                var itemType = type switch
                {
                    SearchType.Grids => SearchType.Grid,
                    SearchType.Points => SearchType.Point,
                    _ => SearchType.Int,
                };
                var fingerprint = With((ulong)value.List.Count);
                foreach (ref readonly var item in value.List.Span)
                    fingerprint = fingerprint.With(itemType, item);
                return fingerprint;
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
        var (a, b) = ((A ^ word) * MultiplierA, (B ^ word) * MultiplierB);
        return new(a ^ a >> 32, b ^ b >> 29);
    }
}
