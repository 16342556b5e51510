using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Rendering;

/// <summary>Draws any value of the language on the terminal.</summary>
internal static class ValuePanel
{
    private const int Gap = 3;

    /// <summary>A grid as a drawing, a list as its items side by side, any other value as a word.</summary>
    public static Panel Of(Terminal terminal, Value value, DslType type)
    {
        if (type == DslType.Grid)
            return Placed(terminal, value.Grid);
        if (type is not ListOf list)
            return Panel.Text(Word(value, type));
        var items = value.List.Span.ToArray().Select(item => Of(terminal, item, list.Item)).ToList();
        return items.Count == 0 ? Panel.Text("(empty list)") : Panel.Flow(terminal.Width, Gap, items);
    }

    /// <summary>A grid, with its place on the grid that it was taken from, unless that is the top left corner.</summary>
    private static Panel Placed(Terminal terminal, Grid grid) => (grid.Row, grid.Col) == (0, 0)
        ? terminal.Draw(grid)
        : Panel.Above(terminal.Draw(grid), Panel.Text($"at ({grid.Row}, {grid.Col})"));

    private static string Word(Value value, DslType type) => type == DslType.Point ? $"{value.Point}" : ValueText.Write(value, type);
}
