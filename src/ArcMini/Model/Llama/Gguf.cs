using System.Globalization;

namespace ArcMini.Model.Llama;

/// <summary>
/// Header, metadata and tensor table of a GGUF file. Reading checks everything that the file claims against the file's length,
/// because llama.cpp answers some false claims by ending the process.
/// </summary>
internal sealed class Gguf
{
    private readonly Dictionary<string, object> metadata;

    private Gguf(string file, int version, Dictionary<string, object> metadata, IReadOnlyList<GgufTensor> tensors) =>
        (File, Version, this.metadata, Tensors) = (file, version, metadata, tensors);

    /// <summary>Path of the file.</summary>
    public string File { get; }

    /// <summary>Version of the format, 2 or 3.</summary>
    public int Version { get; }

    /// <summary>The tensors, in the file's order.</summary>
    public IReadOnlyList<GgufTensor> Tensors { get; }

    /// <summary>The keys of the metadata.</summary>
    public IReadOnlyCollection<string> Keys => metadata.Keys;

    /// <summary>All scalar metadata as text.</summary>
    public IReadOnlyDictionary<string, string> Scalars =>
        metadata.Where(pair => pair.Value is not Array)
            .ToDictionary(pair => pair.Key, pair => Convert.ToString(pair.Value, CultureInfo.InvariantCulture)!);

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="ModelException">The file cannot be read, or is no sound GGUF; the message names file and place.</exception>
    public static Gguf Read(string file)
    {
        if (Directory.Exists(file))
            throw new ModelException($"cannot read the model {file}: it is a folder, expected a file");
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
            return new GgufReader(file, stream).Read((version, metadata, tensors) => new Gguf(file, version, metadata, tensors));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var why = e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : e.Message.TrimEnd('.');
            throw new ModelException($"cannot read the model {file}: {why}", e);
        }
    }

    /// <summary>Whether a key is present.</summary>
    public bool Has(string key) => metadata.ContainsKey(key);

    /// <summary>A string, or null if the key is absent.</summary>
    /// <exception cref="ModelException">The key holds something else.</exception>
    public string? Text(string key) => Get<string>(key, "a string");

    /// <summary>An integer of any width, or null if the key is absent.</summary>
    /// <inheritdoc cref="Text"/>
    public long? Integer(string key) => Has(key) ? (long)Get<object>(key, "an integer", v => v is long)! : null;

    /// <summary>A number, or null if the key is absent.</summary>
    /// <inheritdoc cref="Text"/>
    public double? Number(string key) =>
        Has(key) ? Convert.ToDouble(Get<object>(key, "a number", v => v is long or double), CultureInfo.InvariantCulture) : null;

    /// <summary>A truth value, or null if the key is absent.</summary>
    /// <inheritdoc cref="Text"/>
    public bool? Flag(string key) => Has(key) ? (bool)Get<object>(key, "true or false", v => v is bool)! : null;

    /// <summary>An array of strings, or null if the key is absent.</summary>
    /// <inheritdoc cref="Text"/>
    public IReadOnlyList<string>? Texts(string key) =>
        Get<string[]>(key, "an array of strings", v => v is string[] or long[] { Length: 0 }, []);

    /// <summary>An array of integers, or null if the key is absent.</summary>
    /// <inheritdoc cref="Text"/>
    public IReadOnlyList<long>? Integers(string key) =>
        Get<long[]>(key, "an array of integers", v => v is long[] or string[] { Length: 0 }, []);

    private T? Get<T>(string key, string expected, Func<object, bool>? fits = null, T? otherwise = null) where T : class
    {
        if (!metadata.TryGetValue(key, out var value))
            return null;
        if (!(fits?.Invoke(value) ?? value is T))
            throw new ModelException($"{File}: metadata {key} is not {expected}");
        return value as T ?? otherwise;
    }
}

/// <summary>One row of a GGUF file's tensor table.</summary>
/// <param name="Name">Name, as <c>blk.0.attn_q.weight</c>.</param>
/// <param name="Shape">Dimensions, the fastest-varying first.</param>
/// <param name="Type">Number of the element type in ggml.</param>
/// <param name="Offset">First byte, from the start of the tensor data.</param>
/// <param name="Bytes">Length in bytes.</param>
internal sealed record GgufTensor(string Name, IReadOnlyList<long> Shape, int Type, long Offset, long Bytes);
