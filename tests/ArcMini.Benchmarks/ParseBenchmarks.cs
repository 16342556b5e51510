using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Reports;

namespace ArcMini.Benchmarks;

/// <summary>The parser takes time linear in the source: twice the source takes at most 2.5 times as long, be it flat or nested.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class ParseBenchmarks
{
    /// <summary>The most that doubling a source may cost.</summary>
    public const double MaxRatio = 2.5;

    private string flat = "";
    private string nested = "";
    private string faulty = "";
    private string program = "";

    /// <summary>1 and 2 times the length.</summary>
    [Params(1, 2)]
    public int Times { get; set; }

    /// <summary>Writes the sources.</summary>
    [GlobalSetup]
    public void Write()
    {
        flat = $"input |> paint([{string.Join(", ", Enumerable.Repeat("input |> objects |> largest", 150 * Times))}])";
        nested = string.Concat(Enumerable.Repeat("(if true then ", 30 * Times)) + "input"
            + string.Concat(Enumerable.Repeat(" else input)", 30 * Times));
        faulty = string.Concat(Enumerable.Repeat("[1 + (2 * [", 10 * Times));
        var lets = Enumerable.Range(0, Times).Select(i => $"let a{i} = input |> objects |> filter(o => size(o) > 3) |> recolor(red)\n");
        program = string.Concat(lets) + "input |> paint(a0)";
    }

    /// <summary>A long list.</summary>
    [Benchmark]
    public object Flat() => Parser.Parse(flat);

    /// <summary>Deep choices in brackets.</summary>
    [Benchmark]
    public object Nested() => Parser.Parse(nested);

    /// <summary>Deep brackets that never close.</summary>
    [Benchmark]
    public string Faulty()
    {
        try
        {
            return $"{Parser.Parse(faulty)}";
        }
        catch (SyntaxException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>An ordinary program, parsed and checked.</summary>
    [Benchmark]
    public CheckedProgram Compile() => CheckedProgram.Compile(program);

    /// <summary>Whether doubling stayed within <see cref="MaxRatio"/> for each benchmark of a summary; prints the ratios.</summary>
    public static bool IsLinear(Summary summary)
    {
        var linear = true;
        foreach (var method in summary.Reports.GroupBy(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name))
        {
            var medians = method.OrderBy(report => report.BenchmarkCase.Parameters["Times"])
                .Select(report => report.ResultStatistics!.Median).ToArray();
            Console.WriteLine($"{method.Key}: twice the source takes {medians[1] / medians[0]:0.00} times as long (at most {MaxRatio})");
            linear &= medians[1] / medians[0] <= MaxRatio;
        }
        return linear;
    }
}
