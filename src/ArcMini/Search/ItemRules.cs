using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>
/// Learns what becomes of the items of a list, such as the objects of the input: each stays, or takes one colour. Where a property of
/// the items tells which, on all demonstrations, a program follows: <c>input |> paint(objects |> filter(o => size(o) == 3) |> recolor(red))</c>.
/// </summary>
internal sealed class ItemRules(IReadOnlyList<Grid> inputs, IReadOnlyList<Grid> outputs)
{
    private const byte Stays = Color.Count;
    private const int MaxKeys = 4;
    private const int RuleCost = 30;

    private readonly bool sameSize = Enumerable.Range(0, outputs.Count).All(i => outputs[i].Rows == inputs[i].Rows && outputs[i].Cols == inputs[i].Cols);
    private readonly Dictionary<Entry, byte[][]?> fates = [];

    /// <summary>The programs that a new entry, a property of the items of a list, makes possible.</summary>
    public IEnumerable<(Expr Expression, int Cost)> Of(Entry entry)
    {
        if (!sameSize || entry is not { Kind: Kind.Ints or Kind.Bools or Kind.Colors, Base: { Kind: Kind.Grids } items } || items == entry)
            yield break;
        if (!fates.TryGetValue(items, out var fate))
            fates[items] = fate = Fates(items);
        if (fate is not null && Learn(entry, fate) is { } learnt && Covers(entry, learnt))
            yield return (Expression(entry, learnt), entry.Cost + RuleCost * learnt.Values.Distinct().Count(color => color != Stays));
    }

    /// <summary>For each demonstration the fate of each item: its colour in the output, or that it stays. Null where that does not explain the outputs.</summary>
    private byte[][]? Fates(Entry items)
    {
        var all = new byte[outputs.Count][];
        for (var i = 0; i < all.Length; i++)
        {
            var list = items.Values[i].List;
            all[i] = new byte[list.Count];
            var drawn = inputs[i].Cells.ToArray();
            for (var item = 0; item < list.Count; item++)
                if (Fate(list[item].Grid, outputs[i]) is { } fate)
                {
                    all[i][item] = fate;
                    if (fate != Stays)
                        Draw(list[item].Grid, fate, drawn, outputs[i].Cols);
                }
                else
                {
                    return null;
                }
            if (!drawn.AsSpan().SequenceEqual(outputs[i].Cells))
                return null;
        }
        return all.SelectMany(fate => fate).Distinct().Count() > 1 ? all : null;
    }

    private static byte? Fate(Grid item, Grid output)
    {
        var (stays, color) = (true, Grid.Transparent);
        for (var r = 0; r < item.Rows; r++)
            for (var c = 0; c < item.Cols; c++)
            {
                if (!item.IsInk(item[r, c]))
                    continue;
                if (!output.Contains(item.Row + r, item.Col + c))
                    return null;
                var seen = output[item.Row + r, item.Col + c];
                stays &= seen == item[r, c];
                if (color != Grid.Transparent && color != seen)
                    color = Grid.MaxSide;
                else if (color == Grid.Transparent)
                    color = seen;
            }
        return stays ? Stays : color < Color.Count ? color : null;
    }

    private static void Draw(Grid item, byte color, byte[] cells, int cols)
    {
        for (var r = 0; r < item.Rows; r++)
            for (var c = 0; c < item.Cols; c++)
                if (item.IsInk(item[r, c]))
                    cells[(item.Row + r) * cols + item.Col + c] = color;
    }

    /// <summary>The fate of each value of the property; null where one value has two fates, or too many values would have to be told apart.</summary>
    private SortedDictionary<int, byte>? Learn(Entry property, byte[][] fates)
    {
        var learnt = new SortedDictionary<int, byte>();
        for (var i = 0; i < fates.Length; i++)
            for (var item = 0; item < fates[i].Length; item++)
                if (!learnt.TryAdd(property.Values[i].List[item].Int, fates[i][item]) && learnt[property.Values[i].List[item].Int] != fates[i][item])
                    return null;
        return learnt.Count <= MaxKeys || Halves(property, learnt) is not null ? learnt : null;
    }

    /// <summary>
    /// Whether the rule can be trusted: it tells the fate of every item of the tests, and each value it tells apart was seen in two
    /// demonstrations where there are so many.
    /// </summary>
    private bool Covers(Entry property, SortedDictionary<int, byte> learnt)
    {
        var halves = Halves(property, learnt);
        for (var i = outputs.Count; i < inputs.Count; i++)
            foreach (var value in property.Values[i].List.Span)
                if (halves is null && !learnt.ContainsKey(value.Int))
                    return false;
        return (halves is null ? learnt.Keys.Select(value => (Func<int, bool>)(seen => seen == value)) : [halves.Holds, seen => !halves.Holds(seen)])
            .All(told => Enumerable.Range(0, outputs.Count).Count(i => property.Values[i].List.Span.ToArray().Any(item => told(item.Int))) >= Math.Min(2, outputs.Count));
    }

    /// <summary>The test that parts the values of two fates: one value against all others, or those above a bound; null where there is none.</summary>
    private static Test? Halves(Entry property, SortedDictionary<int, byte> learnt)
    {
        var sides = learnt.GroupBy(rule => rule.Value, rule => rule.Key).OrderBy(side => side.Count()).ToArray();
        if (property.Kind != Kind.Ints || sides.Length != 2 || learnt.Count < 3)
            return null;
        if (sides[0].Count() == 1 && sides[0].Single() is var single)
            return new("eq", single, sides[0].Key, sides[1].Key, value => value == single);
        foreach (var (low, high) in new[] { (sides[0], sides[1]), (sides[1], sides[0]) })
            if (low.Max() is var bound && bound < high.Min())
                return new("gt", bound, high.Key, low.Key, value => value > bound);
        return null;
    }

    private static Expr Expression(Entry property, SortedDictionary<int, byte> learnt)
    {
        var function = property.Function();
        var tests = Halves(property, learnt) is { } halves && new Call(halves.Comparison, [function.Body, new IntLiteral(halves.Bound, default)], default) is var test
            ? [(Expr: (Expr)test, Fate: halves.Then), (new Call("not", [test], default), halves.Else)]
            : learnt.GroupBy(rule => rule.Value, rule => rule.Key).Select(group => (Expr: group.Select(Is).Aggregate((one, other) => new Call("or", [one, other], default)), Fate: group.Key));
        return tests.Where(rule => rule.Fate != Stays).Aggregate((Expr)new Name("input", default), (drawn, rule) =>
        {
            var chosen = new Call("filter", [property.Base!.Expression, function with { Body = rule.Expr }], default);
            return new Call("paint", [drawn, new Call("recolor", [chosen, new ColorLiteral(rule.Fate, default)], default)], default);
        });

        Expr Is(int value) => property.Kind switch
        {
            Kind.Bools => value != 0 ? function.Body : new Call("not", [function.Body], default),
            Kind.Colors => new Call("eq", [function.Body, new ColorLiteral((byte)value, default)], default),
            _ => new Call("eq", [function.Body, new IntLiteral(value, default)], default),
        };
    }

    private sealed record Test(string Comparison, int Bound, byte Then, byte Else, Func<int, bool> Holds);
}
