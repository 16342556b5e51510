using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Runtime;

/// <summary>What a primitive sees of a call: its arguments and the budget.</summary>
public readonly struct CallContext
{
    private const int LooksPerStep = 8;

    private readonly Run run;
    private readonly int slot;

    /// <summary>A call whose arguments lie in the run's frame from <paramref name="slot"/> on.</summary>
    internal CallContext(Run run, int slot) => (this.run, this.slot) = (run, slot);

    /// <summary>The budget, which creates all grids and lists.</summary>
    public Budget Budget => run.Budget;

    /// <summary>The argument at an index, from 0.</summary>
    public Value this[int index] => run.Frame[slot + index];

    /// <summary>The argument at an index as a grid.</summary>
    public Grid Grid(int index) => run.Frame[slot + index].Grid;

    /// <summary>The argument at an index as a list.</summary>
    public Items List(int index) => run.Frame[slot + index].List;

    /// <summary>The argument at an index as a number.</summary>
    public int Int(int index) => run.Frame[slot + index].Int;

    /// <summary>The argument at an index as a colour.</summary>
    public byte Color(int index) => run.Frame[slot + index].Color;

    /// <summary>The argument at an index as a truth value.</summary>
    public bool Bool(int index) => run.Frame[slot + index].Bool;

    /// <summary>The argument at an index as a point.</summary>
    public Point Point(int index) => run.Frame[slot + index].Point;

    /// <summary>Uses steps for work that is neither paid by the size of the arguments nor by the size of the result.</summary>
    public void Charge(long n) => run.Budget.Charge(n);

    /// <summary>
    /// Uses steps for cells that are only looked at, beyond the size of the arguments and of the result. Looks are cheap: eight of them
    /// are a step.
    /// </summary>
    public void ChargeLooks(long n) => run.Budget.Charge(n / LooksPerStep);

    /// <summary>The result of a primitive that has no answer. The sentence completes "cannot evaluate: ...".</summary>
    public Value Fail(string fault) => run.Fail(fault);

    /// <summary>Calls the function that is the argument at index <paramref name="function"/>.</summary>
    /// <exception cref="FunctionFailed">The function has no answer.</exception>
    public Value Apply(int function, Value argument) => Answer(TryApply(function, argument));

    /// <summary>Calls a function of two parameters.</summary>
    /// <exception cref="FunctionFailed">The function has no answer.</exception>
    public Value Apply(int function, Value first, Value second)
    {
        Charge(1);
        return Answer(Function.Of(run.Frame[slot + function]).Invoke(run, first, second));
    }

    /// <summary>
    /// Calls a function. Returns <see cref="Value.Failed"/> if it has no answer; the primitive must then return that at once.
    /// </summary>
    public Value TryApply(int function, Value argument)
    {
        Charge(1);
        return Function.Of(run.Frame[slot + function]).Invoke(run, argument);
    }

    private static Value Answer(Value value) => value.IsFailed ? throw new FunctionFailed() : value;

    /// <summary>Whether two values are equal. Charges the number of cells and items that are compared.</summary>
    public bool Same(Value a, Value b)
    {
        Charge(Math.Min(a.Weight, b.Weight));
        return a.Equals(b);
    }

    /// <summary>The same value, for use as a key. Charges the number of cells and items that are hashed.</summary>
    public Value Key(Value value)
    {
        Charge(value.Weight);
        return value;
    }
}
