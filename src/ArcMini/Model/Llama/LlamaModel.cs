using System.Text;
using ArcMini.Model.Grammars;
using LLama.Exceptions;
using LLama.Native;

namespace ArcMini.Model.Llama;

/// <summary>
/// A GGUF file run by llama.cpp. Several threads may generate at once; each call has a context of its own. On a CPU that is the
/// better way to use several cores: a thread of llama.cpp that waits for the others of its context spins, so that on
/// a busy machine one context of two threads can be slower by far than one of one thread.
/// </summary>
/// <remarks>
/// Flash attention is off on a CPU. It would make long prompts faster by half, but the batches that are generated afterwards
/// 1.5 to 16 times slower. The two lay out the KV cache differently, so that a context has to choose.
/// </remarks>
internal sealed class LlamaModel : ILanguageModel
{
    /// <summary>The cells of the KV cache that samples may fill.</summary>
    private const int MaxGeneratedCells = 1 << 14;

    private readonly SafeLlamaModelHandle model;
    private readonly int threads;
    private readonly bool onGpu;
    private readonly byte[]?[] pieces;
    private readonly bool[] ends;
    private readonly Lazy<IReadOnlyList<ModelToken>> tokens;
    private readonly Dictionary<string, GbnfGrammar> grammars = [];

    private LlamaModel(SafeLlamaModelHandle model, Gguf gguf, int gpuLayers, int threads)
    {
        (this.model, this.threads, onGpu) = (model, threads, gpuLayers > 0);
        var vocabulary = model.Vocab;
        pieces = new byte[vocabulary.Count][];
        ends = [.. Enumerable.Range(0, pieces.Length).Select(token => ((LLamaToken)token).IsEndOfGeneration(vocabulary))];
        tokens = new(() => GgufVocabulary.Read(gguf));
        var description = model.Description.Replace(" ?B", ""); // llama.cpp has names for the sizes of known models only.
        Info = new(
            gguf.File, description, (long)model.ParameterCount, model.ContextSize, pieces.Length,
            gguf.Scalars, gpuLayers, Natives.DevicesInUse(onGpu));
    }

    /// <inheritdoc/>
    public ModelInfo Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ModelToken> Vocabulary => tokens.Value;

    /// <summary>Loads a model.</summary>
    /// <param name="file">Path of the GGUF file.</param>
    /// <param name="gpuLayers">Layers to place on a GPU; null for all if there is one, else none.</param>
    /// <param name="threads">Threads that one generation computes with.</param>
    /// <exception cref="ModelException">
    /// The file is no sound model, llama.cpp cannot be loaded, or a GPU was asked for and cannot be used.
    /// </exception>
    public static LlamaModel Load(string file, int? gpuLayers = null, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var gguf = Gguf.Read(file);
        GgufModelCheck.Check(gguf);
        var useGpu = gpuLayers != 0 && Natives.LoadGpu();
        if (gpuLayers > 0 && !useGpu)
            throw new ModelException($"{gpuLayers} layers were asked to be on a GPU, but none can be used: {Natives.WhyNoGpu}");
        Natives.Load();

        var layers = useGpu ? gpuLayers ?? int.MaxValue : 0;
        var model = LoadFile(file, layers);
        if (model.HasEncoder || model.IsRecurrent || model.IsDiffusion || LlamaNative.IsHybrid(model) != 0)
        {
            model.Dispose();
            throw new ModelException($"{file}: only decoder-only transformers can be used, and this model is none");
        }
        return new(model, gguf, Math.Min(layers, model.LayerCount + 1), threads);
    }

    private static unsafe SafeLlamaModelHandle LoadFile(string file, int gpuLayers)
    {
        nint noDevices = 0;
        var parameters = LLamaModelParams.Default();
        parameters.n_gpu_layers = gpuLayers;
        if (gpuLayers == 0)
            parameters.devices = &noDevices;
        LlamaLog.Clear();
        try
        {
            return SafeLlamaModelHandle.LoadFromFile(file, parameters);
        }
        catch (Exception fault) when (fault is LoadWeightsFailedException or IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{file}: llama.cpp cannot load the model{LlamaLog.Reason}", fault);
        }
    }

    /// <inheritdoc/>
    public int[] Tokenize(string text) =>
        [.. model.Tokenize(text, addBos: false, special: true, Encoding.UTF8).Select(token => (int)token)];

    /// <summary>The text of tokens; special tokens are left out.</summary>
    public string Detokenize(ReadOnlySpan<int> tokens)
    {
        var bytes = new List<byte>();
        foreach (var token in tokens)
            bytes.AddRange(Piece(token));
        return Encoding.UTF8.GetString([.. bytes]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Sample> Generate(ReadOnlySpan<int> prompt, SamplingOptions options, CancellationToken cancel) =>
        Generate(prompt, options, record: null, cancel).Samples;

    /// <summary>The calls of llama.cpp by which samples are generated, and the size of the context that they need.</summary>
    public Recording Record(ReadOnlySpan<int> prompt, SamplingOptions options, CancellationToken cancel)
    {
        var calls = new List<Action<LlamaContext>>();
        var (_, cells, sequences) = Generate(prompt, options, calls, cancel);
        return new(calls, cells, sequences);
    }

    /// <summary>Makes the calls of a generation once more, without drawing anything, and tells how many tokens they decode.</summary>
    public int Replay(Recording recording)
    {
        using var context = NewContext(recording.Cells, recording.Sequences);
        foreach (var call in recording.Calls)
            call(context);
        return context.Decoded;
    }

    /// <summary>
    /// Generates in a context of its own, which lives no longer than that: contexts of a larger model would take the memory that
    /// the search counts on.
    /// </summary>
    private (IReadOnlyList<Sample> Samples, int Cells, int Sequences) Generate(
        ReadOnlySpan<int> prompt, SamplingOptions options, List<Action<LlamaContext>>? record, CancellationToken cancel)
    {
        Check(prompt, options);
        var maxTokens = Math.Min(options.MaxTokens, Info.ContextLength - prompt.Length);
        var width = Math.Clamp(MaxGeneratedCells / maxTokens, 1, Math.Min(SamplingOptions.MostSamples, options.Samples));
        var grammar = options.Gbnf is { } gbnf ? Grammar(gbnf) : null;
        using var context = NewContext(prompt.Length + width * maxTokens, width + 1);
        context.Record = record;
        using var _ = cancel.UnsafeRegister(static state => ((LlamaContext)state!).Abort(), context);
        var samples = new LlamaGeneration(this, context, options, prompt.Length, maxTokens, width, grammar).Run(prompt);
        return (samples, context.Cells, context.Sequences);
    }

    /// <summary>A context on this model.</summary>
    /// <inheritdoc cref="LlamaContext(SafeLlamaModelHandle, int, int, int, bool)"/>
    public LlamaContext NewContext(int cells, int sequences) => new(model, cells, sequences, threads, flashAttention: onGpu);

    /// <summary>Whether a token ends a sample.</summary>
    public bool IsEnd(int token, SamplingOptions options) => ends[token] || (options.StopTokens?.Contains(token) ?? false);

    /// <summary>The bytes of a token's text; none for a special token.</summary>
    public byte[] Piece(int token) => pieces[token] ??= ReadPiece(token);

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();

    private void Check(ReadOnlySpan<int> prompt, SamplingOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Samples, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxTokens, 1);
        if (prompt.IsEmpty)
            throw new ArgumentException("the prompt is empty", nameof(prompt));
        if (prompt.Length >= Info.ContextLength)
            throw new PromptTooLongException(prompt.Length, Info.ContextLength);
        foreach (var token in prompt)
            CheckToken(token);
        foreach (var token in options.StopTokens ?? [])
            CheckToken(token);
    }

    private void CheckToken(int token)
    {
        if ((uint)token >= (uint)Info.VocabularySize)
            throw new ArgumentOutOfRangeException(nameof(token), $"there is no token {token} among {Info.VocabularySize}");
    }

    private GbnfGrammar Grammar(string gbnf)
    {
        lock (grammars)
        {
            if (!grammars.TryGetValue(gbnf, out var grammar))
                grammars.Add(gbnf, grammar = GbnfGrammar.Parse(gbnf));
            return grammar;
        }
    }

    private byte[] ReadPiece(int token)
    {
        var buffer = new byte[32];
        while (true)
        {
            var length = NativeApi.llama_token_to_piece(model.Vocab, token, buffer, lstrip: 0, special: false);
            if (length >= 0)
                return buffer[..length];
            buffer = new byte[-length];
        }
    }
}
