using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Reports;

/// <summary>
/// A program at work: for each pair of a task, the value of each step as a picture, up to the result beside what is expected.
/// </summary>
internal static class FilmStrip
{
    /// <summary>The strips of a program on the pairs and tests of a task.</summary>
    /// <param name="program">The program.</param>
    /// <param name="task">The task.</param>
    /// <param name="isShort">Whether only the first pair is shown, and the pairs and tests on which the program is wrong.</param>
    /// <param name="cancel">Cancels the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Html Of(CheckedProgram program, ArcTask task, bool isShort, CancellationToken cancel)
    {
        var staged = new StagedProgram(program);
        var strips = new Html(0, 0);
        var pairs = task.Pairs.Select((pair, i) => (Title: $"pair {i + 1}", pair.Input, Output: (Grid?)pair.Output))
            .Concat(task.Tests.Select((test, i) => ($"test {i + 1}", test.Input, test.Output)));
        foreach (var (title, input, expected) in pairs)
        {
            var (values, outcome) = staged.Execute(input, Limits.Default, cancel);
            var isWrong = expected is not null && !expected.Equals(outcome.Output);
            if (!isShort || isWrong || ReferenceEquals(input, task.Pairs[0].Input))
                strips.AppendFormatted(Strip(staged, title, input, expected, values, outcome));
        }
        return $"<div class=film>{strips}</div>";
    }

    private static Html Strip(
        StagedProgram program, string title, Grid input, Grid? expected, IReadOnlyList<StageValue> values, Outcome outcome)
    {
        var frames = values.Where(IsShown).Select(value => Frame(title, value, input, expected, outcome));
        var end = outcome.Output is null
            ? Frame(program.Stages[values.Count], "failed", $"<p class=fault>{outcome.Fault}</p>")
            : Html.None;
        var verdict = outcome.Output is null ? "failed" : expected is null ? "" : Pictures.Difference(outcome.Output, expected);
        var last = expected is null || verdict == Pictures.Right
            ? Html.None
            : $"<li>{Pictures.Figure($"expected", expected, $"{title}, expected")}</li>";
        return $"""
            <section class=strip><h4>{title} <small class={Pictures.ClassOf(verdict)}>{verdict}</small></h4>
            <ol tabindex=0 aria-label="{title}, step by step">
            <li>{Pictures.Figure($"input", input, $"{title}, input")}</li>{frames}{end}{last}</ol></section>
            """;
    }

    /// <summary>The steps of pipelines, and of the other steps those that make grids.</summary>
    private static bool IsShown(StageValue value) => value.Stage.IsMain || value.Type == DslType.Grid || value.Type == DslType.Grids;

    private static Html Frame(string title, StageValue value, Grid input, Grid? expected, Outcome outcome)
    {
        var isResult = value.Type == DslType.Grid && ReferenceEquals(value.Value.Grid, outcome.Output);
        var picture = isResult && expected is not null && outcome.Output is { } output
            ? Html.Raw(Rendering.InlineSvg.Of(output, $"{title}, result", expected))
            : Pictures.Value(value.Value, value.Type, input, $"{title}, a step");
        return Frame(value.Stage, value.Stage.IsMain ? "main" : "aside", picture);
    }

    private static Html Frame(Stage stage, string kind, Html content)
    {
        Html name = stage.Let is null ? Html.None : $"{ProgramHtml.Inline($"let {stage.Let} =")} ";
        return $"<li class={kind}><figure><figcaption>{name}{ProgramHtml.Inline(stage.Text)}</figcaption>{content}</figure></li>";
    }
}
