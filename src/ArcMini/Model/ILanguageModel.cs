namespace ArcMini.Model;

/// <summary>A causal language model: text to tokens, and a prompt to sampled continuations.</summary>
internal interface ILanguageModel : IDisposable
{
    /// <summary>What the model is and what runs it.</summary>
    ModelInfo Info { get; }

    /// <summary>The tokens by id, as the model file lists them.</summary>
    IReadOnlyList<ModelToken> Vocabulary { get; }

    /// <summary>The token ids of a text. Special tokens written in it are recognised; none is added.</summary>
    int[] Tokenize(string text);

    /// <summary>
    /// Samples different continuations of a prompt, in the order in which they are drawn: of all that end within the tokens asked for, without
    /// replacement. The same arguments give the same samples. When <paramref name="cancel"/> fires, those that are complete by then are returned.
    /// </summary>
    /// <exception cref="PromptTooLongException">The prompt leaves no room for the tokens asked for.</exception>
    /// <exception cref="ModelException">The grammar was refused, or the backend failed.</exception>
    IReadOnlyList<Sample> Generate(ReadOnlySpan<int> prompt, SamplingOptions options, CancellationToken cancel);
}

/// <summary>A token of a model: its text (<c>&lt;0x41&gt;</c> for a byte) and its kind.</summary>
internal sealed record ModelToken(string Text, ModelTokenKind Kind);

/// <summary>What a token stands for.</summary>
internal enum ModelTokenKind
{
    /// <summary>A piece of text.</summary>
    Text,

    /// <summary>One byte of UTF-8.</summary>
    Byte,

    /// <summary>A mark that is not rendered.</summary>
    Control,
}

/// <summary>How to sample.</summary>
/// <param name="Samples">Most continuations, at least 1; there are fewer where fewer are possible or can live at once.</param>
/// <param name="Temperature">Divides the logits; 0 takes the likeliest continuations, as far as a beam finds them.</param>
/// <param name="Seed">Seed of the random numbers.</param>
/// <param name="MaxTokens">Most tokens of one continuation, its end token among them.</param>
/// <param name="Gbnf">A grammar with the rule <c>root</c> that every continuation must follow, in llama.cpp's GBNF.</param>
/// <param name="StopTokens">Tokens that end a continuation, besides the model's own end tokens; they are not part of it.</param>
/// <param name="Classes">
/// For each token a class or null. Tokens of one class in the same place count as one, the likeliest of them: continuations that differ in
/// them alone are one sample, as probable as they are together.
/// </param>
internal sealed record SamplingOptions(
    int Samples, double Temperature, ulong Seed, int MaxTokens, string? Gbnf = null, IReadOnlyList<int>? StopTokens = null,
    IReadOnlyList<int?>? Classes = null)
{
    /// <summary>The most continuations of one prompt.</summary>
    public const int MostSamples = 64;
}

/// <summary>One sampled continuation.</summary>
/// <param name="Tokens">Its token ids, without the end token.</param>
/// <param name="Text">Its text; special tokens are not rendered.</param>
/// <param name="LogProbability">
/// Natural logarithm of the continuation's probability under the model alone (temperature 1, no grammar), the end token included.
/// </param>
internal sealed record Sample(IReadOnlyList<int> Tokens, string Text, double LogProbability);

/// <summary>What a model is and what runs it.</summary>
/// <param name="File">Path of the model file.</param>
/// <param name="Description">Architecture, size and type of the weights, in words.</param>
/// <param name="Parameters">Number of weights.</param>
/// <param name="ContextLength">Tokens that the model was trained to attend to.</param>
/// <param name="VocabularySize">Number of token ids.</param>
/// <param name="Metadata">The file's scalar metadata as text, <c>arcmini.*</c> among it.</param>
/// <param name="GpuLayers">Layers placed on a GPU, 0 for none.</param>
/// <param name="Backend">Backends and devices in use, in words.</param>
internal sealed record ModelInfo(
    string File, string Description, long Parameters, int ContextLength, int VocabularySize,
    IReadOnlyDictionary<string, string> Metadata, int GpuLayers, string Backend)
{
    private readonly Lazy<string> sha256 = new(() => Hash(File));

    /// <summary>SHA-256 of the file, as lower-case hexadecimal digits; computed when first asked for.</summary>
    public string Sha256 => sha256.Value;

    private static string Hash(string file)
    {
        using var stream = System.IO.File.OpenRead(file);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream));
    }
}
