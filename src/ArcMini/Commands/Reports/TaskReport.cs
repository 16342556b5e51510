using ArcMini.Commands.Records;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Reports;
using ArcMini.Tasks;

namespace ArcMini.Commands.Reports;

/// <summary>The card of one task in a report: the task, the attempts, the programs, and how they work or fail.</summary>
internal static class TaskReport
{
    /// <summary>The card of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="isShort">Whether the steps of the program are shown only on one pair, and where it is wrong.</param>
    /// <param name="cancel">Cancels the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Card Card(SolveRecord record, bool isShort, CancellationToken cancel)
    {
        var program = TryCompile(record.Program)?.Source;
        var proposer = record.Proposer is null ? "" : $"{By(record.Proposer, record.Part)}, ";
        var trust = record is { Verified: true, Trusted: false } ? "not trusted, " : "";
        return new(record.Task, Body(record, isShort, cancel))
        {
            Verdict = VerdictOf(record),
            Note = $"{proposer}{trust}{record.Seconds:F2} s, {record.Candidates} programs tried",
            Proposer = record.Proposer,
            Primitives = [.. program?.Primitives.Distinct() ?? []],
            Seconds = record.Seconds,
            Nodes = program?.Nodes ?? 0,
        };
    }

    private static Verdict VerdictOf(SolveRecord record) => record switch
    {
        { Verified: false } => Verdict.Nothing,
        { Solved: true } => Verdict.Solved,
        { Solved: false } => Verdict.Wrong,
        _ => Verdict.Answered,
    };

    private static Html Body(SolveRecord record, bool isShort, CancellationToken cancel)
    {
        if (record.Details is not { } details)
        {
            var found = record.Program is null ? Html.None : ProgramHtml.Block(record.Program);
            return $"{found}<p class=note>An earlier version made this record. It holds no pictures.</p>";
        }
        var task = details.Task(record.Task);
        var tests = task.Tests.Select((test, i) => Test(record, test, i));
        return $"""
            {Programs(details, task, cancel)}{Pictures.Task(task with { Tests = [] })}
            <div class="tests row">{tests}</div>{Misses(details, task, cancel)}{Tried(details)}{Film(record, task, isShort, cancel)}
            """;
    }

    /// <summary>A test input with the output and the attempts, wrong cells marked.</summary>
    private static Html Test(SolveRecord record, TestInput test, int index)
    {
        var title = $"test {index + 1}";
        var expected = test.Output is null ? Html.None : Pictures.Figure($"expected", test.Output, $"{title}, expected");
        var answers = record.Attempts[index];
        var attempts = answers.Select((answer, i) => Attempt($"attempt {i + 1}", answer, test.Output, $"{title}, attempt {i + 1}"));
        var submitted = record.Submission[index];
        var last = answers.Count > 0
            ? Html.None
            : Attempt("last resort, not verified", submitted.First, test.Output, $"{title}, last resort");
        return $"{Pictures.Figure($"{title}", test.Input, $"{title}, input")}{expected}{attempts}{last}";
    }

    private static Html Attempt(string caption, Grid answer, Grid? expected, string label)
    {
        var difference = expected is null ? "" : Pictures.Difference(answer, expected);
        return Pictures.Figure($"{caption} <b class={Pictures.ClassOf(difference)}>{difference}</b>", answer, label, expected);
    }

    /// <summary>The program; and the second one, where the attempts differ.</summary>
    private static Html Programs(TaskDetails details, ArcTask task, CancellationToken cancel)
    {
        if (details.Programs.Count == 1)
            return ProgramHtml.Block(details.Programs[0].Program);
        var columns = details.Programs.Select((program, i) => Column(i, program, task, cancel));
        return $"<div class=columns>{columns}</div>";
    }

    private static Html Column(int index, ProgramRecord program, ArcTask task, CancellationToken cancel)
    {
        var trust = program.Trusted ? "trusted" : "not trusted";
        var (known, right) = (0, 0);
        var code = TryCompile(program.Program);
        foreach (var test in task.Tests.Where(test => test.Output is not null))
        {
            known++;
            right += test.Output!.Equals(code?.Execute(test.Input, Limits.Default, cancel).Output) ? 1 : 0;
        }
        var score = known == 0 ? "" : $", right on {right} of {Tests(known)}";
        Html title = $"program {index + 1}, {By(program.Proposer, program.Part)}, {trust}{score}";
        return $"<section><h3>{title}</h3>{ProgramHtml.Block(program.Program)}</section>";
    }

    private static string By(string proposer, string? part) => part is null ? $"by {proposer}" : $"by {proposer} ({part})";

    private static string Tests(int count) => count == 1 ? "1 test" : $"{count} tests";

    /// <summary>The nearest misses, each with its first wrong answer.</summary>
    private static Html Misses(TaskDetails details, ArcTask task, CancellationToken cancel)
    {
        if (details.NearMisses.Count == 0)
            return Html.None;
        var misses = details.NearMisses.Select(miss => Miss(miss, task, cancel));
        return $"<h3>Nearest misses</h3><div class=columns>{misses}</div>";
    }

    private static Html Miss(NearMissTrace miss, ArcTask task, CancellationToken cancel)
    {
        Html title = $"<h3>by {miss.Proposer}, right on {miss.PairsRight} of {miss.Pairs} pairs</h3>{ProgramHtml.Block(miss.Program)}";
        var code = TryCompile(miss.Program);
        var outcomes = task.Pairs.Select((pair, i) => (Pair: pair, i + 1, Outcome: code?.Execute(pair.Input, Limits.Default, cancel)));
        var (wrong, number, outcome) = outcomes.FirstOrDefault(pair => !pair.Pair.Output.Equals(pair.Outcome?.Output));
        if (outcome is null)
            return $"<section>{title}</section>";
        var shown = outcome.Output is { } output
            ? Attempt($"pair {number}", output, wrong.Output, $"pair {number}, answer")
            : $"<p class=fault>pair {number} failed: {outcome.Fault}</p>";
        return $"""
            <section>{title}<div class=row>{shown}{Pictures.Figure($"expected", wrong.Output, $"pair {number}, expected")}</div></section>
            """;
    }

    /// <summary>What each proposer tried. Shown where nothing was found.</summary>
    private static Html Tried(TaskDetails details)
    {
        if (details.Programs.Count > 0)
            return Html.None;
        return $"""
            <h3>What was tried</h3><table><thead><tr><th scope=col>proposer</th><th scope=col>programs</th><th scope=col>values</th>
            <th scope=col>seconds</th></tr></thead><tbody>{details.Tried.GroupBy(counts => counts.Proposer).Select(Row)}</tbody></table>
            """;
    }

    /// <summary>The sums of one proposer, which may have been asked twice.</summary>
    private static Html Row(IGrouping<string, ProposerCounts> proposer)
    {
        var values = proposer.Any(counts => counts.Values is not null) ? $"{proposer.Sum(counts => counts.Values):N0}" : "";
        var (offered, seconds) = (proposer.Sum(counts => counts.Offered), proposer.Sum(counts => counts.Seconds));
        return $"<tr><td>{proposer.Key}</td><td>{offered}</td><td>{values}</td><td>{seconds:F2}</td></tr>";
    }

    private static Html Film(SolveRecord record, ArcTask task, bool isShort, CancellationToken cancel)
    {
        if (TryCompile(record.Program) is not { } program)
            return Html.None;
        var film = FilmStrip.Of(program, task, isShort, cancel);
        return $"<details class=steps><summary>step by step</summary>{film}</details>";
    }

    /// <summary>The program; null if there is none, or if it is in the language of another version.</summary>
    private static CheckedProgram? TryCompile(string? program)
    {
        try
        {
            return program is null ? null : CheckedProgram.Compile(program);
        }
        catch (DslException)
        {
            return null;
        }
    }
}
