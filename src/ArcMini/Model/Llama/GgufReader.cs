using System.Buffers.Binary;
using System.Text;

namespace ArcMini.Model.Llama;

/// <summary>Reads a GGUF file from its first byte on. The error of a check names the place in the file.</summary>
internal sealed class GgufReader(string file, Stream stream)
{
    private const int MaxEntries = 1 << 14, MaxElements = 1 << 24, MaxDimensions = 4;
    private const int MaxKeyBytes = 1 << 16, MaxStringBytes = 1 << 26, MaxNameBytes = 63;
    private const long DefaultAlignment = 32, MaxAlignment = 1 << 20;

    private readonly long length = stream.Length;
    private readonly byte[] scalar = new byte[8];
    private string place = "the header";

    private enum ValueType { UInt8, Int8, UInt16, Int16, UInt32, Int32, Float32, Bool, String, Array, UInt64, Int64, Float64 }

    /// <summary>Reads the whole of header, metadata and tensor table and hands it on.</summary>
    public Gguf Read(Func<int, Dictionary<string, object>, IReadOnlyList<GgufTensor>, Gguf> create)
    {
        if (!Bytes(4).SequenceEqual("GGUF"u8)) throw Fault("it does not begin with the letters GGUF");
        var version = (int)UInt32();
        if (version is not (2 or 3)) throw Fault($"version {(uint)version} is not supported, only 2 and 3 are");
        var tensorCount = Count(MaxEntries, smallest: 24, "tensors");
        var entryCount = Count(MaxEntries, smallest: 13, "metadata entries");
        var metadata = Metadata(entryCount);
        return create(version, metadata, Tensors(tensorCount, Alignment(metadata)));
    }

    private Dictionary<string, object> Metadata(int count)
    {
        var metadata = new Dictionary<string, object>(count);
        for (var i = 0; i < count; i++)
        {
            place = $"metadata entry {i}";
            var key = String(MaxKeyBytes);
            if (key.Length == 0) throw Fault("its key is empty");
            place = $"metadata {key}";
            if (!metadata.TryAdd(key, Value(Type()))) throw Fault("the key is there twice");
        }
        return metadata;
    }

    private long Alignment(Dictionary<string, object> metadata)
    {
        if (!metadata.TryGetValue("general.alignment", out var value)) return DefaultAlignment;
        place = "metadata general.alignment";
        return value is long alignment and >= DefaultAlignment and <= MaxAlignment && long.IsPow2(alignment)
            ? alignment
            : throw Fault($"it is not a power of two from {DefaultAlignment} to {MaxAlignment}");
    }

    private List<GgufTensor> Tensors(int count, long alignment)
    {
        var tensors = new List<GgufTensor>(count);
        var names = new HashSet<string>(count);
        long expected = 0;
        for (var i = 0; i < count; i++)
        {
            place = $"tensor {i}";
            var name = String(MaxNameBytes);
            place = $"tensor {name}";
            if (!names.Add(name)) throw Fault("the name is there twice");
            var dimensions = UInt32();
            if (dimensions is 0 or > MaxDimensions)
                throw Fault($"it claims {dimensions} dimensions, but 1 to {MaxDimensions} are possible");
            var shape = new long[dimensions];
            foreach (ref var extent in shape.AsSpan()) extent = Int64();
            var type = (int)UInt32();
            var bytes = TensorBytes(shape, type);
            var offset = Int64();
            if (offset != expected)
                throw Fault($"its data is said to begin at {offset}, not at {expected} behind the tensor before it");
            expected = Pad(offset + bytes, alignment);
            tensors.Add(new(name, shape, type, offset, bytes));
        }
        var start = Pad(stream.Position, alignment);
        place = "the tensor data";
        if (tensors is [.., var last] && last.Bytes > length - start - last.Offset)
            throw Fault($"{start + last.Offset + last.Bytes} bytes are needed, but the file has {length}");
        return tensors;
    }

    private long TensorBytes(long[] shape, int type)
    {
        if (GgmlTypes.Layout(type) is not var (blockElements, blockBytes)) throw Fault($"its element type {(uint)type} is not known");
        if (shape.Any(extent => extent < 1)) throw Fault($"its shape is {string.Join(" x ", shape)}");
        if (shape[0] % blockElements != 0) throw Fault($"its rows of {shape[0]} elements are not whole blocks of {blockElements}");
        var elements = shape.Aggregate((Int128)1, (product, extent) => Int128.Min(product * extent, long.MaxValue));
        var bytes = elements / blockElements * blockBytes;
        return bytes <= length ? (long)bytes : throw Fault($"it claims more bytes than the file's {length}");
    }

    private static long Pad(long position, long alignment) => (position + alignment - 1) / alignment * alignment;

    private ValueType Type()
    {
        var type = UInt32();
        return type <= (uint)ValueType.Float64 ? (ValueType)type : throw Fault($"its type {type} is not known");
    }

    private object Value(ValueType type) => type switch
    {
        ValueType.String => String(MaxStringBytes),
        ValueType.Array => ArrayValue(Type()),
        ValueType.Bool => Bool(),
        ValueType.Float32 => (double)BitConverter.Int32BitsToSingle((int)UInt32()),
        ValueType.Float64 => BitConverter.Int64BitsToDouble((long)UInt64()),
        _ => Integer(type),
    };

    private object ArrayValue(ValueType type)
    {
        if (type == ValueType.Array) throw Fault("arrays within arrays are not possible");
        var count = Count(MaxElements, SmallestBytes(type), "elements");
        return type switch
        {
            ValueType.String => Fill(count, () => String(MaxStringBytes)),
            ValueType.Bool => Fill(count, Bool),
            ValueType.Float32 or ValueType.Float64 => Fill(count, () => (double)Value(type)),
            _ => Fill(count, () => Integer(type)),
        };
    }

    private static T[] Fill<T>(int count, Func<T> read)
    {
        var values = new T[count];
        foreach (ref var value in values.AsSpan()) value = read();
        return values;
    }

    private static int SmallestBytes(ValueType type) => type switch
    {
        ValueType.UInt8 or ValueType.Int8 or ValueType.Bool => 1,
        ValueType.UInt16 or ValueType.Int16 => 2,
        ValueType.UInt32 or ValueType.Int32 or ValueType.Float32 => 4,
        _ => 8,
    };

    private long Integer(ValueType type) => type switch
    {
        ValueType.UInt8 => Bytes(1)[0],
        ValueType.Int8 => (sbyte)Bytes(1)[0],
        ValueType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2)),
        ValueType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(Bytes(2)),
        ValueType.UInt32 => UInt32(),
        ValueType.Int32 => (int)UInt32(),
        ValueType.Int64 => (long)UInt64(),
        _ => Int64(),
    };

    private bool Bool() => Bytes(1)[0] switch
    {
        0 => false,
        1 => true,
        var other => throw Fault($"{other} is neither true nor false"),
    };

    private string String(int most)
    {
        var size = UInt64();
        if (size > (ulong)most) throw Fault($"a string claims {size} bytes, but {most} are possible");
        var left = length - stream.Position;
        if (size > (ulong)left) throw Fault($"a string claims {size} bytes, but the file has {left} more");
        var bytes = size <= 256 ? stackalloc byte[(int)size] : new byte[size];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private int Count(int most, int smallest, string what)
    {
        var count = UInt64();
        if (count > (ulong)most) throw Fault($"it claims {count} {what}, but {most} are possible");
        if (count * (ulong)smallest > (ulong)(length - stream.Position))
            throw Fault($"it claims {count} {what}, which the file's {length} bytes cannot hold");
        return (int)count;
    }

    private uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    private ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    /// <summary>A number that the file holds without a sign. No sound file has one beyond the range of <c>long</c>.</summary>
    private long Int64() =>
        UInt64() is var value && value <= long.MaxValue ? (long)value : throw Fault($"the number {value} is out of range");

    private ReadOnlySpan<byte> Bytes(int count)
    {
        if (length - stream.Position < count) throw Fault($"the file ends there, after {length} bytes");
        stream.ReadExactly(scalar, 0, count);
        return scalar.AsSpan(0, count);
    }

    private ModelException Fault(string what) => new($"{file}: not a sound GGUF file: {place} (byte {stream.Position}): {what}");
}
