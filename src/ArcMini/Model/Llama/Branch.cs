using ArcMini.Model.Grammars;

namespace ArcMini.Model.Llama;

/// <summary>The beginning of a continuation: a node of the tree that <see cref="LlamaGeneration"/> grows.</summary>
/// <param name="Sequence">The sequence of the context that holds it, 0 for the prompt's.</param>
/// <param name="State">Where its text stands in the grammar; null for no grammar.</param>
/// <param name="Path">Its tokens, the last first; null for none.</param>
/// <param name="LogProbability">Natural logarithm of its probability under the model alone.</param>
/// <param name="Score">
/// Natural logarithm of its probability at the temperature, where tokens of one class count as one.
/// </param>
/// <param name="PerturbedLogProbability">
/// The score with Gumbel noise. The branches with the greatest are a sample without replacement.
/// </param>
internal sealed record Branch(
    int Sequence, GbnfState? State, TokenPath? Path, double LogProbability, double Score, double PerturbedLogProbability)
{
    /// <summary>How many tokens it has.</summary>
    public int Length => Path?.Length ?? 0;
}

/// <summary>A token and those before it. Branches with a common beginning share its list.</summary>
internal sealed record TokenPath(int Token, TokenPath? Before)
{
    /// <summary>How many tokens there are.</summary>
    public int Length { get; } = (Before?.Length ?? 0) + 1;
}

/// <summary>A branch with one token more, before it is known whether it is kept.</summary>
/// <param name="Parent">The branch.</param>
/// <param name="Token">The token.</param>
/// <param name="LogProbability">As in <see cref="Branch"/>.</param>
/// <param name="Score">As in <see cref="Branch"/>.</param>
/// <param name="PerturbedLogProbability">As in <see cref="Branch"/>; 0 before it is drawn.</param>
internal readonly record struct BranchChild(
    Branch Parent, int Token, double LogProbability, double Score, double PerturbedLogProbability);
