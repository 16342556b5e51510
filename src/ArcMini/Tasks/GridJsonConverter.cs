using System.Text.Json;
using System.Text.Json.Serialization;
using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>Grids as JSON: an array of rows, each an array of whole numbers 0-9.</summary>
internal sealed class GridJsonConverter : JsonConverter<Grid>
{
    /// <summary>Reads a grid of 1 to <see cref="Grid.MaxTaskSide"/> rows and columns.</summary>
    /// <exception cref="JsonException">The value is not such a grid.</exception>
    public override Grid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var cells = new List<byte>();
        var (rows, cols) = (0, 0);
        ExpectArray(ref reader);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            ExpectArray(ref reader);
            var before = cells.Count;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                cells.Add(Cell(ref reader));
            var length = cells.Count - before;
            if (rows > 0 && length != cols)
                throw new JsonException("The rows of the grid differ in length.");
            (rows, cols) = (rows + 1, length);
        }
        return rows is > 0 and <= Grid.MaxTaskSide && cols is > 0 and <= Grid.MaxTaskSide
            ? Budget.Load(rows, cols, [.. cells])
            : throw new JsonException($"The grid has {rows} x {cols} cells.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Grid value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>Writes a grid as a value.</summary>
    public static void Write(Utf8JsonWriter writer, Grid grid)
    {
        writer.WriteStartArray();
        for (var row = 0; row < grid.Rows; row++)
        {
            writer.WriteStartArray();
            foreach (var cell in grid.Line(row))
                writer.WriteNumberValue(cell);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }

    private static void ExpectArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Expected an array.");
    }

    private static byte Cell(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetByte(out var cell) && cell < Color.Count
            ? cell
            : throw new JsonException("A cell is not a whole number from 0 to 9.");
}
