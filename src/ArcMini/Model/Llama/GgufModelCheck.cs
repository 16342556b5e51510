namespace ArcMini.Model.Llama;

/// <summary>
/// Checks of what a GGUF file says about its model, for those faults that end the process in llama.cpp (an assertion,
/// a division by zero) where most others are refused with an error.
/// </summary>
static class GgufModelCheck
{
    const int MaxLayers = 512, MaxExtent = 1 << 20;

    /// <summary>Checks a file's metadata.</summary>
    /// <exception cref="ModelException">It describes no model that can be run.</exception>
    public static void Check(Gguf gguf)
    {
        var architecture = gguf.Text("general.architecture");
        if (string.IsNullOrEmpty(architecture)) throw Fault(gguf, "metadata general.architecture is missing");
        CheckRange(gguf, $"{architecture}.context_length", 1, int.MaxValue);
        CheckRange(gguf, $"{architecture}.embedding_length", 1, MaxExtent);
        CheckRange(gguf, $"{architecture}.block_count", 1, MaxLayers);
        CheckVocabulary(gguf);
    }

    static void CheckVocabulary(Gguf gguf)
    {
        if (gguf.Text("tokenizer.ggml.model") is null or "none" or "no_vocab")
            throw Fault(gguf, "it has no tokenizer (metadata tokenizer.ggml.model)");
        var tokens = gguf.Texts("tokenizer.ggml.tokens");
        if (tokens is null or []) throw Fault(gguf, "metadata tokenizer.ggml.tokens is missing");
        CheckDistinct(gguf, tokens);
        if (gguf.Integers("tokenizer.ggml.token_type") is { } types && types.Count != tokens.Count)
            throw Fault(gguf, $"metadata tokenizer.ggml.token_type has {types.Count} entries for {tokens.Count} tokens");
        foreach (var name in (string[])["bos", "eos", "padding"])
        {
            if (gguf.Has($"tokenizer.ggml.{name}_token_id")) CheckRange(gguf, $"tokenizer.ggml.{name}_token_id", 0, tokens.Count - 1);
        }
    }

    // llama.cpp reads a token up to its first zero byte, and gives an empty one a name of its own.
    static void CheckDistinct(Gguf gguf, IReadOnlyList<string> tokens)
    {
        var seen = new HashSet<string>(tokens.Count);
        foreach (var token in tokens.Select(t => t.Split('\0', 2)[0]))
        {
            if (token.Length > 0 && !seen.Add(token)) throw Fault(gguf, $"metadata tokenizer.ggml.tokens has the token '{token}' twice");
        }
    }

    static void CheckRange(Gguf gguf, string key, long least, long most)
    {
        var value = gguf.Integer(key) ?? throw Fault(gguf, $"metadata {key} is missing");
        if (value < least || value > most) throw Fault(gguf, $"metadata {key} is {value}, not from {least} to {most}");
    }

    static ModelException Fault(Gguf gguf, string what) => new($"{gguf.File}: not a sound language model: {what}");
}
