using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Selecting from lists, sorting, grouping, counting.</summary>
internal static class Lists
{
    /// <summary>The most numbers that <c>range</c> makes.</summary>
    private const int MaxRange = 1000;

    public static Family Family { get; } = new("Lists",
        "Selecting, sorting, grouping and counting. Where several items are equally good, the first of them is taken.",
    [
        new("map", "xs: List<A>, f: (A -> B) -> List<B>", "The result of f for each item.",
            "map(objects(\"102\"), o => recolor(o, red))", Map),
        new("map_indexed", "xs: List<A>, f: ((A, Int) -> B) -> List<B>",
            "The result of f for each item and its index, counted from 0.",
            "map_indexed([5, 5, 7], (n, i) => n + i)",
            MapIndexed),
        new("filter", "xs: List<A>, f: (A -> Bool) -> List<A>", "The items for which f holds.",
            "filter(objects(\"1100/0002\"), o => size(o) > 1)", x => Where(x, true)),
        new("reject", "xs: List<A>, f: (A -> Bool) -> List<A>", "The items for which f does not hold.",
            "reject(objects(\"1100/0002\"), o => size(o) > 1)", x => Where(x, false)),
        new("first", "xs: List<A> -> A", "The first item. Fails if the list is empty.", "first(objects(\"1100/0002\"))", x => Nth(x, 0)),
        new("last", "xs: List<A> -> A", "The last item. Fails if the list is empty.",
            "last(objects(\"1100/0002\"))", x => Nth(x, x.List(0).Count - 1)),
        new("nth", "xs: List<A>, n: Int -> A",
            "The item at index n, counted from 0, or from the end if n is negative (-1 is the last). Fails if there is none.",
            "nth(objects(\"10203\"), 1)",
            x => Nth(x, x.Int(1) < 0 ? x.List(0).Count + x.Int(1) : x.Int(1))),
        new("take", "xs: List<A>, n: Int -> List<A>", "The first n items, or all if there are fewer.",
            "take(objects(\"10203\"), 2)", x => Slice(x, 0, Math.Clamp(x.Int(1), 0, x.List(0).Count))),
        new("drop", "xs: List<A>, n: Int -> List<A>", "All items but the first n.",
            "drop(objects(\"10203\"), 2)", x => Slice(x, Math.Clamp(x.Int(1), 0, x.List(0).Count), x.List(0).Count)),
        new("reverse", "xs: List<A> -> List<A>", "The items in reverse order.", "reverse([1, 2, 3])", Reverse),
        new("concat", "xs: List<A>, ys: List<A> -> List<A>", "The items of xs, then the items of ys.", "concat([1, 2], [3])", Concat),
        new("flatten", "xs: List<List<A>> -> List<A>", "The items of all lists, in one list.", "flatten([[1, 2], [3]])", Flatten),
        new("distinct", "xs: List<A> -> List<A>", "The items without those that equal an earlier one.", "distinct([1, 2, 1])", Distinct),
        new("count", "xs: List<A> -> Int", "The number of items.", "count(objects(\"10203\"))", x => x.List(0).Count),
        new("max_by", "xs: List<A>, f: (A -> Int) -> A", "The item with the greatest value of f. Fails if the list is empty.",
            "max_by(objects(\"1100/0002\"), size)", x => Ordering.Best(x, 1)),
        new("min_by", "xs: List<A>, f: (A -> Int) -> A", "The item with the least value of f. Fails if the list is empty.",
            "min_by(objects(\"1100/0002\"), size)", x => Ordering.Best(x, -1)),
        new("all_max_by", "xs: List<A>, f: (A -> Int) -> List<A>", "All items with the greatest value of f.",
            "all_max_by(objects(\"11022\"), size)", Ordering.AllBest),
        new("sort_by", "xs: List<A>, f: (A -> Int) -> List<A>", "The items in the order of their values of f, the least first.",
            "sort_by(objects(\"1100/0002\"), size)", Ordering.Sort),
        new("odd_by", "xs: List<A>, f: (A -> B) -> A",
            "The one item whose value of f no other item has. Fails if there is not exactly one such item.",
            "odd_by(objects(\"10100/00000/22200\"), shape)",
            Ordering.Odd),
        new("common_by", "xs: List<A>, f: (A -> B) -> A", "The first item with the most frequent value of f. Fails if the list is empty.",
            "common_by(objects(\"2200/0000/1010\"), size)", Ordering.Common),
        new("largest", "gs: List<Grid> -> Grid", "The grid with the most ink. Fails if the list is empty.",
            "largest(objects(\"1100/0002\"))", x => Ordering.BySize(x, 1)),
        new("smallest", "gs: List<Grid> -> Grid", "The grid with the least ink. Fails if the list is empty.",
            "smallest(objects(\"1100/0002\"))", x => Ordering.BySize(x, -1)),
        new("find", "xs: List<A>, f: (A -> Bool) -> A", "The first item for which f holds. Fails if there is none.",
            "find([1, 5, 7], n => n > 2)", Find),
        new("any", "xs: List<A>, f: (A -> Bool) -> Bool", "Whether f holds for at least one item.",
            "any([1, 5], n => n > 2)", x => Holds(x, true)),
        new("all", "xs: List<A>, f: (A -> Bool) -> Bool", "Whether f holds for every item.",
            "all([1, 5], n => n > 2)", x => !Holds(x, false)),
        new("index_of", "xs: List<A>, y: A -> Int", "The index, counted from 0, of the first item that equals y. Fails if there is none.",
            "index_of([4, 5], 5)", IndexOf),
        new("without", "xs: List<A>, y: A -> List<A>", "The items that differ from y.", "without([1, 2, 1], 1)", Without),
        new("max_of", "ns: List<Int> -> Int", "The greatest number. Fails if the list is empty.",
            "max_of([1, 3, 2])", x => Ordering.Extreme(x, 1)),
        new("min_of", "ns: List<Int> -> Int", "The least number. Fails if the list is empty.",
            "min_of([2, 1, 3])", x => Ordering.Extreme(x, -1)),
        new("range", "n: Int -> List<Int>", "The numbers from 0 to n - 1.", "range(3)", Range),
        new("zip_with", "xs: List<A>, ys: List<B>, f: ((A, B) -> C) -> List<C>",
            "The results of f for the first items of both lists, the second items, and so on. Fails if the lists differ in length.",
            "zip_with([1, 2], [3, 4], (a, b) => a + b)",
            Zip),
        new("fold", "xs: List<A>, start: B, f: ((B, A) -> B) -> B",
            "All items combined into one value: f is applied to start and the first item, then to that result and the second item, " +
                "and so on.",
            "fold([1, 2, 3], 0, (a, b) => a + b)",
            Fold),
    ]);

    private static Value Map(CallContext x)
    {
        var list = x.List(0);
        var results = new Value[list.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = x.TryApply(1, list[i]);
            if (results[i].IsFailed)
                return Value.Failed;
        }
        return x.Budget.NewList(results);
    }

    private static Value MapIndexed(CallContext x)
    {
        var list = x.List(0);
        var results = new Value[list.Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = x.Apply(1, list[i], i);
        return x.Budget.NewList(results);
    }

    /// <summary>The items for which the function returns the given truth value.</summary>
    private static Value Where(CallContext x, bool wanted)
    {
        var list = x.List(0);
        var (kept, count) = (new Value[list.Count], 0);
        foreach (var item in list.Span)
            if (x.Apply(1, item).Bool == wanted)
                kept[count++] = item;
        return x.Budget.NewList(count == kept.Length ? kept : kept[..count]);
    }

    private static Value Nth(CallContext x, int n)
    {
        var list = x.List(0);
        if ((uint)n < (uint)list.Count)
            return list[n];
        return x.Fail(list.Count == 0 ? "the list is empty" : $"a list of {list.Count} has no item {n}");
    }

    private static Value Slice(CallContext x, int from, int to) => x.Budget.NewList(x.List(0).Span[from..to].ToArray());

    private static Value Reverse(CallContext x)
    {
        var items = x.List(0).Span.ToArray();
        Array.Reverse(items);
        return x.Budget.NewList(items);
    }

    private static Value Concat(CallContext x) => x.Budget.NewList([.. x.List(0).Span, .. x.List(1).Span]);

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

    private static Value Find(CallContext x)
    {
        foreach (var item in x.List(0).Span)
            if (x.Apply(1, item).Bool)
                return item;
        return x.Fail("it holds for no item");
    }

    /// <summary>Whether the function returns the given truth value for at least one item.</summary>
    private static bool Holds(CallContext x, bool sought)
    {
        foreach (var item in x.List(0).Span)
            if (x.Apply(1, item).Bool == sought)
                return true;
        return false;
    }

    private static Value IndexOf(CallContext x)
    {
        var list = x.List(0);
        for (var i = 0; i < list.Count; i++)
            if (x.Same(list[i], x[1]))
                return i;
        return x.Fail("the list does not hold it");
    }

    private static Value Without(CallContext x)
    {
        var kept = new List<Value>();
        foreach (var item in x.List(0).Span)
            if (!x.Same(item, x[1]))
                kept.Add(item);
        return x.Budget.NewList([.. kept]);
    }

    private static Value Range(CallContext x) => x.Int(0) is < 0 or > MaxRange
        ? x.Fail($"a range has 0 to {MaxRange} numbers")
        : x.Budget.NewList([.. Enumerable.Range(0, x.Int(0)).Select(n => (Value)n)]);

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
