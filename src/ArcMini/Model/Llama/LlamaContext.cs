using System.Runtime.InteropServices;

namespace ArcMini.Model.Llama;

/// <summary>
/// A context of llama.cpp: a KV cache whose cells all sequences share, and the batch that is decoded next.
/// Sequence 0 holds the prompt; the others continue it.
/// </summary>
internal sealed unsafe class LlamaContext : IDisposable
{
    private const int BatchSize = 512;

    private readonly int vocabularySize;
    private readonly nint memory;
    private readonly byte* abort;
    private nint context;
    private LlamaBatch batch;
    private int lastRow;

    /// <summary>Creates a context on a model.</summary>
    /// <param name="model">The model's handle.</param>
    /// <param name="cells">Tokens that the KV cache can hold, over all sequences.</param>
    /// <param name="sequences">Sequences, the prompt's included.</param>
    /// <param name="threads">Threads that compute.</param>
    /// <param name="flashAttention">Whether attention may be computed in one fused operation.</param>
    /// <exception cref="ModelException">There is not memory enough.</exception>
    public LlamaContext(nint model, int cells, int sequences, int threads, bool flashAttention)
    {
        (Cells, Sequences) = (cells, sequences);
        vocabularySize = LlamaApi.VocabularySize(LlamaApi.ModelVocabulary(model));
        abort = (byte*)NativeMemory.AllocZeroed(1);
        batch = new()
        {
            Tokens = Array<int>(),
            Positions = Array<int>(),
            SequenceCounts = Array<int>(),
            Outputs = Array<sbyte>(),
            Sequences = (int**)NativeMemory.AllocZeroed((nuint)(BatchSize * sizeof(int*))),
        };
        var sequenceIds = Array<int>();
        for (var i = 0; i < BatchSize; i++)
        {
            batch.Sequences[i] = sequenceIds + i;
            batch.SequenceCounts[i] = 1;
        }

        var options = LlamaApi.ContextDefaultParams();
        options.ContextLength = (uint)cells;
        options.BatchSize = options.MicroBatchSize = BatchSize;
        options.MaxSequences = (uint)sequences;
        options.MaxOutputs = (uint)sequences;
        options.Threads = options.BatchThreads = threads;
        options.FlashAttention = flashAttention ? LlamaApi.FlashAttentionAuto : LlamaApi.FlashAttentionOff;
        options.UnifiedCache = 1;
        options.NoPerformanceTimings = 1;
        options.AbortCallback = &ShouldAbort;
        options.AbortCallbackData = abort;
        LlamaLog.Clear();
        context = LlamaApi.ContextInit(model, options);
        if (context == 0)
        {
            Dispose();
            throw new ModelException($"llama.cpp cannot make a context of {cells} tokens{LlamaLog.Reason}");
        }
        memory = LlamaApi.Memory(context);
    }

    /// <summary>Tokens that the KV cache can hold.</summary>
    public int Cells { get; }

    /// <summary>Sequences that can be held, the prompt's included.</summary>
    public int Sequences { get; }

    /// <summary>Tokens decoded so far.</summary>
    public int Decoded { get; private set; }

    /// <summary>Where the calls of llama.cpp are noted that are made from now on, to be repeated; null to note none.</summary>
    public List<Action<LlamaContext>>? Record { get; set; }

    /// <summary>Decodes a prompt into sequence 0; afterwards the logits behind its last token are in row 0.</summary>
    /// <returns>False if aborted.</returns>
    public bool DecodePrompt(ReadOnlySpan<int> prompt)
    {
        for (var start = 0; start < prompt.Length; start += BatchSize)
        {
            var part = prompt[start..Math.Min(start + BatchSize, prompt.Length)];
            for (var i = 0; i < part.Length; i++)
                Add(part[i], start + i, sequence: 0, output: start + i == prompt.Length - 1);
            if (!Decode()) return false;
        }
        return true;
    }

    /// <summary>Adds a token to the batch.</summary>
    public void Add(int token, int position, int sequence, bool output)
    {
        Record?.Add(context => context.Add(token, position, sequence, output));
        var i = batch.Count++;
        batch.Tokens[i] = token;
        batch.Positions[i] = position;
        batch.Sequences[i][0] = sequence;
        batch.Outputs[i] = (sbyte)(output ? 1 : 0);
    }

    /// <summary>Decodes the batch and empties it.</summary>
    /// <returns>False if aborted.</returns>
    public bool Decode()
    {
        Record?.Add(context => context.Decode());
        if (*abort != 0) return false;
        LlamaLog.Clear();
        var result = LlamaApi.Decode(context, batch);
        lastRow = batch.Count - 1;
        Decoded += batch.Count;
        batch.Count = 0;
        return result switch
        {
            0 => true,
            LlamaApi.Aborted => false,
            _ => throw new ModelException($"llama.cpp cannot decode a batch: result {result}{LlamaLog.Reason}"),
        };
    }

    /// <summary>The logits behind the token that was added to the batch as number <paramref name="index"/>.</summary>
    public ReadOnlySpan<float> Logits(int index) => new(LlamaApi.Logits(context, index), vocabularySize);

    /// <summary>The logits behind the last token of the batch.</summary>
    public ReadOnlySpan<float> LastLogits => Logits(lastRow);

    /// <summary>Makes a sequence share all cells of another.</summary>
    public void Copy(int from, int to)
    {
        Record?.Add(context => context.Copy(from, to));
        LlamaApi.SequenceCopy(memory, from, to, -1, -1);
    }

    /// <summary>Empties a sequence; cells that no other shares become free.</summary>
    public void Remove(int sequence)
    {
        Record?.Add(context => context.Remove(sequence));
        LlamaApi.SequenceRemove(memory, sequence, -1, -1);
    }

    /// <summary>Makes the decoding under way, and those to come, stop early. Any thread may call it.</summary>
    public void Abort() => Volatile.Write(ref *abort, 1);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (context != 0) LlamaApi.ContextFree(context);
        context = 0;
        if (batch.Sequences is null) return;
        NativeMemory.Free(batch.Sequences[0]);
        NativeMemory.Free(batch.Sequences);
        NativeMemory.Free(batch.Tokens);
        NativeMemory.Free(batch.Positions);
        NativeMemory.Free(batch.SequenceCounts);
        NativeMemory.Free(batch.Outputs);
        NativeMemory.Free(abort);
        batch = default;
    }

    private static T* Array<T>() where T : unmanaged => (T*)NativeMemory.AllocZeroed((nuint)(BatchSize * sizeof(T)));

    [UnmanagedCallersOnly]
    private static byte ShouldAbort(void* flag) => Volatile.Read(ref *(byte*)flag);
}
