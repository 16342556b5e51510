using System.Text.Json;
using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>Grids as JSON: an array of rows, each an array of cells.</summary>
internal static class GridJson
{
    private const int MaxSide = 30;

    /// <summary>Writes a grid as an item.</summary>
    public static void WriteGrid(this Utf8JsonWriter json, Grid grid)
    {
        json.WriteStartArray();
        for (var row = 0; row < grid.Rows; row++)
        {
            json.WriteStartArray();
            for (var col = 0; col < grid.Cols; col++)
                json.WriteNumberValue(grid[row, col]);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes a grid as a property.</summary>
    public static void WriteGrid(this Utf8JsonWriter json, string name, Grid grid)
    {
        json.WritePropertyName(name);
        json.WriteGrid(grid);
    }

    /// <summary>The grid that an item holds.</summary>
    /// <exception cref="FormatException">It holds none.</exception>
    public static Grid ToGrid(this JsonElement rows)
    {
        var cells = rows.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetByte()).ToArray()).ToArray();
        return cells.Length is > 0 and <= MaxSide && cells[0].Length is > 0 and <= MaxSide
            && cells.All(row => row.Length == cells[0].Length && row.All(cell => cell < Color.Count))
            ? Budget.Load(cells.Length, cells[0].Length, [.. cells.SelectMany(row => row)])
            : throw new FormatException("no grid");
    }
}
