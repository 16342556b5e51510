using System.Text.Json;
using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>Grids as JSON: an array of rows, each an array of cells.</summary>
static class GridJson
{
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
}
