using System.Diagnostics;
using System.Runtime.CompilerServices;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Runtime;

/// <summary>A function of one or two parameters as a value.</summary>
internal abstract class Function
{
    /// <summary>The function that a value holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Function Of(Value value)
    {
        Debug.Assert(value.Reference is Function, "the checker has proved that this value is a function");
        return Unsafe.As<Function>(value.Reference!);
    }

    /// <summary>The result for one argument, or <see cref="Value.Failed"/>.</summary>
    public abstract Value Invoke(Run run, Value argument);

    /// <summary>The result for two arguments, or <see cref="Value.Failed"/>.</summary>
    public abstract Value Invoke(Run run, Value one, Value two);
}
