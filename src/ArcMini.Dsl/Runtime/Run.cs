using System.Numerics;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Runtime;

/// <summary>A limit was reached. Thrown by the budget, caught once, where a run starts.</summary>
public sealed class LimitHit(string message) : Exception(message);

/// <summary>A function given to a primitive failed. Thrown where the primitive called it, caught once, where a run starts.</summary>
public sealed class FunctionFailed : Exception;

/// <summary>The state of one run: budget, variables, and where and why it failed if it did. For one thread at a time.</summary>
public sealed class Run(Budget budget, int variables)
{
    private bool failed;
    private Value[] frame = new Value[Math.Max(variables, 8)];

    /// <summary>What is left to use.</summary>
    public Budget Budget { get; } = budget;

    /// <summary>Why the last failure happened, null before one.</summary>
    public string? Fault { get; private set; }

    /// <summary>The cell of the call being evaluated, or of the one that failed.</summary>
    internal int At { get; private set; }

    /// <summary>The variables and arguments, by slot.</summary>
    internal Value[] Frame => frame;

    /// <summary>Makes room for a program with more variables and forgets a failure.</summary>
    internal void Prepare(int variables)
    {
        if (frame.Length < variables)
            frame = new Value[variables];
        (Fault, failed) = (null, false);
    }

    /// <summary>A call begins.</summary>
    internal void Enter(int call) => At = call;

    /// <summary>A call has failed, perhaps because one inside it did, which is then the one that counts.</summary>
    internal void Leave(int failedCall)
    {
        if (!failed)
            (At, failed) = (failedCall, true);
    }

    /// <summary>
    /// Calls one primitive outside of any program, as a search does. The arguments whose bits are set in <paramref name="each"/> are
    /// lists of one length, and the primitive is called for the items at each index. <paramref name="input"/> is what <c>input</c>
    /// means inside function arguments. Gives <see cref="Value.Failed"/> also where a limit was hit.
    /// </summary>
    public Value Call(Primitive primitive, int each, Value input, ReadOnlySpan<Value> arguments)
    {
        Prepare(input, arguments);
        try
        {
            return each switch
            {
                0 => PrimitiveCaller.Call(primitive.Body, this, 1, arguments.Length, 0),
                1 => PrimitiveCaller.CallEach(primitive.Body, this, arguments[0].List, 1, arguments.Length, 0),
                _ => CallEach(primitive, each, arguments),
            };
        }
        catch (Exception exception) when (exception is LimitHit or FunctionFailed)
        {
            return Value.Failed;
        }
    }

    /// <summary>
    /// Calls one primitive as <see cref="Call"/> does for the items at each index, one after the other, its first argument being what the
    /// last call gave: a fold.
    /// </summary>
    public Value Fold(Primitive primitive, int each, Value input, ReadOnlySpan<Value> arguments)
    {
        Prepare(input, arguments);
        try
        {
            var count = arguments[BitOperations.TrailingZeroCount(each)].List.Count;
            for (var item = 0; item < count && !frame[1].IsFailed; item++)
                frame[1] = CallAt(primitive, each, item, arguments);
            return frame[1];
        }
        catch (Exception exception) when (exception is LimitHit or FunctionFailed)
        {
            return Value.Failed;
        }
    }

    private void Prepare(Value input, ReadOnlySpan<Value> arguments)
    {
        frame[0] = input;
        arguments.CopyTo(frame.AsSpan(1));
    }

    private Value CallEach(Primitive primitive, int each, ReadOnlySpan<Value> arguments)
    {
        var results = new Value[arguments[BitOperations.TrailingZeroCount(each)].List.Count];
        for (var item = 0; item < results.Length; item++)
        {
            results[item] = CallAt(primitive, each, item, arguments);
            if (results[item].IsFailed)
                return Value.Failed;
        }
        return Budget.NewList(results);
    }

    /// <summary>Calls a primitive for the items at one index of the lists among its arguments.</summary>
    private Value CallAt(Primitive primitive, int each, int item, ReadOnlySpan<Value> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
            if ((each >> i & 1) != 0)
                frame[1 + i] = arguments[i].List[item];
        return PrimitiveCaller.Call(primitive.Body, this, 1, arguments.Length, 0);
    }

    internal Value Fail(string fault)
    {
        Fault ??= fault;
        return Value.Failed;
    }
}

/// <summary>What a primitive sees of its call: the arguments and the budget.</summary>
public readonly struct CallContext
{
    private readonly Run run;
    private readonly int slot;

    /// <summary>A call whose arguments lie in the run's frame from a slot on.</summary>
    internal CallContext(Run run, int slot) => (this.run, this.slot) = (run, slot);

    /// <summary>The budget, the only source of grids and lists.</summary>
    public Budget Budget => run.Budget;

    /// <summary>An argument by its index.</summary>
    public Value this[int index] => run.Frame[slot + index];

    /// <summary>An argument that is a grid.</summary>
    public Grid Grid(int index) => run.Frame[slot + index].Grid;

    /// <summary>An argument that is a list.</summary>
    public Items List(int index) => run.Frame[slot + index].List;

    /// <summary>An argument that is a number.</summary>
    public int Int(int index) => run.Frame[slot + index].Int;

    /// <summary>An argument that is a colour.</summary>
    public byte Color(int index) => run.Frame[slot + index].Color;

    /// <summary>An argument that is a truth value.</summary>
    public bool Bool(int index) => run.Frame[slot + index].Bool;

    /// <summary>An argument that is a point.</summary>
    public Point Point(int index) => run.Frame[slot + index].Point;

    /// <summary>Takes steps for work that neither the arguments' size nor the result's pays for.</summary>
    public void Charge(long n) => run.Budget.Charge(n);

    /// <summary>What the primitive returns when it has no answer; the sentence completes "cannot evaluate: ...".</summary>
    public Value Fail(string fault) => run.Fail(fault);

    /// <summary>Calls the function that is the argument at <paramref name="function"/>.</summary>
    /// <exception cref="FunctionFailed">The function has no answer.</exception>
    public Value Apply(int function, Value argument) => Answer(TryApply(function, argument));

    /// <summary>Calls a function of two parameters.</summary>
    /// <exception cref="FunctionFailed">The function has no answer.</exception>
    public Value Apply(int function, Value first, Value second)
    {
        Charge(1);
        return Answer(run.Frame[slot + function].Function.Invoke(run, first, second));
    }

    /// <summary>Calls a function; <see cref="Value.Failed"/> where it has no answer, which the primitive then returns at once.</summary>
    public Value TryApply(int function, Value argument)
    {
        Charge(1);
        return run.Frame[slot + function].Function.Invoke(run, argument);
    }

    private static Value Answer(Value value) => value.IsFailed ? throw new FunctionFailed() : value;

    /// <summary>Whether two values are equal; charged by what is compared.</summary>
    public bool Same(Value a, Value b)
    {
        Charge(Math.Min(a.Weight, b.Weight));
        return a.Equals(b);
    }

    /// <summary>A value that is to be hashed; charged by what is read.</summary>
    public Value Key(Value value)
    {
        Charge(value.Weight);
        return value;
    }
}
