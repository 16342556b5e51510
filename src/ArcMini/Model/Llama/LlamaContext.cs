using System.Runtime.InteropServices;
using LLama.Native;

namespace ArcMini.Model.Llama;

/// <summary>
/// A context of llama.cpp: a KV cache whose cells all sequences share, and the batch that is decoded next.
/// Sequence 0 holds the prompt; the others continue it.
/// </summary>
internal sealed unsafe class LlamaContext : IDisposable
{
    private const int BatchSize = 512;

    /// <summary>Not zero once the context was aborted; llama.cpp reads it while it decodes.</summary>
    private readonly byte* abort;
    private LLamaNativeBatch batch;
    private int lastRow;

    /// <summary>Creates a context on a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cells">Tokens that the KV cache can hold, over all sequences.</param>
    /// <param name="sequences">Sequences, the prompt's included.</param>
    /// <param name="threads">Threads that compute.</param>
    /// <param name="flashAttention">Whether attention may be computed in one fused operation.</param>
    /// <exception cref="ModelException">There is not enough memory.</exception>
    public LlamaContext(SafeLlamaModelHandle model, int cells, int sequences, int threads, bool flashAttention)
    {
        (Cells, Sequences) = (cells, sequences);
        abort = (byte*)NativeMemory.AllocZeroed(1);
        batch = NativeApi.llama_batch_init(BatchSize, embd: 0, n_seq_max: 1);
        LlamaLog.Clear();
        Handle = SafeLLamaContextHandle.Create(model, Parameters(threads, flashAttention));
        if (!Handle.IsInvalid)
            return;
        // LLamaSharp does not throw here, and it keeps the model's reference that a valid context would give back.
        model.DangerousRelease();
        Dispose();
        throw new ModelException($"llama.cpp cannot make a context of {cells} tokens{LlamaLog.Reason}");
    }

    /// <summary>Tokens that the KV cache can hold.</summary>
    public int Cells { get; }

    /// <summary>Sequences that can be held, the prompt's included.</summary>
    public int Sequences { get; }

    /// <summary>Tokens decoded so far.</summary>
    public int Decoded { get; private set; }

    /// <summary>LLamaSharp's handle of the context.</summary>
    public SafeLLamaContextHandle Handle { get; }

    /// <summary>Where the calls of llama.cpp are noted that are made from now on, to be repeated; null to note none.</summary>
    public List<Action<LlamaContext>>? Record { get; set; }

    /// <summary>Decodes a prompt into sequence 0; afterwards <see cref="LastLogits"/> are those behind its last token.</summary>
    /// <returns>False if aborted.</returns>
    public bool DecodePrompt(ReadOnlySpan<int> prompt)
    {
        for (var start = 0; start < prompt.Length; start += BatchSize)
        {
            var part = prompt[start..Math.Min(start + BatchSize, prompt.Length)];
            for (var i = 0; i < part.Length; i++)
                Add(part[i], start + i, sequence: 0, output: start + i == prompt.Length - 1);
            if (!Decode())
                return false;
        }
        return true;
    }

    /// <summary>Adds a token to the batch.</summary>
    /// <param name="token">The token.</param>
    /// <param name="position">Its position in the sequence, from 0 on.</param>
    /// <param name="sequence">The sequence that it continues.</param>
    /// <param name="output">Whether the logits behind it are wanted.</param>
    public void Add(int token, int position, int sequence, bool output)
    {
        Record?.Add(context => context.Add(token, position, sequence, output));
        var i = batch.n_tokens++;
        batch.tokens[i] = token;
        batch.pos[i] = position;
        batch.n_seq_id[i] = 1;
        batch.seq_id[i][0] = (LLamaSeqId)sequence;
        batch.logits[i] = (byte)(output ? 1 : 0);
    }

    /// <summary>Decodes the batch and empties it.</summary>
    /// <returns>False if aborted.</returns>
    /// <exception cref="ModelException">llama.cpp cannot decode it.</exception>
    public bool Decode()
    {
        Record?.Add(context => context.Decode());
        if (*abort != 0)
            return false;
        LlamaLog.Clear();
        var result = LlamaNative.Decode(Handle, batch);
        lastRow = batch.n_tokens - 1;
        Decoded += batch.n_tokens;
        batch.n_tokens = 0;
        return result switch
        {
            DecodeResult.Ok => true,
            DecodeResult.ComputeAborted => false,
            _ => throw new ModelException($"llama.cpp cannot decode a batch: result {(int)result}{LlamaLog.Reason}"),
        };
    }

    /// <summary>The logits behind the token that was added to the batch as number <paramref name="index"/>: one for each id.</summary>
    public ReadOnlySpan<float> Logits(int index) => Handle.GetLogitsIth(index);

    /// <summary>The logits behind the last token of the batch.</summary>
    public ReadOnlySpan<float> LastLogits => Logits(lastRow);

    /// <summary>Makes a sequence share all cells of another.</summary>
    public void Copy(int from, int to)
    {
        Record?.Add(context => context.Copy(from, to));
        Handle.MemorySequenceCopy((LLamaSeqId)from, (LLamaSeqId)to, -1, -1);
    }

    /// <summary>Empties a sequence; cells that no other shares become free.</summary>
    public void Remove(int sequence)
    {
        Record?.Add(context => context.Remove(sequence));
        Handle.MemorySequenceRemove((LLamaSeqId)sequence, -1, -1);
    }

    /// <summary>Makes the decoding under way, and those to come, stop early. Any thread may call it.</summary>
    public void Abort() => Volatile.Write(ref *abort, 1);

    /// <inheritdoc/>
    public void Dispose()
    {
        Handle.Dispose();
        if (batch.tokens is null)
            return;
        NativeApi.llama_batch_free(batch);
        NativeMemory.Free(abort);
        batch = default;
    }

    private LLamaContextParams Parameters(int threads, bool flashAttention)
    {
        var parameters = LLamaContextParams.Default();
        parameters.n_ctx = (uint)Cells;
        parameters.n_batch = parameters.n_ubatch = BatchSize;
        parameters.n_seq_max = parameters.n_outputs_max = (uint)Sequences;
        parameters.n_threads = parameters.n_threads_batch = threads;
        parameters.llama_flash_attn_type = flashAttention
            ? LLamaFlashAttentionType.LLAMA_FLASH_ATTENTION_TYPE_AUTO : LLamaFlashAttentionType.LLAMA_FLASH_ATTENTION_TYPE_DISABLED;
        parameters.kv_unified = parameters.no_perf = true;
        parameters.abort_callback = (nint)(delegate* unmanaged<void*, byte>)&ShouldAbort;
        parameters.abort_callback_user_data = (nint)abort;
        return parameters;
    }

    [UnmanagedCallersOnly]
    private static byte ShouldAbort(void* flag) => Volatile.Read(ref *(byte*)flag);
}
