namespace ArcMini.Model;

/// <summary>One sampled continuation.</summary>
/// <param name="Tokens">Its token ids, without the end token.</param>
/// <param name="Text">Its text; special tokens are not rendered.</param>
/// <param name="LogProbability">
/// Natural logarithm of the continuation's probability under the model alone (temperature 1, no grammar), the end token included.
/// </param>
internal sealed record Sample(IReadOnlyList<int> Tokens, string Text, double LogProbability);
