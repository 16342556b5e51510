using System.Buffers.Binary;
using System.Text.Json;
using ArcMini.Model;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>
/// Writes a folder for <c>training/</c>: <c>vocab.json</c>, and token numbers (unsigned, 16 bits, little-endian, one example after the
/// other) in <c>shard-*.bin</c>, and in <c>held-out-*.bin</c> for the 2 % of programs that are never trained on.
/// </summary>
internal sealed class ShardWriter : IDisposable
{
    private const int TasksPerShard = 10_000;
    private readonly string folder;
    private readonly TokenShard train = new("shard");
    private readonly TokenShard heldOut = new("held-out");

    private sealed class TokenShard(string name)
    {
        public string Name => name;

        public int Count { get; set; }

        public FileStream? File { get; set; }
    }

    /// <summary>Makes the folder and writes the vocabulary.</summary>
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

    /// <summary>Appends a task.</summary>
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
        if (new[] { train, heldOut }.Any(shard => name.StartsWith($"{shard.Name}-", StringComparison.Ordinal) && name[(shard.Name.Length + 1)..].All(char.IsAsciiDigit)))
            return true;
        throw new DataException($"{file} is no shard of arcmini synth: choose another folder for --shards, or move the file away");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        train.File?.Dispose();
        heldOut.File?.Dispose();
    }

    /// <summary>Whether a program is one of the 2 %: a matter of its text alone, so that no seed trains on another's.</summary>
    public static bool IsHeldOut(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var sign in text)
            hash = (hash ^ sign) * 1099511628211;
        return (hash >> 20) % 50 == 0;
    }
}
