using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>
/// Reads one JSON file token by token and turns every fault into one <see cref="DataException"/> that names the file, the place in
/// the data, and the line and column, both from 1. Comments, trailing commas and keys that appear twice are faults.
/// </summary>
internal ref struct StrictJson
{
    private const int MaxSide = 30;
    private const long MaxBytes = 1 << 30;

    private readonly string file;
    private readonly ReadOnlySpan<byte> bytes;
    private Utf8JsonReader reader;

    private StrictJson(string file, ReadOnlySpan<byte> bytes)
    {
        this.file = file;
        this.bytes = bytes;
        reader = new Utf8JsonReader(bytes);
    }

    /// <summary>Where in the data the reader is, as words: <c>task 007bbfb7, training pair 2, input</c>.</summary>
    public string Place { get; set; } = "";

    /// <summary>The kind of the current token.</summary>
    public readonly JsonTokenType Token => reader.TokenType;

    /// <summary>Opens a file and reads its first token.</summary>
    /// <exception cref="DataException">The file cannot be read or is no JSON in UTF-8.</exception>
    public static StrictJson Open(string file) => Open(file, ReadFile(file));

    /// <summary>Reads the first token of a file's content. A byte order mark is accepted.</summary>
    /// <exception cref="DataException">It is no JSON in UTF-8.</exception>
    public static StrictJson Open(string file, ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
            content = content[3..];
        if (!Utf8.IsValid(content))
            throw new DataException($"{file}: not a JSON file: its text is not UTF-8");
        var json = new StrictJson(file, content);
        json.Read();
        return json;
    }

    /// <summary>Goes to the next token.</summary>
    public void Read()
    {
        try
        {
            if (reader.Read())
                return;
        }
        catch (JsonException broken)
        {
            throw Broken(broken);
        }
        throw Fault("the file ends too early");
    }

    /// <summary>Goes past the current value.</summary>
    public void Skip()
    {
        try
        {
            reader.Skip();
        }
        catch (JsonException broken)
        {
            throw Broken(broken);
        }
    }

    /// <summary>Makes sure that nothing follows the value just read.</summary>
    public void End()
    {
        try
        {
            reader.Read();
        }
        catch (JsonException broken)
        {
            throw Broken(broken);
        }
    }

    /// <summary>Makes sure that the current token starts an object; <paramref name="what"/> says of which kind.</summary>
    public readonly void ExpectObject(string what)
    {
        if (Token != JsonTokenType.StartObject)
            throw Fault($"expected {what}, found {Found()}");
    }

    /// <summary>Makes sure that the current token starts an array; <paramref name="what"/> says of which kind.</summary>
    public readonly void ExpectArray(string what)
    {
        if (Token != JsonTokenType.StartArray)
            throw Fault($"expected {what}, found {Found()}");
    }

    /// <summary>Within an object, goes to the next key's value and gives the key; null at the object's end.</summary>
    public string? NextKey(HashSet<string> seen)
    {
        Read();
        if (Token == JsonTokenType.EndObject)
            return null;
        var key = Text();
        if (!seen.Add(key))
            throw Fault($"the key '{key}' appears twice");
        Read();
        return key;
    }

    /// <summary>Within an array, goes to the next item; false at the array's end.</summary>
    public bool NextItem()
    {
        Read();
        return Token != JsonTokenType.EndArray;
    }

    /// <summary>Reads a grid: an array of 1 to 30 rows of equal length, each an array of 1 to 30 whole numbers 0-9.</summary>
    public Grid ReadGrid()
    {
        ExpectArray("a grid, an array of rows");
        Span<byte> cells = stackalloc byte[MaxSide * MaxSide];
        var (rows, cols) = (0, 0);
        while (NextItem())
        {
            if (rows == MaxSide)
                throw Fault($"the grid has more than {MaxSide} rows");
            ExpectArray($"an array of cells as row {rows + 1}");
            var length = 0;
            for (; NextItem(); length++)
            {
                if (length == MaxSide)
                    throw Fault($"row {rows + 1} has more than {MaxSide} cells");
                if (rows > 0 && length == cols)
                    throw Fault($"row {rows + 1} has more cells than the first row, which has {cols}");
                if (Token != JsonTokenType.Number || !reader.TryGetByte(out var cell) || cell >= Color.Count)
                    throw Fault($"the cell in row {rows + 1}, column {length + 1} is {Found()}; a cell is a whole number from 0 to 9");
                cells[rows * cols + length] = cell;
            }
            if (length == 0)
                throw Fault($"row {rows + 1} is empty");
            if (rows > 0 && length != cols)
                throw Fault($"row {rows + 1} has {length} cells, the first row has {cols}");
            (rows, cols) = (rows + 1, length);
        }
        return rows > 0 ? Budget.Load(rows, cols, cells[..(rows * cols)]) : throw Fault("the grid has no rows");
    }

    /// <summary>A fault at the current token.</summary>
    public readonly DataException Fault(string what)
    {
        var before = bytes[..(int)reader.TokenStartIndex];
        var line = 1 + before.Count((byte)'\n');
        var column = 1 + Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
        return Fault(what, line, column);
    }

    /// <summary>A fault of the whole file or of the current place, not of a token.</summary>
    public readonly DataException FaultOfPlace(string what) => new(Place.Length > 0 ? $"{file}: {Place}: {what}" : $"{file}: {what}");

    /// <summary>What stands at the current token, for the end of an error.</summary>
    private readonly string Found() => Token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String when reader.ValueSpan.Length > 20 => "a string",
        JsonTokenType.String => $"the string \"{Encoding.UTF8.GetString(reader.ValueSpan)}\"",
        _ when reader.ValueSpan.Length > 20 => "a long number",
        _ => Encoding.UTF8.GetString(reader.ValueSpan),
    };

    private readonly string Text()
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault("the key is not valid text");
        }
    }

    private readonly DataException Broken(JsonException broken)
    {
        var sentence = broken.Message;
        var tail = sentence.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var what = (tail < 0 ? sentence : sentence[..tail]).TrimEnd('.');
        return Fault($"broken JSON: {what}", (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1);
    }

    private readonly DataException Fault(string what, int line, int column) => FaultOfPlace($"{what} (line {line}, column {column})");

    /// <summary>The content of a file.</summary>
    /// <exception cref="DataException">It cannot be read, or is over 1 GiB.</exception>
    public static byte[] ReadFile(string file)
    {
        try
        {
            if (Directory.Exists(file))
                throw new DataException($"{file}: is a folder, expected a file");
            if (new FileInfo(file) is { Exists: true, Length: > MaxBytes })
                throw new DataException($"{file}: is larger than 1 GiB");
            return File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"{file}: there is no such file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DataException($"{file}: cannot be read: {error.Message}");
        }
    }
}
