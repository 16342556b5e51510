using System.Text.Json;
using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>Reads grids from JSON files. Every fault is a <see cref="DataException"/> that names the file and the place.</summary>
internal static class GridReader
{
    private const int MaxSide = Grid.MaxTaskSide;

    /// <summary>Reads a grid: an array of 1 to 30 rows of equal length, each an array of 1 to 30 whole numbers 0-9.</summary>
    public static Grid ReadGrid(this ref StrictJson json)
    {
        json.ExpectArray("a grid, an array of rows");
        Span<byte> cells = stackalloc byte[MaxSide * MaxSide];
        var (rows, cols) = (0, 0);
        while (json.NextItem())
        {
            if (rows == MaxSide)
                throw json.Fault($"the grid has more than {MaxSide} rows");
            cols = ReadRow(ref json, cells[(rows * cols)..], rows, cols);
            rows++;
        }
        return rows > 0 ? Budget.Load(rows, cols, cells[..(rows * cols)]) : throw json.Fault("the grid has no rows");
    }

    /// <summary>Reads an object with grids under two keys. A grid is null if its key is missing. Other keys are skipped.</summary>
    /// <param name="json">The reader at the object.</param>
    /// <param name="firstKey">The key of the first grid.</param>
    /// <param name="secondKey">The key of the second grid.</param>
    /// <param name="keys">An empty set. It receives the keys of the object.</param>
    /// <param name="mayBeEmpty">Whether null, <c>[]</c> and <c>[[]]</c> stand for no grid. Otherwise they are faults.</param>
    public static (Grid? First, Grid? Second) ReadGrids(
        this ref StrictJson json, string firstKey, string secondKey, HashSet<string> keys, bool mayBeEmpty = false)
    {
        json.ExpectObject($"an object with '{firstKey}' and '{secondKey}'");
        Grid? first = null, second = null;
        var place = json.Place;
        while (json.NextKey(keys) is { } key)
        {
            json.Place = $"{place}, {key}";
            if (key == firstKey)
                first = mayBeEmpty && json.SkipEmpty() ? null : json.ReadGrid();
            else if (key == secondKey)
                second = mayBeEmpty && json.SkipEmpty() ? null : json.ReadGrid();
            else
                json.Skip();
            json.Place = place;
        }
        return (first, second);
    }

    /// <summary>Goes to the end of null, <c>[]</c> or <c>[[]]</c>. Returns false, and stays, at another value.</summary>
    private static bool SkipEmpty(this ref StrictJson json)
    {
        if (json.Token == JsonTokenType.Null)
            return true;
        var ahead = json;
        if (json.Token != JsonTokenType.StartArray
            || (ahead.NextItem() && (ahead.Token != JsonTokenType.StartArray || ahead.NextItem() || ahead.NextItem())))
            return false;
        json = ahead;
        return true;
    }

    /// <summary>Reads a row into <paramref name="cells"/> and returns its length. Later rows have <paramref name="cols"/> cells.</summary>
    private static int ReadRow(ref StrictJson json, scoped Span<byte> cells, int row, int cols)
    {
        json.ExpectArray($"an array of cells as row {row + 1}");
        var length = 0;
        for (; json.NextItem(); length++)
        {
            if (length == MaxSide)
                throw json.Fault($"row {row + 1} has more than {MaxSide} cells");
            if (row > 0 && length == cols)
                throw json.Fault($"row {row + 1} has more cells than the first row, which has {cols}");
            if (json.Token != JsonTokenType.Number || !json.TryGetByte(out var cell) || cell >= Color.Count)
                throw json.Fault($"the cell in row {row + 1}, column {length + 1} is {json.Found()}; a cell is a whole number from 0 to 9");
            cells[length] = cell;
        }
        if (length == 0)
            throw json.Fault($"row {row + 1} is empty");
        if (row > 0 && length != cols)
            throw json.Fault($"row {row + 1} has {length} cells, the first row has {cols}");
        return length;
    }
}
