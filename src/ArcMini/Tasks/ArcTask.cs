using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>A demonstration: an input grid and the output that the task's rule makes of it.</summary>
internal sealed record Pair(Grid Input, Grid Output);

/// <summary>A test: an input grid and, where it is known, the output to be found.</summary>
internal sealed record TestInput(Grid Input, Grid? Output);

/// <summary>An ARC task.</summary>
/// <param name="Id">The name of the task, such as <c>007bbfb7</c>.</param>
/// <param name="Pairs">The demonstrations, at least one.</param>
/// <param name="Tests">The tests, at least one.</param>
internal sealed record ArcTask(string Id, IReadOnlyList<Pair> Pairs, IReadOnlyList<TestInput> Tests);
