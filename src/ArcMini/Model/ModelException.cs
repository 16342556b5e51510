namespace ArcMini.Model;

/// <summary>The model or its backend failed: one sentence for the user, who sees exit code 4.</summary>
internal class ModelException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A prompt leaves no room in the model's context.</summary>
internal sealed class PromptTooLongException(int promptTokens, int contextLength) : ModelException(
    $"the prompt has {promptTokens} tokens, which leaves no room in the model's context of {contextLength}")
{
    /// <summary>Tokens of the prompt.</summary>
    public int PromptTokens => promptTokens;

    /// <summary>Tokens of one sequence that the model can attend to.</summary>
    public int ContextLength => contextLength;
}
