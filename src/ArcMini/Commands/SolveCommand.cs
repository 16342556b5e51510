using System.Text;
using ArcMini.Rendering;
using ArcMini.Solving;
using ArcMini.Solving.Proposers;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini solve</c>.</summary>
internal sealed class SolveCommand
{
    /// <summary>Solves tasks: prints the program found, how it does on the pairs, and its answers.</summary>
    /// <param name="paths">Task files; or folders or bundles of tasks.</param>
    /// <param name="trace">Write into this file, a JSON object a task, what was tried: programs and seconds by proposer, the search by cost, the nearest misses.</param>
    [Command("solve")]
    public int Solve(ConsoleAppContext context, CancellationToken cancel, string? trace = null, [Argument] params string[] paths)
    {
        var options = CommonOptions.Of(context);
        var tasks = FileArguments.Expect("solve", "task file", paths).SelectMany(path => TaskLoader.Load(path)).ToList();
        var proposers = Proposers.Of(options);
        var solver = new Solver(proposers, options.Effort);
        var model = proposers.OfType<ModelProposer>().FirstOrDefault()?.Info;
        if (trace is not null)
            WholeFile.Expect(trace);
        var traces = new StringBuilder();
        var verified = 0;
        try
        {
            foreach (var task in tasks)
            {
                var result = solver.Solve(task, cancel);
                traces.Append(TraceRecord.Line(result)).Append('\n');
                verified += result.Best is not null ? 1 : 0;
                if (options.Json)
                    Console.WriteLine(SolveRecord.Line(result, options.Seed, model));
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

    private static string Text(SolveResult result, Terminal terminal)
    {
        var text = new StringBuilder($"task {result.Task.Id}: ");
        var pairs = result.Task.Pairs.Count == 1 ? "the only pair" : $"all {result.Task.Pairs.Count} pairs";
        if (result.Best is { Proposal: var best, IsTrusted: var trusted })
        {
            text.Append($"a program from the {best.Proposer} reproduces {pairs}");
            text.Append(trusted ? "" : ", but is not to be trusted").Append(result.Solved switch { true => "; solved", false => "; its answer is wrong", null => "" }).Append('\n');
            Program(text, best);
        }
        else
        {
            text.Append($"no program reproduces {pairs}\n");
            if (result.NearMiss is { PairsRight: > 0 } miss)
            {
                text.Append($"nearest miss, right on {miss.PairsRight} of {result.Task.Pairs.Count} pairs:\n");
                Program(text, miss.Proposal);
            }
        }
        text.Append($"{result.Candidates} programs tried, {result.Steps:N0} steps, {result.Seconds:F2} s\n");
        for (var i = 0; i < result.Task.Tests.Count; i++)
            for (var attempt = 0; attempt < result.Attempts[i].Count; attempt++)
                text.Append(terminal.Flow(terminal.Draw($"test {i + 1}, attempt {attempt + 1}", result.Task.Tests[i].Input, result.Attempts[i][attempt])));
        return text.Append('\n').ToString();
    }

    private static void Program(StringBuilder text, Proposal proposal)
    {
        foreach (var line in $"{proposal.Program.Source}".Split('\n'))
            text.Append("    ").Append(line).Append('\n');
    }
}
