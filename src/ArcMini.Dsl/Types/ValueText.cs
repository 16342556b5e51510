using System.Text;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Types;

/// <summary>Values as text for people: on one line, as a program would write them, or drawn over several lines.</summary>
public static class ValueText
{
    /// <summary>The longest text that <see cref="Write"/> returns, in characters. A longer text is cut and ends in <c>...</c>.</summary>
    public const int MaxLength = 2000;

    /// <summary>A value on one line: <c>"12/34" at (1, 0)</c>, <c>red</c>, <c>[1, 2]</c>.</summary>
    public static string Write(Value value, DslType type)
    {
        var text = new StringBuilder();
        Append(text, value, type);
        return text.Length <= MaxLength ? text.ToString() : text.ToString(0, MaxLength) + "...";
    }

    /// <summary>
    /// A value as lines of text. A grid is drawn row by row, with its origin below it unless that is (0, 0). The grids of a list are
    /// drawn side by side.
    /// </summary>
    public static IReadOnlyList<string> Draw(Value value, DslType type) => type switch
    {
        GroundType { Name: "Grid" } => Draw(value.Grid),
        ListOf list when Innermost(list) == DslType.Grid && value.List.Count > 0 => DrawList(value.List, list.Item),
        _ => [Write(value, type)],
    };

    /// <summary>Blocks of lines side by side. Each block is padded to its own width.</summary>
    public static IReadOnlyList<string> Beside(string gap, params IReadOnlyList<IReadOnlyList<string>> blocks)
    {
        var widths = blocks.Select(block => block.Max(line => line.Length)).ToArray();
        var height = blocks.Max(block => block.Count);
        return [.. Enumerable.Range(0, height).Select(row =>
            string.Join(gap, blocks.Select((block, i) => (row < block.Count ? block[row] : "").PadRight(widths[i]))).TrimEnd())];
    }

    private static IReadOnlyList<string> Draw(Grid grid)
    {
        var rows = GridText.Write(grid).Split('/');
        return (grid.Row, grid.Col) == (0, 0) ? rows : [.. rows, $"at ({grid.Row}, {grid.Col})"];
    }

    private static IReadOnlyList<string> DrawList(Items items, DslType type) =>
        Beside("  ", [.. Enumerable.Range(0, items.Count).Select(i => Bracketed(Draw(items[i], type), i == 0, i == items.Count - 1))]);

    private static string[] Bracketed(IReadOnlyList<string> lines, bool first, bool last)
    {
        var width = lines.Max(line => line.Length);
        return [.. lines.Select((line, row) => Before(row) + line.PadRight(width) + (last && row == 0 ? " ]" : ""))];

        string Before(int row) => !first ? "" : row == 0 ? "[ " : "  ";
    }

    private static DslType Innermost(DslType type) => type is ListOf list ? Innermost(list.Item) : type;

    private static void Append(StringBuilder text, Value value, DslType type)
    {
        if (text.Length > MaxLength)
            return;
        switch (type)
        {
            case ListOf list:
                text.Append('[');
                for (var i = 0; i < value.List.Count && text.Length <= MaxLength; i++)
                {
                    text.Append(i > 0 ? ", " : "");
                    Append(text, value.List[i], list.Item);
                }
                text.Append(']');
                break;
            case GroundType { Name: "Grid" }:
                text.Append('"').Append(value.Grid).Append('"');
                if ((value.Grid.Row, value.Grid.Col) != (0, 0))
                    text.Append($" at ({value.Grid.Row}, {value.Grid.Col})");
                break;
            case GroundType { Name: "Color" }:
                text.Append(Color.Names[value.Color]);
                break;
            case GroundType { Name: "Bool" }:
                text.Append(value.Bool ? "true" : "false");
                break;
            case GroundType { Name: "Point" }:
                text.Append($"({value.Point.Row}, {value.Point.Col})");
                break;
            default:
                text.Append(value.Int);
                break;
        }
    }
}
