using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Rendering;
using ArcMini.Tasks;

namespace ArcMini.Reports;

/// <summary>Grids and other values as figures with a caption.</summary>
internal static class Pictures
{
    /// <summary>The <see cref="Difference"/> of an answer that is right.</summary>
    public const string Right = "right";

    /// <summary>The most items of a list that are drawn.</summary>
    private const int MaxItems = 12;

    /// <summary>The longest text of a value, in characters.</summary>
    private const int MaxText = 200;

    /// <summary>All pairs and test inputs of a task.</summary>
    public static Html Task(ArcTask task)
    {
        var pairs = task.Pairs.Select((pair, i) => Pair($"pair {i + 1}", pair.Input, pair.Output));
        var tests = task.Tests.Select((test, i) => Pair($"test {i + 1}", test.Input, test.Output));
        return $"<div class=pairs>{pairs}{tests}</div>";
    }

    /// <summary>An input and its output side by side.</summary>
    public static Html Pair(string title, Grid input, Grid? output)
    {
        Html to = output is null ? Html.None : $"<span class=arrow aria-hidden=true>→</span>{Grid(output, $"{title}, output")}";
        return $"<figure class=pair><figcaption>{title}</figcaption><div>{Grid(input, $"{title}, input")}{to}</div></figure>";
    }

    /// <summary>A grid below its caption. Cells that differ from what is expected are marked.</summary>
    public static Html Figure(Html caption, Grid grid, string label, Grid? expected = null) =>
        $"<figure><figcaption>{caption}</figcaption>{Grid(grid, label, expected)}</figure>";

    /// <summary>A value of any type: grids as pictures, the items of a list at their places, other values as text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type.</param>
    /// <param name="input">The input of the run. The items of a list are shown at their places on a grid of its size.</param>
    /// <param name="label">What the picture shows.</param>
    public static Html Value(Value value, DslType type, Grid input, string label) => type switch
    {
        _ when type == DslType.Grid => Part(value.Grid, input, label),
        ListOf list when Innermost(list) == DslType.Grid => Items(value.List, list.Item, input, label),
        _ => Text(ValueText.Write(value, type)),
    };

    /// <summary>The CSS class of a <see cref="Difference"/>, or of nothing or a fault.</summary>
    public static string ClassOf(string difference) => difference is "" or Right ? "right" : "off";

    /// <summary>How far an answer is from what is expected, in words.</summary>
    public static string Difference(Grid answer, Grid expected)
    {
        if (!answer.IsSizeOf(expected))
            return $"{answer.Rows} x {answer.Cols} cells, expected {expected.Rows} x {expected.Cols}";
        var wrong = Enumerable.Range(0, answer.Area).Count(i => answer.Cells[i] != expected.Cells[i]);
        return wrong == 0 ? Right : $"{wrong} of {answer.Area} cells wrong";
    }

    private static Html Items(Items items, DslType type, Grid input, string label)
    {
        var (rows, cols) = (input.Rows, input.Cols);
        var shown = items.Span.ToArray().Take(MaxItems).Select(item => Value(item, type, input, label)).ToList();
        var rest = items.Count > MaxItems ? $"and {items.Count - MaxItems} more" : items.Count == 0 ? "empty list" : "";
        return $"<div class=items>{shown}<span class=note>{rest}</span></div>";
    }

    private static Html Part(Grid grid, Grid input, string label)
    {
        var isPart = grid.Cells.Contains(Dsl.Values.Grid.Transparent) || (grid.Row, grid.Col) != (0, 0);
        return isPart && grid.Row >= 0 && grid.Col >= 0 && grid.Row + grid.Rows <= input.Rows && grid.Col + grid.Cols <= input.Cols
            ? Html.Raw(InlineSvg.Placed(grid, input.Rows, input.Cols, label))
            : Grid(grid, label);
    }

    private static Html Grid(Grid grid, string label, Grid? expected = null) => Html.Raw(InlineSvg.Of(grid, label, expected));

    private static Html Text(string text) => $"<code class=value>{(text.Length <= MaxText ? text : text[..MaxText] + "...")}</code>";

    private static DslType Innermost(DslType type) => type is ListOf list ? Innermost(list.Item) : type;
}
