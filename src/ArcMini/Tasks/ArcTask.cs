using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>A demonstration pair: a grid and what the transformation makes of it.</summary>
internal sealed record Pair(Grid Input, Grid Output);

/// <summary>A test input and its output, which is null when it is not known.</summary>
internal sealed record TestInput(Grid Input, Grid? Output);

/// <summary>A task: at least one demonstration pair and at least one test input.</summary>
/// <param name="Id">Its name: the key in a bundle, or the name of the file without its extension.</param>
/// <param name="Pairs">The demonstration pairs.</param>
/// <param name="Tests">The test inputs.</param>
internal sealed record ArcTask(string Id, IReadOnlyList<Pair> Pairs, IReadOnlyList<TestInput> Tests)
{
    /// <summary>Whether every test output is known.</summary>
    public bool HasOutputs => Tests.All(test => test.Output is not null);

    /// <summary>The same task with the background that its inputs share (see <see cref="Background"/>).</summary>
    public ArcTask OnSharedBackground()
    {
        var inputs = Background.Share([.. Pairs.Select(pair => pair.Input), .. Tests.Select(test => test.Input)], Pairs.Count);
        return this with
        {
            Pairs = [.. Pairs.Select((pair, i) => pair with { Input = inputs[i] })],
            Tests = [.. Tests.Select((test, i) => test with { Input = inputs[Pairs.Count + i] })],
        };
    }

    /// <summary>The same task with the given test outputs, one for each test input in order.</summary>
    public ArcTask WithOutputs(IReadOnlyList<Grid> outputs) =>
        this with { Tests = [.. Tests.Zip(outputs, (test, output) => test with { Output = output })] };
}
