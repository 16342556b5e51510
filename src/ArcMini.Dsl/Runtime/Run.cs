using System.Diagnostics;
using System.Numerics;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Runtime;

/// <summary>The state of one run: the budget, the variables, and where and why the run failed. For one thread at a time.</summary>
/// <param name="budget">The budget of the run.</param>
/// <param name="variables">The number of slots for variables and arguments. A program that needs more gets more.</param>
public sealed class Run(Budget budget, int variables)
{
    /// <summary>The most slots that a function outside of a program may need, those of its parameters, variables and arguments.</summary>
    public const int FunctionSlots = 256;

    /// <summary>The slots for <c>input</c> and for the arguments of a primitive that is called outside of a program.</summary>
    internal const int ArgumentSlots = 8;

    private bool failed;
    private Value[] frame = new Value[Math.Max(variables, ArgumentSlots)];

    /// <summary>What the run may still use.</summary>
    public Budget Budget { get; } = budget;

    /// <summary>Why the last failure happened; null if none has happened.</summary>
    public string? Fault { get; private set; }

    /// <summary>The cell of the call that is being evaluated, or of the call that failed.</summary>
    internal int At { get; private set; }

    /// <summary>The variables and arguments, by slot.</summary>
    internal Value[] Frame => frame;

    /// <summary>Makes room for the variables of a program and forgets an earlier failure.</summary>
    internal void Prepare(int variables)
    {
        if (frame.Length < variables)
            frame = new Value[variables];
        (Fault, failed) = (null, false);
    }

    /// <summary>Notes that a call begins.</summary>
    internal void Enter(int call) => At = call;

    /// <summary>Notes that a call has failed. If a call inside it failed first, that one is kept.</summary>
    internal void Leave(int failedCall)
    {
        if (!failed)
            (At, failed) = (failedCall, true);
    }

    /// <summary>Notes why the run failed, unless it has failed before.</summary>
    internal Value Fail(string fault)
    {
        Fault ??= fault;
        return Value.Failed;
    }

    /// <summary>Calls one primitive outside of any program, as a search does.</summary>
    /// <param name="primitive">The primitive's code.</param>
    /// <param name="each">
    /// A bit for each argument. The arguments whose bits are set are lists of one length, and the primitive is called once for the
    /// items at each index.
    /// </param>
    /// <param name="input">The value of <c>input</c> inside function arguments.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The result, or <see cref="Value.Failed"/> after a failure or when a limit was reached.</returns>
    public Value Call(PrimitiveBody primitive, int each, Value input, ReadOnlySpan<Value> arguments)
    {
        Prepare(input, arguments);
        try
        {
            return each switch
            {
                0 => PrimitiveCaller.Call(primitive, this, 1, arguments.Length, 0),
                1 => PrimitiveCaller.CallEach(primitive, this, arguments[0].List, 1, arguments.Length, 0),
                _ => CallEach(primitive, each, arguments),
            };
        }
        catch (Exception exception) when (exception is LimitHit or FunctionFailed)
        {
            return Value.Failed;
        }
    }

    /// <summary>
    /// Calls one primitive for the items at each index, as <see cref="Call"/> does, one index after the other. The first argument of
    /// each call is the result of the call before: a fold.
    /// </summary>
    public Value Fold(PrimitiveBody primitive, int each, Value input, ReadOnlySpan<Value> arguments)
    {
        Debug.Assert(each != 0 && (each & 1) == 0, "a fold has a list among its arguments, and its first argument is none");
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

    private Value CallEach(PrimitiveBody primitive, int each, ReadOnlySpan<Value> arguments)
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
    private Value CallAt(PrimitiveBody primitive, int each, int item, ReadOnlySpan<Value> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
            if ((each >> i & 1) != 0)
                frame[1 + i] = arguments[i].List[item];
        return PrimitiveCaller.Call(primitive, this, 1, arguments.Length, 0);
    }
}
