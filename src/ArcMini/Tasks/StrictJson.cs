using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ArcMini.Dsl.Syntax;

namespace ArcMini.Tasks;

/// <summary>
/// Reads a JSON file token by token. Comments, trailing commas and keys that appear twice are faults. Every fault is a
/// <see cref="DataException"/> that names the file, the place in the data, and the line and column, both counted from 1.
/// </summary>
internal ref struct StrictJson
{
    /// <summary>The longest token in bytes that an error quotes.</summary>
    private const int MaxShown = 20;

    private readonly string file;
    private readonly ReadOnlySpan<byte> bytes;
    private Utf8JsonReader reader;

    private StrictJson(string file, ReadOnlySpan<byte> bytes)
    {
        this.file = file;
        this.bytes = bytes;
        reader = new Utf8JsonReader(bytes);
    }

    /// <summary>The place of the reader in the data, in words: <c>task 007bbfb7, training pair 2, input</c>.</summary>
    public string Place { get; set; } = "";

    /// <summary>The kind of the current token.</summary>
    public readonly JsonTokenType Token => reader.TokenType;

    /// <summary>Opens a file and reads its first token.</summary>
    /// <exception cref="DataException">The file cannot be read or is not JSON in UTF-8.</exception>
    public static StrictJson Open(string file) => Open(file, InputFile.ReadBytes(file));

    /// <summary>Reads the first token of a file's content. A byte order mark is accepted.</summary>
    /// <exception cref="DataException">It is not JSON in UTF-8.</exception>
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
        if (!TryRead())
            throw Fault("the file ends too early");
    }

    /// <summary>Checks that nothing follows the value that was read last.</summary>
    public void End() => TryRead();

    /// <summary>Skips the current value.</summary>
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

    /// <summary>Checks that the current token starts an object. <paramref name="what"/> describes the object in the error.</summary>
    public readonly void ExpectObject(string what)
    {
        if (Token != JsonTokenType.StartObject)
            throw Fault($"expected {what}, found {Found()}");
    }

    /// <summary>Checks that the current token starts an array. <paramref name="what"/> describes the array in the error.</summary>
    public readonly void ExpectArray(string what)
    {
        if (Token != JsonTokenType.StartArray)
            throw Fault($"expected {what}, found {Found()}");
    }

    /// <summary>Goes to the value of the next key of an object and returns the key. Returns null at the end of the object.</summary>
    public string? NextKey(HashSet<string> seen)
    {
        Read();
        if (Token == JsonTokenType.EndObject)
            return null;
        var key = Key();
        if (!seen.Add(key))
            throw Fault($"the key '{Quote.Of(key)}' appears twice");
        Read();
        return key;
    }

    /// <summary>Goes to the next item of an array. Returns false at the end of the array.</summary>
    public bool NextItem()
    {
        Read();
        return Token != JsonTokenType.EndArray;
    }

    /// <summary>Whether the current token, a number, is a whole number 0-255.</summary>
    public readonly bool TryGetByte(out byte value) => reader.TryGetByte(out value);

    /// <summary>An error at the current token.</summary>
    public readonly DataException Fault(string what)
    {
        var before = bytes[..(int)reader.TokenStartIndex];
        var line = 1 + before.Count((byte)'\n');
        var column = 1 + Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
        return Fault(what, line, column);
    }

    /// <summary>An error of the whole file or of the current place. It names no line.</summary>
    public readonly DataException FaultOfPlace(string what) => new(Place.Length > 0 ? $"{file}: {Place}: {what}" : $"{file}: {what}");

    /// <summary>The current token in words, for an error.</summary>
    public readonly string Found() => Token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String when reader.ValueSpan.Length > MaxShown => "a string",
        JsonTokenType.String => $"the string \"{Quote.Of(Encoding.UTF8.GetString(reader.ValueSpan))}\"",
        _ when reader.ValueSpan.Length > MaxShown => "a long number",
        _ => Encoding.UTF8.GetString(reader.ValueSpan),
    };

    /// <summary>Goes to the next token. Returns false at the end of the file.</summary>
    private bool TryRead()
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException broken)
        {
            throw Broken(broken);
        }
    }

    private readonly string Key()
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

    /// <summary>The error of the framework's reader, without the position at the end of its message.</summary>
    private readonly DataException Broken(JsonException broken)
    {
        if (bytes.Trim(" \t\r\n"u8).IsEmpty)
            return FaultOfPlace("the file is empty");
        var (line, column) = ((int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1);
        if (EndsTooEarly())
            return Fault("the file ends too early", line, column);
        var sentence = broken.Message;
        var tail = sentence.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var what = (tail < 0 ? sentence : sentence[..tail]).TrimEnd('.');
        return Fault($"broken JSON: {Quote.Of(what)}", line, column);
    }

    /// <summary>Whether what is there is sound JSON, and only its end is missing.</summary>
    private readonly bool EndsTooEarly()
    {
        var start = new Utf8JsonReader(bytes, isFinalBlock: false, state: default);
        try
        {
            while (start.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private readonly DataException Fault(string what, int line, int column) => FaultOfPlace($"{what} (line {line}, column {column})");
}
