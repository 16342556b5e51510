using System.Diagnostics;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Runtime;

/// <summary>The only code that calls primitives. It charges one step for the call and the size of the arguments, then calls.</summary>
internal static class PrimitiveCaller
{
    /// <summary>Calls a primitive. Its <paramref name="count"/> arguments lie in the frame from <paramref name="slot"/> on.</summary>
    /// <remarks><paramref name="at"/> is the cell of the call. It tells where a failure happened.</remarks>
    /// <exception cref="LimitHit">The budget is used up.</exception>
    internal static Value Call(PrimitiveBody primitive, Run run, int slot, int count, int at)
    {
        run.Enter(at);
        long cost = 1;
        foreach (ref var argument in run.Frame.AsSpan(slot, count))
        {
            Debug.Assert(!argument.IsFailed, "a primitive is never called with a failed argument");
            cost += argument.Reference switch { Grid grid => grid.Area, Items items => items.Count, _ => 0 };
        }
        run.Budget.Charge(cost);
        var result = primitive(new CallContext(run, slot));
        if (result.IsFailed)
            run.Leave(at);
        return result;
    }

    /// <summary>
    /// Calls a primitive for each item of a list. The item is the first argument; the other arguments already lie in the frame.
    /// </summary>
    internal static Value CallEach(PrimitiveBody primitive, Run run, Items list, int slot, int count, int at)
    {
        var results = new Value[list.Count];
        for (var i = 0; i < results.Length; i++)
        {
            run.Frame[slot] = list[i];
            results[i] = Call(primitive, run, slot, count, at);
            if (results[i].IsFailed)
                return Value.Failed;
        }
        return run.Budget.NewList(results);
    }
}
