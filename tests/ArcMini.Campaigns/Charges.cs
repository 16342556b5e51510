using System.Diagnostics;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Tests.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Campaigns;

/// <summary>
/// Calls every primitive with extreme arguments and measures what a charged step costs. Work that is not charged shows as steps that
/// are too dear. A dear call is measured again, several times, and its fastest run counts, so that a busy machine finds no faults.
/// </summary>
internal static class Charges
{
    /// <summary>How many times the median a step may cost.</summary>
    private const double MostTimesMedian = 10;

    /// <summary>What a run costs besides its steps, counted in steps.</summary>
    private const int StepsOfARun = 100;

    private const int Repeats = 7;

    /// <summary>How often a call that is too dear is measured again at the end. Memory may have been busy for a while.</summary>
    private const int LastRounds = 5;

    private const int Shown = 12;

    private static readonly Limits Limits = new(100_000, 1_000_000);

    private static readonly Grid[] Inputs = [ExtremeCalls.Noise(30, 30, 10), ExtremeCalls.Noise(120, 120, 2), ExtremeCalls.Noise(1, 1, 2)];

    private static long calls;

    /// <summary>Measures all primitives. Returns whether every one is cheap enough.</summary>
    public static bool Run()
    {
        var worst = PrimitiveTable.All.Select(Dearest).OrderByDescending(call => call.Nanoseconds).ToList();
        var median = worst[worst.Count / 2].Nanoseconds;
        Console.WriteLine($"{calls:N0} calls of {worst.Count} primitives; in its dearest call, a step of a primitive costs");
        Console.WriteLine($"  {median,6:0.0} ns in the median");
        foreach (var call in worst.Take(Shown))
            Console.WriteLine($"  {call.Nanoseconds,6:0.0} ns in {call.Text}");
        var dear = worst.FindAll(call => call.Nanoseconds > MostTimesMedian * median);
        for (var round = 0; round < LastRounds; round++)
            dear = [.. dear.Select(call => call.Again()).Where(call => call.Nanoseconds > MostTimesMedian * median)];
        foreach (var call in dear)
            Console.Error.WriteLine(
                $"{call.Name} does work that it does not charge: {call.Text}, on {call.Input.Rows} x {call.Input.Cols} cells");
        return dear.Count == 0;
    }

    /// <summary>The call of a primitive whose steps are dearest. Only calls that may be it are measured again.</summary>
    private static MeasuredCall Dearest(Primitive primitive)
    {
        var measured = Calls(primitive).OrderByDescending(call => call.Nanoseconds).ToList();
        calls += measured.Count;
        var dearest = measured[0].Again();
        foreach (var call in measured.Skip(1).TakeWhile(call => call.Nanoseconds > dearest.Nanoseconds))
            if (call.Again() is var again && again.Nanoseconds > dearest.Nanoseconds)
                dearest = again;
        return dearest;
    }

    private static IEnumerable<MeasuredCall> Calls(Primitive primitive)
    {
        foreach (var text in ExtremeCalls.AllOf(primitive))
            if (Compile(text) is { } program)
                foreach (var input in Inputs)
                    yield return new MeasuredCall(primitive.Name, text, program, input, 0).Once();
        foreach (var text in ExtremeCalls.Of(primitive).Select(call => $"range(1000) |> map(n => {call})"))
            if (Compile(text) is { } program)
                yield return new MeasuredCall(primitive.Name, text, program, Inputs[^1], 0).Once();
    }

    private static CheckedProgram? Compile(string source)
    {
        try
        {
            return CheckedProgram.CompileAny(source);
        }
        catch (Dsl.Syntax.DslException)
        {
            return null;
        }
    }

    /// <summary>A call on one input, with the nanoseconds that a charged step took.</summary>
    private sealed record MeasuredCall(string Name, string Text, CheckedProgram Program, Grid Input, double Nanoseconds)
    {
        public MeasuredCall Once()
        {
            var run = new Run(new Budget(Limits), 0);
            var start = Stopwatch.GetTimestamp();
            var outcome = Program.Execute(Input, run);
            var time = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
            if (outcome.Steps > Limits.Steps)
                throw new InvalidOperationException($"{Text} reports {outcome.Steps} steps of {Limits.Steps}");
            return this with { Nanoseconds = time / (outcome.Steps + StepsOfARun) };
        }

        public MeasuredCall Again() => Enumerable.Range(0, Repeats).Select(_ => Once()).MinBy(call => call.Nanoseconds)!;
    }
}
