using ArcMini.Dsl.Syntax;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>A rule that tells the outcome of some items from a property of them.</summary>
/// <param name="Outcome">The colour of the items, or <see cref="ItemOutcomes.Stays"/>.</param>
/// <param name="Number">The number that the test names; null where it names none.</param>
/// <param name="Holds">The test of the property's value, as a function.</param>
/// <param name="Test">The test as an expression, given the expression of the property.</param>
internal sealed record RecolorRule(byte Outcome, int? Number, Func<int, bool> Holds, Func<Expr, Expr> Test)
{
    /// <summary>The most values of a property that are told apart one by one.</summary>
    private const int MaxValues = 4;

    /// <summary>
    /// The rules that tell the outcome of every item from a property. Null where two items with the same property have different
    /// outcomes, and where too many values would have to be told apart.
    /// </summary>
    public static IReadOnlyList<RecolorRule>? Learn(Term property, byte[][] outcomes)
    {
        var learnt = new SortedDictionary<int, byte>();
        for (var i = 0; i < outcomes.Length; i++)
            for (var item = 0; item < outcomes[i].Length; item++)
            {
                var value = property.Values[i].List[item].Int;
                if (!learnt.TryAdd(value, outcomes[i][item]) && learnt[value] != outcomes[i][item])
                    return null;
            }
        return Halves(property.Type, learnt)
            ?? (learnt.Count > MaxValues ? null : [.. learnt.Select(value => OfValue(property.Type, value.Key, value.Value))]);
    }

    private static RecolorRule OfValue(SearchType type, int value, byte outcome) => new(
        outcome,
        type == SearchType.Ints ? value : null,
        seen => seen == value,
        property => type switch
        {
            SearchType.Bools => value != 0 ? property : Call.Of("not", property),
            SearchType.Colors => Call.Of("eq", property, new ColorLiteral((byte)value, default)),
            _ => Call.Of("eq", property, new IntLiteral(value, default)),
        });

    /// <summary>
    /// Two rules that split the numbers of two outcomes: one number against all others, or the numbers above a bound against those below. A
    /// number in the gap between the two sides belongs to neither. Null where no such split exists.
    /// </summary>
    private static RecolorRule[]? Halves(SearchType type, SortedDictionary<int, byte> learnt)
    {
        var sides = learnt.GroupBy(value => value.Value, value => value.Key).OrderBy(side => side.Count()).ToArray();
        if (type != SearchType.Ints || sides.Length != 2 || learnt.Count < 3)
            return null;
        if (sides[0].ToArray() is [var single])
            return Split("eq", single, seen => seen == single, seen => seen != single, sides[0].Key, sides[1].Key);
        foreach (var (low, high) in new[] { (sides[0], sides[1]), (sides[1], sides[0]) })
            if ((low.Max(), high.Min()) is var (bound, above) && bound < above)
                return Split("gt", bound, seen => seen >= above, seen => seen <= bound, high.Key, low.Key);
        return null;
    }

    private static RecolorRule[] Split(
        string comparison, int bound, Func<int, bool> holds, Func<int, bool> holdsNot, byte then, byte otherwise) =>
    [
        new(then, bound, holds, property => Call.Of(comparison, property, new IntLiteral(bound, default))),
        new(otherwise, bound, holdsNot, property => Call.Of("not", Call.Of(comparison, property, new IntLiteral(bound, default)))),
    ];
}
