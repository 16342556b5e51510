using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Runtime;

/// <summary>A function as a value.</summary>
internal abstract class Function
{
    /// <summary>Calls it with one argument.</summary>
    /// <exception cref="FunctionFailed">It has no answer.</exception>
    public abstract Value Invoke(Run run, Value argument);

    /// <summary>Calls it with two arguments.</summary>
    /// <exception cref="FunctionFailed">It has no answer.</exception>
    public abstract Value Invoke(Run run, Value one, Value two);
}

/// <summary>A function that is an expression: where its parameters are put, and the cell of its body.</summary>
internal sealed class Closure(Code code, int body, int first, int second) : Function
{
    public override Value Invoke(Run run, Value argument)
    {
        run.Frame[first] = argument;
        var result = code.Evaluate(run, body);
        return result.IsFailed ? throw new FunctionFailed() : result;
    }

    public override Value Invoke(Run run, Value one, Value two)
    {
        run.Frame[second] = two;
        return Invoke(run, one);
    }
}

/// <summary>A function that is known by what it gives for each item of a list, not by an expression.</summary>
public static class Lookup
{
    /// <summary>A function value that gives for an item of one list, which must be a grid, what lies at the same index of another; it has no answer for anything else.</summary>
    public static Value Of(Items items, Items results) => Value.Of(new Table(items, results));

    private sealed class Table(Items items, Items results) : Function
    {
        public override Value Invoke(Run run, Value argument)
        {
            for (var i = 0; i < items.Count; i++)
                if (ReferenceEquals(items[i].Reference, argument.Reference))
                    return results[i];
            throw new FunctionFailed();
        }

        public override Value Invoke(Run run, Value one, Value two) => throw new FunctionFailed();
    }
}
