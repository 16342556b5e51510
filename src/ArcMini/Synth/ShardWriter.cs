using System.Buffers.Binary;
using System.Text.Json;
using ArcMini.Model;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>
/// Writes a folder of examples for <c>training/</c>: the vocabulary in <c>vocab.json</c>, and the examples in <c>shard-*.bin</c>. 2 % of
/// the programs are never trained on; their examples go into <c>held-out-*.bin</c>. A shard holds token numbers (unsigned, 16 bits,
/// little-endian), one example after the other.
/// </summary>
internal sealed class ShardWriter : IDisposable
{
    private const int TasksPerShard = 10_000;

    /// <summary>One program in so many is held out.</summary>
    private const int ProgramsPerHeldOut = 50;

    /// <summary>The constants of the FNV-1a hash of 64 bits, and how many of its low bits are not used.</summary>
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;
    private const int UnusedHashBits = 20;

    private readonly string folder;
    private readonly TokenShard train = new("shard");
    private readonly TokenShard heldOut = new("held-out");

    private sealed class TokenShard(string name)
    {
        public string Name => name;

        public int Count { get; set; }

        public FileStream? File { get; set; }
    }

    /// <summary>Creates the folder, deletes its old shards, and writes the vocabulary.</summary>
    /// <exception cref="DataException">The folder cannot be written, or holds other binary files.</exception>
    public ShardWriter(string folder)
    {
        this.folder = folder;
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var old in Directory.EnumerateFiles(folder, "*.bin").Where(IsShard))
                File.Delete(old);
            using var stream = File.Create(Path.Combine(folder, "vocab.json"));
            using var json = new Utf8JsonWriter(stream);
            Vocabulary.Current.Write(json);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{folder}: shards cannot be written there: {fault.Message}");
        }
    }

    /// <summary>Appends a task's example.</summary>
    public void Add(SyntheticTask task)
    {
        var shard = IsHeldOut(task.Text) ? heldOut : train;
        if (shard.Count % TasksPerShard == 0)
        {
            shard.File?.Dispose();
            shard.File = File.Create(Path.Combine(folder, $"{shard.Name}-{shard.Count / TasksPerShard:D5}.bin"));
        }
        shard.Count++;
        var tokens = task.Example;
        var bytes = new byte[tokens.Count * 2];
        for (var i = 0; i < tokens.Count; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 2), (ushort)tokens[i]);
        shard.File!.Write(bytes);
    }

    private bool IsShard(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (IsOf(train) || IsOf(heldOut))
            return true;
        throw new DataException($"{file} is no shard of arcmini synth: choose another folder for --shards, or move the file away");

        bool IsOf(TokenShard shard) =>
            name.StartsWith($"{shard.Name}-", StringComparison.Ordinal) && name[(shard.Name.Length + 1)..].All(char.IsAsciiDigit);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        train.File?.Dispose();
        heldOut.File?.Dispose();
    }

    /// <summary>
    /// Whether a program is held out. This depends on its text alone, so that a run with one seed never trains on a program that a run
    /// with another seed holds out.
    /// </summary>
    public static bool IsHeldOut(string text)
    {
        var hash = FnvOffset;
        foreach (var character in text)
            hash = (hash ^ character) * FnvPrime;
        return (hash >> UnusedHashBits) % ProgramsPerHeldOut == 0;
    }
}
