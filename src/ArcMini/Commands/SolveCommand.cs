using System.Text;
using ArcMini.Commands.Options;
using ArcMini.Commands.Records;
using ArcMini.Dsl.Syntax;
using ArcMini.Platform;
using ArcMini.Commands.Reports;
using ArcMini.Rendering;
using ArcMini.Reports;
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
    /// <param name="report">Write a page for a browser to this file: the tasks, what was found, and its steps as pictures.</param>
    /// <param name="trace">Write a trace to this file, one JSON object per task: counts by proposer and by cost, and near misses.</param>
    /// <param name="svg">Draw the only task, its program and its answer to this SVG file.</param>
    [Command("solve")]
    public int Solve(
        ConsoleAppContext context, CancellationToken cancel, bool recursive = false, string? report = null, string? trace = null,
        string? svg = null, [Argument] params string[] paths)
    {
        var options = CommonOptions.Of(context);
        foreach (var file in new[] { trace, report, svg }.OfType<string>())
            OutputFile.Expect(file);
        if (trace is not null || report is not null || svg is not null)
            StandardStreams.ResultsAreInFilesToo();
        var batch = TaskFiles.Load(FileArguments.Expect("solve", "task file", paths), recursive: recursive);
        UsageException.ThrowUnless(svg is null || batch.Tasks.Count == 1, "solve: --svg", "one task");
        var (proposers, model) = ProposerFactory.Create(options);
        var solver = new Solver(proposers, options.Budget);
        var traces = new StringBuilder();
        var records = new List<SolveRecord>();
        TaskBugException? bug = null;
        try
        {
            foreach (var task in batch.Tasks)
            {
                var result = solver.Solve(task, cancel);
                bug ??= TaskBugException.Of(result);
                traces.Append(TraceRecord.Of(result).ToJson()).Append('\n');
                var record = SolveRecord.Of(result, options.Seed, model);
                records.Add(record);
                if (svg is not null)
                    OutputFile.Write(svg, stream => Svg.Write(stream, Drawn(result, options.Digits), options.Palette));
                if (options.Json)
                    Console.WriteLine(record.ResultToJson());
                else
                    Console.Write(Text(result, options.Terminal));
            }
        }
        finally
        {
            if (trace is not null)
                OutputFile.Write(trace, stream => stream.Write(Encoding.UTF8.GetBytes(traces.ToString())));
        }
        if (report is not null)
            PageFile.Write(report, Page(records, cancel), options);
        if (bug is not null)
            throw bug;
        return ExitCode.Of(batch, records.Count(record => record.Verified) == batch.Tasks.Count ? ExitCode.Done : ExitCode.No);
    }

    private static Page Page(IReadOnlyList<SolveRecord> records, CancellationToken cancel) =>
        new("ArcMini", Html.None, [.. records.Select(record => TaskReport.Card(record, isShort: false, cancel))]);

    private static Picture Drawn(SolveResult result, bool digits)
    {
        var tests = result.Task.Tests.Select((test, i) => test with { Output = result.Attempts[i].FirstOrDefault() });
        var program = result.Best is { } best ? $"{best.Proposal.Program.Source}" : "no program reproduces all pairs";
        return Picture.Of(result.Task with { Tests = [.. tests] }, digits) with { Caption = program.Split('\n') };
    }

    private static string Text(SolveResult result, Terminal terminal)
    {
        var text = new StringBuilder($"task {Quote.OneLine(result.Task.Id)}: ");
        AppendProgram(text, result);
        text.Append($"{result.Candidates} programs tried, {result.Steps:N0} steps, {result.Seconds:F2} s\n");
        for (var i = 0; i < result.Task.Tests.Count; i++)
        {
            var input = result.Task.Tests[i].Input;
            for (var attempt = 0; attempt < result.Attempts[i].Count; attempt++)
                text.Append(terminal.Flow(terminal.Draw($"test {i + 1}, attempt {attempt + 1}", input, result.Attempts[i][attempt])));
            if (result.BestGuess?.Answers[i] is { } guess)
                text.Append(terminal.Flow(terminal.Draw($"test {i + 1}, a guess", input, guess)));
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
        if (result.BestGuess is { } guess)
        {
            text.Append($"a guess, right on {guess.PairsRight} of {result.Task.Pairs.Count} pairs:\n");
            AppendSource(text, guess.Proposal);
        }
    }

    private static void AppendSource(StringBuilder text, Proposal proposal)
    {
        foreach (var line in $"{proposal.Program.Source}".Split('\n'))
            text.Append("    ").Append(line).Append('\n');
    }
}
