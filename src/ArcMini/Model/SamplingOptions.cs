namespace ArcMini.Model;

/// <summary>How to sample continuations of a prompt.</summary>
/// <param name="Samples">
/// Most continuations, at least 1. There are fewer where fewer are possible, or where the KV cache has room for fewer.
/// </param>
/// <param name="Temperature">Divides the logits. At 0 the likeliest continuations are taken, as far as a beam search finds them.</param>
/// <param name="Seed">Seed of the random numbers.</param>
/// <param name="MaxTokens">Most tokens of one continuation, its end token among them.</param>
/// <param name="Gbnf">A grammar with the rule <c>root</c> that every continuation must follow, in llama.cpp's GBNF.</param>
/// <param name="StopTokens">Tokens that end a continuation, besides the model's own end tokens. They are not part of it.</param>
/// <param name="Classes">
/// For each token a class or null. In one place, all tokens of a class count as one token, and the likeliest of them is written.
/// So continuations that differ only in such tokens are one sample, whose probability is the sum of theirs.
/// </param>
internal sealed record SamplingOptions(
    int Samples, double Temperature, ulong Seed, int MaxTokens, string? Gbnf = null, IReadOnlyList<int>? StopTokens = null,
    IReadOnlyList<int?>? Classes = null)
{
    /// <summary>The most continuations of one prompt.</summary>
    public const int MostSamples = 64;
}
