using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Runtime;

/// <summary>A function as a value.</summary>
internal abstract class Function
{
    /// <summary>What it gives for one argument, or <see cref="Value.Failed"/>.</summary>
    public abstract Value Invoke(Run run, Value argument);

    /// <summary>What it gives for two arguments, or <see cref="Value.Failed"/>.</summary>
    public abstract Value Invoke(Run run, Value one, Value two);
}

/// <summary>A function that is an expression: where its parameters are put, and the cell of its body.</summary>
internal sealed class Closure(Code code, int body, int first, int second) : Function
{
    public override Value Invoke(Run run, Value argument)
    {
        run.Frame[first] = argument;
        return code.Evaluate(run, body);
    }

    public override Value Invoke(Run run, Value one, Value two)
    {
        run.Frame[second] = two;
        return Invoke(run, one);
    }
}

/// <summary>A function that is known by what it gives for each item of a list, not by an expression.</summary>
public static class TabulatedFunction
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
            return Value.Failed;
        }

        public override Value Invoke(Run run, Value one, Value two) => Value.Failed;
    }
}
