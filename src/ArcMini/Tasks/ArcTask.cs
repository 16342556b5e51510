using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>A demonstration: what the transformation makes of a grid.</summary>
sealed record Pair(Grid Input, Grid Output);

/// <summary>A test input and, where it is known, the output that solves it.</summary>
sealed record TestInput(Grid Input, Grid? Output);

/// <summary>A task: at least one demonstration pair and at least one test input.</summary>
/// <param name="Id">Its name: the key in a bundle, the file's name without extension else.</param>
/// <param name="Pairs">The demonstration pairs.</param>
/// <param name="Tests">The test inputs.</param>
sealed record ArcTask(string Id, IReadOnlyList<Pair> Pairs, IReadOnlyList<TestInput> Tests)
{
    private const byte Black = 0;

    /// <summary>Whether every test output is known.</summary>
    public bool HasOutputs => Tests.All(test => test.Output is not null);

    /// <summary>
    /// The same task with black for the background of every input, where all inputs have black cells and in one demonstration no colour has more. A grid by itself
    /// takes its most frequent colour for its background, so that a test which one large object almost fills would be seen inside out.
    /// </summary>
    public ArcTask OnBlack()
    {
        var inputs = Pairs.Select(pair => pair.Input).Concat(Tests.Select(test => test.Input));
        return inputs.All(input => input.Cells.Contains(Black)) && Pairs.Any(pair => pair.Input.Backdrop == Black)
            ? this with
            {
                Pairs = [.. Pairs.Select(pair => pair with { Input = OnBlack(pair.Input) })],
                Tests = [.. Tests.Select(test => test with { Input = OnBlack(test.Input) })],
            }
            : this;
    }

    private static Grid OnBlack(Grid grid) => Budget.Load(grid.Rows, grid.Cols, grid.Cells, Black);

    /// <summary>The same task with the given test outputs, one for each test input in order.</summary>
    public ArcTask WithOutputs(IReadOnlyList<Grid> outputs) =>
        this with { Tests = [.. Tests.Zip(outputs, (test, output) => test with { Output = output })] };
}
