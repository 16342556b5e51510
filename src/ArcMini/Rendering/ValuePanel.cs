using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Rendering;

/// <summary>Draws any value of the language on the terminal.</summary>
internal static class ValuePanel
{
    private const int Gap = 3;

    /// <summary>The most cells that are drawn of one value. Of a list, further items are only counted.</summary>
    private const int MostCells = 20_000;

    /// <summary>What an item takes of these, if it is no grid.</summary>
    private const int CellsOfItem = 20;

    /// <summary>A grid as a drawing, a list as its items side by side, any other value as a word.</summary>
    public static Panel Of(Terminal terminal, Value value, DslType type)
    {
        var room = MostCells;
        return Of(terminal, value, type, ref room);
    }

    private static Panel Of(Terminal terminal, Value value, DslType type, ref int room)
    {
        room -= type == DslType.Grid ? value.Grid.Area : CellsOfItem;
        if (type == DslType.Grid)
            return Placed(terminal, value.Grid);
        if (type is not ListOf list)
            return Panel.Text(Word(value, type));
        var items = new List<Panel>();
        foreach (ref readonly var item in value.List.Span)
        {
            if (room <= 0)
            {
                items.Add(Panel.Text($"... and {value.List.Count - items.Count} more"));
                break;
            }
            items.Add(Of(terminal, item, list.Item, ref room));
        }
        return items.Count == 0 ? Panel.Text("(empty list)") : Panel.Flow(terminal.Width, Gap, items);
    }

    /// <summary>A grid, with its place on the grid that it was taken from, unless that is the top left corner.</summary>
    private static Panel Placed(Terminal terminal, Grid grid) => (grid.Row, grid.Col) == (0, 0)
        ? terminal.Draw(grid)
        : Panel.Above(terminal.Draw(grid), Panel.Text($"at ({grid.Row}, {grid.Col})"));

    private static string Word(Value value, DslType type) => type == DslType.Point ? $"{value.Point}" : ValueText.Write(value, type);
}
