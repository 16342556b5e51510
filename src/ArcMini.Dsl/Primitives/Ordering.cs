using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>
/// Ordering and grouping the items of a list by the value of a function. A sign of 1 asks for the greatest value, a sign of -1 for the
/// least. Of items with equal values, the first is taken.
/// </summary>
internal static class Ordering
{
    /// <summary>The item with the greatest or least value of the function.</summary>
    public static Value Best(CallContext x, int sign)
    {
        var list = x.List(0);
        if (list.Count == 0)
            return x.Fail("the list is empty");
        var (best, key) = (list[0], x.Apply(1, list[0]).Int);
        for (var i = 1; i < list.Count; i++)
            if (x.Apply(1, list[i]).Int is var other && (other - key) * sign > 0)
                (best, key) = (list[i], other);
        return best;
    }

    /// <summary>All items with the greatest value of the function.</summary>
    public static Value AllBest(CallContext x)
    {
        var list = x.List(0);
        var (best, count, key) = (new Value[list.Count], 0, 0);
        foreach (var item in list.Span)
        {
            var other = x.Apply(1, item).Int;
            if (count == 0 || other > key)
                (count, key) = (0, other);
            if (other == key)
                best[count++] = item;
        }
        return x.Budget.NewList(count == best.Length ? best : best[..count]);
    }

    /// <summary>The grid with the most or the least ink.</summary>
    public static Value BySize(CallContext x, int sign)
    {
        var list = x.List(0);
        if (list.Count == 0)
            return x.Fail("the list is empty");
        var (best, size) = (0, 0);
        for (var i = 0; i < list.Count; i++)
        {
            x.Charge(list[i].Grid.Area);
            var other = list[i].Grid.InkCount;
            if (i == 0 || (other - size) * sign > 0)
                (best, size) = (i, other);
        }
        return list[best];
    }

    /// <summary>The greatest or least number of a list.</summary>
    public static Value Extreme(CallContext x, int sign)
    {
        var list = x.List(0);
        if (list.Count == 0)
            return x.Fail("the list is empty");
        var best = list[0].Int;
        foreach (var item in list.Span)
            if ((item.Int - best) * sign > 0)
                best = item.Int;
        return best;
    }

    /// <summary>The items by rising value of the function.</summary>
    public static Value Sort(CallContext x)
    {
        var list = x.List(0);
        var keys = new (int Key, int Place)[list.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = (x.Apply(1, list[i]).Int, i);
        Array.Sort(keys);
        return x.Budget.NewList(Array.ConvertAll(keys, key => list[key.Place]));
    }

    /// <summary>The one item whose value no other item has.</summary>
    public static Value Odd(CallContext x)
    {
        var alone = Groups(x).FindAll(group => group.Count == 1);
        return alone.Count == 1 ? alone[0][0] : x.Fail($"{alone.Count} items differ from all others, not one");
    }

    /// <summary>The first item with the most frequent value.</summary>
    public static Value Common(CallContext x) =>
        Groups(x).MaxBy(group => group.Count) is { } group ? group[0] : x.Fail("the list is empty");

    /// <summary>The items in groups of equal values, in the order of first appearance.</summary>
    private static List<List<Value>> Groups(CallContext x)
    {
        var places = new Dictionary<Value, int>();
        var groups = new List<List<Value>>();
        foreach (var item in x.List(0).Span)
        {
            var key = x.Key(x.Apply(1, item));
            if (!places.TryGetValue(key, out var place))
            {
                places[key] = place = groups.Count;
                groups.Add([]);
            }
            groups[place].Add(item);
        }
        return groups;
    }
}
