using System.Text;

namespace ArcMini.Tests.Model.Llama;

/// <summary>Writes GGUF files for tests, sound and unsound ones.</summary>
internal sealed class GgufWriter
{
    private const int Alignment = 32;

    private readonly List<(string Key, Action<BinaryWriter> Value)> metadata = [];
    private readonly List<(string Name, long[] Shape, byte[] Data)> tensors = [];

    public string Magic { get; set; } = "GGUF";
    public uint Version { get; set; } = 3;

    public GgufWriter Add(string key, string value) => Add(key, 8, w => Write(w, value));
    public GgufWriter Add(string key, uint value) => Add(key, 4, w => w.Write(value));
    public GgufWriter Add(string key, float value) => Add(key, 6, w => w.Write(value));
    public GgufWriter Add(string key, bool value) => Add(key, 7, w => w.Write(value));
    public GgufWriter Add(string key, IReadOnlyList<string> values) => AddArray(key, 8, values, Write);
    public GgufWriter Add(string key, IReadOnlyList<int> values) => AddArray(key, 5, values, (w, v) => w.Write(v));

    /// <summary>Adds an entry whose bytes behind the type are the caller's.</summary>
    public GgufWriter Add(string key, uint type, Action<BinaryWriter> value)
    {
        metadata.RemoveAll(entry => entry.Key == key);
        metadata.Add((key, w => { w.Write(type); value(w); }));
        return this;
    }

    /// <summary>Adds a tensor of f32, its shape written in the file's order, the fastest-varying dimension first.</summary>
    public GgufWriter Add(string name, long[] shape, IEnumerable<float> values)
    {
        tensors.Add((name, shape, [.. values.SelectMany(BitConverter.GetBytes)]));
        return this;
    }

    public byte[] ToBytes()
    {
        var stream = new MemoryStream();
        var writer = new BinaryWriter(stream);
        writer.Write(Encoding.ASCII.GetBytes(Magic));
        writer.Write(Version);
        writer.Write((ulong)tensors.Count);
        writer.Write((ulong)metadata.Count);
        foreach (var (key, value) in metadata)
        {
            Write(writer, key);
            value(writer);
        }
        long offset = 0;
        foreach (var (name, shape, data) in tensors)
        {
            Write(writer, name);
            writer.Write((uint)shape.Length);
            foreach (var extent in shape) writer.Write(extent);
            writer.Write(0u);
            writer.Write(offset);
            offset += Padded(data.Length);
        }
        foreach (var (_, _, data) in tensors)
        {
            writer.Write(new byte[Padded(stream.Position) - stream.Position]);
            writer.Write(data);
        }
        return stream.ToArray();
    }

    private static long Padded(long length) => (length + Alignment - 1) / Alignment * Alignment;

    private GgufWriter AddArray<T>(string key, uint type, IReadOnlyList<T> values, Action<BinaryWriter, T> write) => Add(key, 9, w =>
    {
        w.Write(type);
        w.Write((ulong)values.Count);
        foreach (var value in values) write(w, value);
    });

    private static void Write(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }
}
