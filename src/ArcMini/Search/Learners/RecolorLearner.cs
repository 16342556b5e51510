using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Learns what becomes of the items of a list, such as the objects of the input: each stays, or takes one colour. Where a property of
/// the items tells which, on all demonstrations, a program follows: <c>input |> paint(objects |> filter(o => size(o) == 3) |> recolor(red))</c>.
/// </summary>
internal sealed class RecolorLearner(Grid[] inputs, Grid[] outputs)
{
    private const byte Stays = Color.Count;
    private const int MaxValues = 4;
    private const int RuleCost = 30;
    private const int MinusCost = 15;

    private readonly bool sameSize = Enumerable.Range(0, outputs.Length).All(i => outputs[i].IsSizeOf(inputs[i]));
    private readonly Dictionary<Term, byte[][]?> fates = [];

    /// <summary>The program that a new entry, a property of the items of a list, makes possible, with its cost; null where it makes none.</summary>
    public (Expr Expression, int Cost)? Of(Term entry)
    {
        if (!sameSize || entry is not { Type: SearchType.Ints or SearchType.Bools or SearchType.Colors, Base: { Type: SearchType.Grids } items } || items == entry)
            return null;
        if (!fates.TryGetValue(items, out var known))
            fates[items] = known = Fates(items);
        if (known is null)
            return null;
        if (entry.Type == SearchType.Colors && AreFates(entry, known, items))
            return (Call.Of("paint", new Name("input", default), Call.Of("map", items.Expression, Recolor(entry.Function()))), entry.Cost + RuleCost);
        return Learn(entry, known) is { } rules && IsTrusted(entry, rules)
            ? (Expression(entry, rules), entry.Cost + RuleCost * rules.Where(rule => rule.Fate != Stays).DistinctBy(rule => rule.Fate).Count()
                + rules.Select(rule => rule.Number).Distinct().Sum(number => number is { } named ? OutputEvidence.CostOf(named) : 0))
            : Extreme(entry, known, 1) ?? Extreme(entry, known, -1);
    }

    private static Lambda Recolor(Lambda color) => color with { Body = Call.Of("recolor", new Name(color.Parameters[0], default), color.Body) };

    /// <summary>Whether each item takes the colour that a property of it is, or stays and has that colour already.</summary>
    private static bool AreFates(Term colors, byte[][] fates, Term items)
    {
        for (var i = 0; i < fates.Length; i++)
            for (var item = 0; item < fates[i].Length; item++)
            {
                var (color, fate) = (colors.Values[i].List[item].Color, fates[i][item]);
                if (fate == Stays ? !IsAll(items.Values[i].List[item].Grid, color) : fate != color)
                    return false;
            }
        return true;
    }

    private static bool IsAll(Grid item, byte color) => !item.Cells.ContainsAnyExcept(color, item.Backdrop, Grid.Transparent);

    /// <summary>For each demonstration the fate of each item: its colour in the output, or that it stays. Null where that does not explain the outputs.</summary>
    private byte[][]? Fates(Term items)
    {
        var all = new byte[outputs.Length][];
        for (var i = 0; i < all.Length; i++)
        {
            var list = items.Values[i].List;
            all[i] = new byte[list.Count];
            var drawn = inputs[i].Cells.ToArray();
            for (var item = 0; item < list.Count; item++)
            {
                if (Fate(list[item].Grid, outputs[i]) is not { } fate)
                    return null;
                all[i][item] = fate;
                if (fate != Stays)
                    Draw(list[item].Grid, fate, drawn, outputs[i].Cols);
            }
            if (!drawn.AsSpan().SequenceEqual(outputs[i].Cells))
                return null;
        }
        return all.SelectMany(fate => fate).Distinct().Count() > 1 ? all : null;
    }

    private static byte? Fate(Grid item, Grid output)
    {
        var (stays, isOne, color) = (true, true, (byte?)null);
        for (var r = 0; r < item.Rows; r++)
            for (var c = 0; c < item.Cols; c++)
            {
                if (!item.IsInk(item[r, c]))
                    continue;
                if (!output.Contains(item.Row + r, item.Col + c))
                    return null;
                var seen = output[item.Row + r, item.Col + c];
                stays &= seen == item[r, c];
                isOne &= (color ??= seen) == seen;
            }
        return stays ? Stays : isOne ? color : null;
    }

    private static void Draw(Grid item, byte color, byte[] cells, int cols)
    {
        for (var r = 0; r < item.Rows; r++)
            for (var c = 0; c < item.Cols; c++)
                if (item.IsInk(item[r, c]))
                    cells[(item.Row + r) * cols + item.Col + c] = color;
    }

    /// <summary>Rules that tell the fates by the property; null where one value has two fates, or too many values would have to be told apart.</summary>
    private static IReadOnlyList<RecolorRule>? Learn(Term property, byte[][] fates)
    {
        var learnt = new SortedDictionary<int, byte>();
        for (var i = 0; i < fates.Length; i++)
            for (var item = 0; item < fates[i].Length; item++)
                if (!learnt.TryAdd(property.Values[i].List[item].Int, fates[i][item]) && learnt[property.Values[i].List[item].Int] != fates[i][item])
                    return null;
        return Halves(property.Type, learnt) ?? (learnt.Count > MaxValues ? null :
            [.. learnt.Select(value => new RecolorRule(value.Value, property.Type == SearchType.Ints ? value.Key : null, seen => seen == value.Key, item => property.Type switch
            {
                SearchType.Bools => value.Key != 0 ? item : Call.Of("not", item),
                SearchType.Colors => Call.Of("eq", item, new ColorLiteral((byte)value.Key, default)),
                _ => Call.Of("eq", item, new IntLiteral(value.Key, default)),
            }))]);
    }

    /// <summary>Two rules that part the numbers of two fates: one number against all others, or those above a bound, where what lies between the two sides is on neither; null where there are none.</summary>
    private static IReadOnlyList<RecolorRule>? Halves(SearchType kind, SortedDictionary<int, byte> learnt)
    {
        var sides = learnt.GroupBy(value => value.Value, value => value.Key).OrderBy(side => side.Count()).ToArray();
        if (kind != SearchType.Ints || sides.Length != 2 || learnt.Count < 3)
            return null;
        if (sides[0].ToArray() is [var single])
            return Parted("eq", single, seen => seen == single, seen => seen != single, sides[0].Key, sides[1].Key);
        foreach (var (low, high) in new[] { (sides[0], sides[1]), (sides[1], sides[0]) })
            if ((low.Max(), high.Min()) is var (bound, above) && bound < above)
                return Parted("gt", bound, seen => seen >= above, seen => seen <= bound, high.Key, low.Key);
        return null;

        static RecolorRule[] Parted(string comparison, int bound, Func<int, bool> holds, Func<int, bool> holdsNot, byte then, byte otherwise) =>
        [
            new(then, bound, holds, item => Call.Of(comparison, item, new IntLiteral(bound, default))),
            new(otherwise, bound, holdsNot, item => Call.Of("not", Call.Of(comparison, item, new IntLiteral(bound, default)))),
        ];
    }

    /// <summary>The program where the items with the greatest number, or the least for a sign of -1, have one fate and all others another; null where it is not so.</summary>
    private (Expr Expression, int Cost)? Extreme(Term property, byte[][] fates, int sign)
    {
        if (property.Type != SearchType.Ints)
            return null;
        var (best, rest, seen) = ((byte?)null, (byte?)null, 0);
        for (var i = 0; i < fates.Length; i++)
        {
            var numbers = property.Values[i].List;
            if (numbers.Count == 0)
                continue;
            var extreme = Enumerable.Range(0, numbers.Count).Max(item => sign * numbers[item].Int);
            for (var item = 0; item < numbers.Count; item++)
                if ((sign * numbers[item].Int == extreme ? best ??= fates[i][item] : rest ??= fates[i][item]) != fates[i][item])
                    return null;
            seen += fates[i].Distinct().Count() > 1 ? 1 : 0;
        }
        if (seen < OutputEvidence.Needed(outputs) || best == rest)
            return null;
        var function = property.Function();
        var chosen = Call.Of("all_max_by", property.Base!.Expression, sign > 0 ? function : function with { Body = Call.Of("sub", new IntLiteral(0, default), function.Body) });
        Expr drawn = new Name("input", default);
        foreach (var (items, fate) in new[] { (property.Base.Expression, rest!.Value), (chosen, best!.Value) })
            if (fate != Stays || drawn is Call)
                drawn = Call.Of("paint", drawn, fate == Stays ? items : Call.Of("recolor", items, new ColorLiteral(fate, default)));
        return (drawn, property.Cost + RuleCost * (best != Stays && rest != Stays ? 3 : 2) + (sign > 0 ? 0 : MinusCost));
    }

    /// <summary>Whether rules tell the fate of every item of the tests, and each was seen at work in two demonstrations where there are so many.</summary>
    private bool IsTrusted(Term property, IReadOnlyList<RecolorRule> rules) =>
        property.Values.Skip(outputs.Length).All(test => test.List.Span.ToArray().All(item => rules.Any(rule => rule.Holds(item.Int))))
        && rules.All(rule => property.Values.Take(outputs.Length).Count(seen => seen.List.Span.ToArray().Any(item => rule.Holds(item.Int))) >= OutputEvidence.Needed(outputs));

    private static Expr Expression(Term property, IReadOnlyList<RecolorRule> rules)
    {
        var function = property.Function();
        return rules.Where(rule => rule.Fate != Stays).GroupBy(rule => rule.Fate).Aggregate((Expr)new Name("input", default), (drawn, same) =>
        {
            var test = same.Select(rule => rule.Test(function.Body)).Aggregate((one, other) => Call.Of("or", one, other));
            return Call.Of("paint", drawn, Call.Of("recolor", Call.Of("filter", property.Base!.Expression, function with { Body = test }), new ColorLiteral(same.Key, default)));
        });
    }

    /// <summary>What becomes of the items whose property has certain values.</summary>
    /// <param name="Fate">The colour, or <see cref="Stays"/>.</param>
    /// <param name="Number">The number that the test names, null where it names none.</param>
    /// <param name="Holds">Whether a value is one of them.</param>
    /// <param name="Test">The same in the language, of the property's expression.</param>
    private sealed record RecolorRule(byte Fate, int? Number, Func<int, bool> Holds, Func<Expr, Expr> Test);
}
