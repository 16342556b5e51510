using ArcMini.Commands.Options;
using ArcMini.Commands.Reports;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Rendering;
using ConsoleAppFramework;

namespace ArcMini.Commands;

/// <summary><c>arcmini run</c>.</summary>
internal sealed class RunCommand
{
    /// <summary>Runs a program on all pairs of a task. Where an output differs, shows it and the value of each 'let'.</summary>
    /// <param name="program">A program file (*.arc).</param>
    /// <param name="path">A task file; or a folder or bundle of tasks. Default task there: the one with the program's name.</param>
    /// <param name="task">The id of the task in a folder or bundle.</param>
    /// <param name="solutions">A solutions file with the test outputs.</param>
    /// <param name="report">Write a page for a browser to this file: each step of the program on each pair as a picture.</param>
    /// <param name="lets">Show the value of each 'let' and the result for right outputs too.</param>
    [Command("run")]
    public int Run(
        ConsoleAppContext context, CancellationToken cancel, [Argument] string program, [Argument] string path,
        string? task = null, string? solutions = null, string? report = null, bool lets = false)
    {
        var code = ProgramFile.Compile(program);
        var chosen = TaskChoice.ForProgram(program, path, task, solutions);
        var options = CommonOptions.Of(context);
        var terminal = options.Terminal;
        if (report is not null)
            PageFile.Write(report, ProgramReport.Of(Path.GetFileName(program), code, chosen, cancel), options);
        var pairs = chosen.Pairs.Select((pair, i) => ($"pair {i + 1}", pair.Input, Output: (Grid?)pair.Output))
            .Concat(chosen.Tests.Select((test, i) => ($"test {i + 1}", test.Input, test.Output)));
        var (known, right) = (0, 0);
        foreach (var (name, input, expected) in pairs)
        {
            cancel.ThrowIfCancellationRequested();
            var values = new List<Panel>();
            var run = new Run(new Budget(Limits.Default, cancel), 0);
            var outcome = code.Execute(input, run, (binding, value) => values.Add(
                ValuePanel.Of(terminal, value, binding.Value.Type).Titled($"let {binding.Name}")));
            var isRight = expected?.Equals(outcome.Output);
            known += isRight is null ? 0 : 1;
            right += isRight == true ? 1 : 0;
            Console.Write($"{name}: {Sentence(expected, outcome, program)}, {outcome.Steps:N0} steps\n");
            if (isRight != true || lets)
                Console.Write(terminal.Flow([.. values, .. Results(terminal, input, expected, outcome.Output)]) + "\n");
        }
        Console.WriteLine($"{right} of {known} right");
        return right == known ? ExitCode.Done : ExitCode.No;
    }

    private static string Sentence(Grid? expected, Outcome outcome, string program)
    {
        if (outcome.Output is not { } output)
            return $"failed at {Quote.OneLine(program)}:{outcome.At}: {outcome.Fault}";
        if (expected is null)
            return "the output is not known";
        if (!SameSize(expected, output))
            return $"wrong: {output.Rows} x {output.Cols} cells, expected {expected.Rows} x {expected.Cols}";
        var differ = Enumerable.Range(0, output.Area).Count(i => output.Cells[i] != expected.Cells[i]);
        return differ == 0 ? "right" : $"wrong: {differ} of {output.Area} cells differ";
    }

    private static IEnumerable<Panel> Results(Terminal terminal, Grid input, Grid? expected, Grid? output)
    {
        yield return terminal.Draw(input).Titled("input");
        if (expected is not null)
            yield return terminal.Draw(expected).Titled("expected");
        if (output is null)
            yield break;
        Func<int, int, bool>? isWrong = SameSize(expected, output) ? (row, col) => expected![row, col] != output[row, col] : null;
        yield return terminal.Draw(output, isWrong).Titled("actual");
    }

    private static bool SameSize(Grid? expected, Grid output) => expected?.IsSizeOf(output) == true;
}
