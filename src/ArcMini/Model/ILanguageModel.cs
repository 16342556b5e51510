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
    /// Samples different continuations of a prompt, without replacement, and returns them in the order in which they are drawn. Only
    /// continuations that end within <see cref="SamplingOptions.MaxTokens"/> are returned. The same arguments give the same samples.
    /// </summary>
    /// <param name="prompt">The token ids of the prompt.</param>
    /// <param name="options">How to sample.</param>
    /// <param name="cancel">Ends the sampling; the samples that are complete by then are returned.</param>
    /// <exception cref="PromptTooLongException">The prompt leaves no room for the tokens asked for.</exception>
    /// <exception cref="ModelException">The grammar was refused, or the backend failed.</exception>
    IReadOnlyList<Sample> Generate(ReadOnlySpan<int> prompt, SamplingOptions options, CancellationToken cancel);
}
