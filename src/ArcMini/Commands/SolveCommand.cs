using System.Text;
using ArcMini.Commands.Options;
using ArcMini.Commands.Records;
using ArcMini.Rendering;
using ArcMini.Solving;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini solve</c>.</summary>
internal sealed class SolveCommand
{
    /// <summary>Solves tasks. Prints the program found, how many pairs it reproduces, and its answers.</summary>
    /// <param name="paths">Task files; or folders or bundles of tasks. A - is standard input.</param>
    /// <param name="recursive">Read the sub-folders of a folder too.</param>
    /// <param name="trace">Write a trace to this file, one JSON object per task: counts by proposer and by cost, and near misses.</param>
    /// <param name="svg">Draw the only task, its program and its answer to this SVG file.</param>
    [Command("solve")]
    public int Solve(
        ConsoleAppContext context, CancellationToken cancel,
        bool recursive = false, string? trace = null, string? svg = null, [Argument] params string[] paths)
    {
        var options = CommonOptions.Of(context);
        var tasks = FileArguments.Expect("solve", "task file", paths)
            .SelectMany(path => TaskLoader.Load(path, recursive: recursive)).ToList();
        UsageException.ThrowUnless(svg is null || tasks.Count == 1, "solve: --svg", "one task");
        var (proposers, model) = ProposerFactory.Create(options);
        var solver = new Solver(proposers, options.Budget);
        if (trace is not null)
            WholeFile.Expect(trace);
        var traces = new StringBuilder();
        var verified = 0;
        try
        {
            foreach (var task in tasks)
            {
                var result = solver.Solve(task, cancel);
                traces.Append(TraceRecord.Of(result).ToJson()).Append('\n');
                verified += result.Best is not null ? 1 : 0;
                if (svg is not null)
                    WholeFile.Write(svg, stream => Svg.Write(stream, Drawn(result)));
                if (options.Json)
                    Console.WriteLine(SolveRecord.Of(result, options.Seed, model).ToJson());
                else
                    Console.Write(Text(result, options.Terminal));
            }
        }
        finally
        {
            if (trace is not null)
                WholeFile.Write(trace, stream => stream.Write(Encoding.UTF8.GetBytes(traces.ToString())));
        }
        return verified == tasks.Count ? ExitCode.Done : ExitCode.No;
    }

    private static Picture Drawn(SolveResult result)
    {
        var tests = result.Task.Tests.Select((test, i) => test with { Output = result.Attempts[i].FirstOrDefault() });
        var program = result.Best is { } best ? $"{best.Proposal.Program.Source}" : "no program reproduces all pairs";
        return Picture.Of(result.Task with { Tests = [.. tests] }) with { Caption = program.Split('\n') };
    }

    private static string Text(SolveResult result, Terminal terminal)
    {
        var text = new StringBuilder($"task {result.Task.Id}: ");
        AppendProgram(text, result);
        text.Append($"{result.Candidates} programs tried, {result.Steps:N0} steps, {result.Seconds:F2} s\n");
        for (var i = 0; i < result.Task.Tests.Count; i++)
        {
            var input = result.Task.Tests[i].Input;
            for (var attempt = 0; attempt < result.Attempts[i].Count; attempt++)
                text.Append(terminal.Flow(terminal.Draw($"test {i + 1}, attempt {attempt + 1}", input, result.Attempts[i][attempt])));
        }
        return text.Append('\n').ToString();
    }

    private static void AppendProgram(StringBuilder text, SolveResult result)
    {
        var pairs = result.Task.Pairs.Count == 1 ? "the only pair" : $"all {result.Task.Pairs.Count} pairs";
        if (result.Best is { } best)
        {
            text.Append($"a program from the {best.Proposal.Proposer} reproduces {pairs}");
            text.Append(best.IsTrusted ? "" : ", but is not trusted");
            text.Append(result.Solved switch { true => "; solved", false => "; its answer is wrong", null => "" }).Append('\n');
            AppendSource(text, best.Proposal);
            return;
        }
        text.Append($"no program reproduces {pairs}\n");
        if (result.NearMiss is { PairsRight: > 0 } miss)
        {
            text.Append($"nearest miss, right on {miss.PairsRight} of {result.Task.Pairs.Count} pairs:\n");
            AppendSource(text, miss.Proposal);
        }
    }

    private static void AppendSource(StringBuilder text, Proposal proposal)
    {
        foreach (var line in $"{proposal.Program.Source}".Split('\n'))
            text.Append("    ").Append(line).Append('\n');
    }
}
