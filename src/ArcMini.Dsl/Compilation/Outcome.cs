using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Compilation;

/// <summary>The outcome of a run: a value, or a fault and its place; and what the run used.</summary>
/// <param name="Result">The value; <see cref="Value.Failed"/> after a fault.</param>
/// <param name="Fault">One sentence that says what went wrong; null if there is a value.</param>
/// <param name="At">Where in the source the fault happened.</param>
/// <param name="Steps">The number of steps used.</param>
public sealed record Outcome(Value Result, string? Fault, Span At, long Steps)
{
    /// <summary>The value as a grid; null after a fault or if the value is not a grid.</summary>
    public Grid? Output => Result.Reference as Grid;
}
