using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Reports;

/// <summary>A program at work: for each pair of a task, the value of each step as a picture, up to the result beside what is expected.</summary>
internal static class FilmStrip
{
    /// <summary>The strips of a program on all pairs and tests of a task.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Html Of(CheckedProgram program, ArcTask task, CancellationToken cancel)
    {
        var staged = new StagedProgram(program);
        var pairs = task.Pairs.Select((pair, i) => Strip(staged, $"pair {i + 1}", pair.Input, pair.Output, cancel));
        var tests = task.Tests.Select((test, i) => Strip(staged, $"test {i + 1}", test.Input, test.Output, cancel));
        return $"<div class=film>{pairs}{tests}</div>";
    }

    private static Html Strip(StagedProgram program, string title, Grid input, Grid? expected, CancellationToken cancel)
    {
        var (values, outcome) = program.Execute(input, Limits.Default, cancel);
        var frames = values.Where(value => IsShown(value)).Select(value => Frame(title, value, input, expected, outcome));
        Html end = outcome.Output is not null || values.Count == program.Stages.Count
            ? Html.None
            : Frame(program.Stages[values.Count], "failed", $"<p class=fault>{outcome.Fault}</p>");
        var verdict = outcome.Output is null ? "failed" : expected is null ? "" : Pictures.Difference(outcome.Output, expected);
        var state = verdict is "" or "right" ? verdict : "wrong";
        Html last = expected is null || verdict == "right"
            ? Html.None
            : $"<li class=expected>{Pictures.Figure($"expected", expected, $"{title}, expected")}</li>";
        return $"""
            <section class="strip {state}" aria-label="{title}"><h4>{title} <small>{verdict}</small></h4>
            <ol tabindex=0><li>{Pictures.Figure($"input", input, $"{title}, input")}</li>{frames}{end}{last}</ol></section>
            """;
    }

    /// <summary>The steps of pipelines, and of the other steps those that make grids.</summary>
    private static bool IsShown(StageValue value) => value.Stage.IsMain || value.Type == DslType.Grid || value.Type == DslType.Grids;

    private static Html Frame(string title, StageValue value, Grid input, Grid? expected, Outcome outcome)
    {
        var isResult = value.Type == DslType.Grid && ReferenceEquals(value.Value.Grid, outcome.Output);
        var label = $"{title}, a step";
        var picture = isResult && expected is not null && outcome.Output is { } output
            ? Html.Raw(Rendering.InlineSvg.Of(output, $"{title}, result", expected))
            : Pictures.Value(value.Value, value.Type, input, label);
        return Frame(value.Stage, isResult ? "result" : value.Stage.IsMain ? "main" : "aside", picture);
    }

    private static Html Frame(Stage stage, string kind, Html content)
    {
        Html name = stage.Let is null ? Html.None : $"<span class=keyword>let</span> {stage.Let} = ";
        return $"<li class={kind}><figure><figcaption><code>{name}{ProgramHtml.Inline(stage.Text)}</code></figcaption>{content}</figure></li>";
    }
}
