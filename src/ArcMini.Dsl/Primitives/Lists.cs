using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Selecting from lists, sorting, counting.</summary>
internal static class Lists
{
    public static Family Family { get; } = new("Lists", "Selecting, sorting, grouping, counting. Where several items are equal, the first of them counts.",
    [
        new("map", "xs: List<A>, f: (A -> B) -> List<B>", "What f gives for each item.", "map(objects(\"102\"), o => recolor(o, red))",
            x => Map(x, x.List(0))),
        new("filter", "xs: List<A>, f: (A -> Bool) -> List<A>", "The items for which f holds.", "filter(objects(\"1100/0002\"), o => size(o) > 1)", x => Where(x, true)),
        new("reject", "xs: List<A>, f: (A -> Bool) -> List<A>", "The items for which f does not hold.", "reject(objects(\"1100/0002\"), o => size(o) > 1)", x => Where(x, false)),
        new("first", "xs: List<A> -> A", "The first item.", "first(objects(\"1100/0002\"))", x => Nth(x, 0)),
        new("last", "xs: List<A> -> A", "The last item.", "last(objects(\"1100/0002\"))", x => Nth(x, x.List(0).Count - 1)),
        new("nth", "xs: List<A>, n: Int -> A", "The item at n, counted from 0; from the end where n is negative.", "nth(objects(\"10203\"), 1)",
            x => Nth(x, x.Int(1) < 0 ? x.List(0).Count + x.Int(1) : x.Int(1))),
        new("take", "xs: List<A>, n: Int -> List<A>", "The first n items.", "take(objects(\"10203\"), 2)", x => Slice(x, 0, Math.Clamp(x.Int(1), 0, x.List(0).Count))),
        new("drop", "xs: List<A>, n: Int -> List<A>", "All but the first n items.", "drop(objects(\"10203\"), 2)",
            x => Slice(x, Math.Clamp(x.Int(1), 0, x.List(0).Count), x.List(0).Count)),
        new("reverse", "xs: List<A> -> List<A>", "The items from the last to the first.", "reverse([1, 2, 3])", Reverse),
        new("concat", "xs: List<A>, ys: List<A> -> List<A>", "The items of both lists.", "concat([1, 2], [3])", x => x.Budget.NewList([.. x.List(0).Span, .. x.List(1).Span])),
        new("flatten", "xs: List<List<A>> -> List<A>", "The items of all lists.", "flatten([[1, 2], [3]])", Flatten),
        new("distinct", "xs: List<A> -> List<A>", "Each different item once.", "distinct([1, 2, 1])", Distinct),
        new("count", "xs: List<A> -> Int", "How many items.", "count(objects(\"10203\"))", x => x.List(0).Count),
        new("max_by", "xs: List<A>, f: (A -> Int) -> A", "The item for which f is greatest.", "max_by(objects(\"1100/0002\"), size)", x => Best(x, 1)),
        new("min_by", "xs: List<A>, f: (A -> Int) -> A", "The item for which f is least.", "min_by(objects(\"1100/0002\"), size)", x => Best(x, -1)),
        new("all_max_by", "xs: List<A>, f: (A -> Int) -> List<A>", "All items for which f is greatest.", "all_max_by(objects(\"11022\"), size)", AllBest),
        new("sort_by", "xs: List<A>, f: (A -> Int) -> List<A>", "The items by rising f.", "sort_by(objects(\"1100/0002\"), size)", Sort),
        new("odd_by", "xs: List<A>, f: (A -> B) -> A", "The one item whose f no other item shares.", "odd_by(objects(\"10100/00000/22200\"), shape)", Odd),
        new("common_by", "xs: List<A>, f: (A -> B) -> A", "An item whose f most others share.", "common_by(objects(\"2200/0000/1010\"), size)", x => Groups(x).MaxBy(group => group.Count) is { } group ? group[0] : x.Fail("the list is empty")),
        new("largest", "gs: List<Grid> -> Grid", "The grid with the most ink.", "largest(objects(\"1100/0002\"))", x => BySize(x, 1)),
        new("smallest", "gs: List<Grid> -> Grid", "The grid with the least ink.", "smallest(objects(\"1100/0002\"))", x => BySize(x, -1)),
        new("find", "xs: List<A>, f: (A -> Bool) -> A", "The first item for which f holds.", "find([1, 5, 7], n => n > 2)", Find),
        new("any", "xs: List<A>, f: (A -> Bool) -> Bool", "Whether f holds for an item.", "any([1, 5], n => n > 2)", x => Holds(x, true)),
        new("all", "xs: List<A>, f: (A -> Bool) -> Bool", "Whether f holds for every item.", "all([1, 5], n => n > 2)", x => !Holds(x, false)),
        new("index_of", "xs: List<A>, y: A -> Int", "The place, from 0, of the first item that equals y.", "index_of([4, 5], 5)", x => IndexOf(x) is >= 0 and var at ? at : x.Fail("the list does not hold it")),
        new("without", "xs: List<A>, y: A -> List<A>", "The items that differ from y.", "without([1, 2, 1], 1)", Without),
        new("max_of", "ns: List<Int> -> Int", "The greatest number.", "max_of([1, 3, 2])", x => Extreme(x, 1)),
        new("min_of", "ns: List<Int> -> Int", "The least number.", "min_of([2, 1, 3])", x => Extreme(x, -1)),
        new("range", "n: Int -> List<Int>", "The numbers from 0 up to but not including n.", "range(3)",
            x => x.Int(0) is < 0 or > 1000 ? x.Fail("a range has 0 to 1000 numbers") : x.Budget.NewList([.. Enumerable.Range(0, x.Int(0)).Select(n => (Value)n)])),
        new("zip_with", "xs: List<A>, ys: List<B>, f: ((A, B) -> C) -> List<C>", "What f gives for the items of two lists taken in pairs.", "zip_with([1, 2], [3, 4], (a, b) => a + b)", Zip),
        new("fold", "xs: List<A>, start: B, f: ((B, A) -> B) -> B", "What f makes of the start and each item in turn.", "fold([1, 2, 3], 0, (a, b) => a + b)", Fold),
    ]);

    public static Value Map(CallContext x, Items list)
    {
        var results = new Value[list.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = x.TryApply(1, list[i]);
            if (results[i].IsFailed)
                return Value.Failed;
        }
        return x.Budget.NewList(results);
    }

    private static Value Where(CallContext x, bool wanted)
    {
        var list = x.List(0);
        var (kept, count) = (new Value[list.Count], 0);
        foreach (var item in list.Span)
            if (x.Apply(1, item).Bool == wanted)
                kept[count++] = item;
        return x.Budget.NewList(count == kept.Length ? kept : kept[..count]);
    }

    private static Value Nth(CallContext x, int n) => (uint)n < (uint)x.List(0).Count ? x.List(0)[n]
        : x.Fail(x.List(0).Count == 0 ? "the list is empty" : $"a list of {x.List(0).Count} has no item {n}");

    private static Value Slice(CallContext x, int from, int to) => x.Budget.NewList(x.List(0).Span[from..to].ToArray());

    private static Value Reverse(CallContext x)
    {
        var items = x.List(0).Span.ToArray();
        Array.Reverse(items);
        return x.Budget.NewList(items);
    }

    private static Value Flatten(CallContext x)
    {
        var items = new List<Value>();
        foreach (var list in x.List(0).Span)
        {
            x.Charge(list.List.Count);
            items.AddRange(list.List.Span);
        }
        return x.Budget.NewList([.. items]);
    }

    private static Value Distinct(CallContext x)
    {
        var seen = new HashSet<Value>();
        var items = new List<Value>();
        foreach (var item in x.List(0).Span)
            if (seen.Add(x.Key(item)))
                items.Add(item);
        return x.Budget.NewList([.. items]);
    }

    private static Value Best(CallContext x, int sign)
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

    private static Value AllBest(CallContext x)
    {
        var list = x.List(0);
        var (best, key) = (new List<Value>(), 0);
        foreach (var item in list.Span)
        {
            var other = x.Apply(1, item).Int;
            if (best.Count == 0 || other > key)
                (best, key) = ([], other);
            if (other == key)
                best.Add(item);
        }
        return x.Budget.NewList([.. best]);
    }

    private static Value BySize(CallContext x, int sign)
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

    private static Value Sort(CallContext x)
    {
        var list = x.List(0);
        var keys = new (int Key, int Place)[list.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = (x.Apply(1, list[i]).Int, i);
        Array.Sort(keys);
        return x.Budget.NewList(Array.ConvertAll(keys, key => list[key.Place]));
    }

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

    private static Value Odd(CallContext x)
    {
        var alone = Groups(x).FindAll(group => group.Count == 1);
        return alone.Count == 1 ? alone[0][0] : x.Fail($"{alone.Count} items differ from all others, not one");
    }

    private static Value Find(CallContext x)
    {
        foreach (var item in x.List(0).Span)
            if (x.Apply(1, item).Bool)
                return item;
        return x.Fail("it holds for no item");
    }

    private static bool Holds(CallContext x, bool sought)
    {
        foreach (var item in x.List(0).Span)
            if (x.Apply(1, item).Bool == sought)
                return true;
        return false;
    }

    private static int IndexOf(CallContext x)
    {
        var list = x.List(0);
        for (var i = 0; i < list.Count; i++)
            if (x.Same(list[i], x[1]))
                return i;
        return -1;
    }

    private static Value Without(CallContext x)
    {
        var kept = new List<Value>();
        foreach (var item in x.List(0).Span)
            if (!x.Same(item, x[1]))
                kept.Add(item);
        return x.Budget.NewList([.. kept]);
    }

    private static Value Extreme(CallContext x, int sign)
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

    private static Value Zip(CallContext x)
    {
        var (a, b) = (x.List(0), x.List(1));
        if (a.Count != b.Count)
            return x.Fail($"lists of {a.Count} and {b.Count} items do not pair up");
        var results = new Value[a.Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = x.Apply(2, a[i], b[i]);
        return x.Budget.NewList(results);
    }

    private static Value Fold(CallContext x)
    {
        var result = x[1];
        foreach (var item in x.List(0).Span)
            result = x.Apply(2, result, item);
        return result;
    }
}
