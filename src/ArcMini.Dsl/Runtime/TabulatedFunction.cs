using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Runtime;

/// <summary>Functions that are given by a table of arguments and results, not by an expression.</summary>
public static class TabulatedFunction
{
    /// <summary>
    /// A function value. For an item of <paramref name="items"/>, which must be a grid, it returns the result at the same index. It fails
    /// for every other argument. Items are compared by reference.
    /// </summary>
    public static Value Of(Items items, Items results) => new(new Table(items, results), 0);

    private sealed class Table(Items items, Items results) : Function
    {
        public override Value Invoke(Run run, Value argument)
        {
            for (var i = 0; i < items.Count; i++)
                if (ReferenceEquals(items[i].Reference, argument.Reference))
                    return results[i];
            return Value.Failed;
        }

        public override Value Invoke(Run run, Value one, Value two) => Value.Failed;
    }
}
