namespace ArcMini.Model.Llama;

/// <summary>
/// Checks what a GGUF file says about its model. llama.cpp refuses many faults with an error, but some end the process, by an assertion
/// or by an exception that nobody catches. Only those are checked here.
/// </summary>
internal sealed class GgufModelCheck
{
    private const int MaxLayers = 512, MaxExperts = 1024, MaxExtent = 1 << 20;
    private const string Tokenizer = "tokenizer.ggml";

    private readonly Gguf gguf;
    private readonly string architecture;

    private GgufModelCheck(Gguf gguf)
    {
        this.gguf = gguf;
        architecture = gguf.Text("general.architecture") is { Length: > 0 } name ? name : throw Missing("general.architecture");
    }

    /// <summary>Checks a file's metadata.</summary>
    /// <exception cref="ModelException">It describes no model that can be run.</exception>
    public static void Check(Gguf gguf)
    {
        var check = new GgufModelCheck(gguf);
        check.CheckShape();
        check.CheckExperts();
        check.CheckVocabulary();
    }

    private void CheckShape()
    {
        CheckRange($"{architecture}.context_length", 1, int.MaxValue);
        CheckRange($"{architecture}.embedding_length", 1, MaxExtent);
        var layers = CheckRange($"{architecture}.block_count", 1, MaxLayers);
        CheckRange($"{architecture}.nextn_predict_layers", 0, layers, absent: 0);
        foreach (var key in (string[])[$"{architecture}.attention.layer_norm_rms_epsilon", $"{architecture}.attention.layer_norm_epsilon"])
        {
            if (gguf.Number(key) is { } epsilon && !(epsilon >= 0)) throw Fault($"metadata {key} is {epsilon}, not a positive number");
        }
        var scaling = gguf.Text($"{architecture}.rope.scaling.type");
        if (scaling is not (null or "none" or "linear" or "yarn" or "longrope"))
            throw Fault($"metadata {architecture}.rope.scaling.type is {scaling}, which is not known");
    }

    private void CheckExperts()
    {
        var experts = CheckRange($"{architecture}.expert_count", 0, MaxExperts, absent: 0);
        var used = $"{architecture}.expert_used_count";
        if (experts > 0 && !gguf.Has(used)) throw Missing(used);
        if (gguf.Has(used)) CheckRange(used, Math.Min(experts, 1), experts);
        var groups = CheckRange($"{architecture}.expert_group_count", 0, Math.Max(0, experts - 1), absent: 0);
        if (groups <= 1) return;
        if (experts % groups != 0) throw Fault($"{experts} experts cannot form {groups} groups");
        CheckRange($"{architecture}.expert_group_used_count", 1, groups - 1);
    }

    private void CheckVocabulary()
    {
        var kind = gguf.Text($"{Tokenizer}.model");
        if (kind is null or "none" or "no_vocab") throw Fault($"it has no tokenizer (metadata {Tokenizer}.model)");
        var tokens = gguf.Texts($"{Tokenizer}.tokens");
        if (tokens is null or []) throw Missing($"{Tokenizer}.tokens");
        CheckTokens(tokens, needsBytes: kind == "llama");
        foreach (var name in (string[])["bos", "eos", "padding"])
        {
            if (gguf.Has($"{Tokenizer}.{name}_token_id")) CheckRange($"{Tokenizer}.{name}_token_id", 0, tokens.Count - 1);
        }
    }

    /// <summary>
    /// Refuses tokens of the same text. llama.cpp reads the text up to its first zero byte. A token without text gets a name from it.
    /// </summary>
    private void CheckTokens(IReadOnlyList<string> tokens, bool needsBytes)
    {
        var seen = new HashSet<string>(tokens.Count);
        foreach (var token in tokens.Select(t => t.Split('\0', 2)[0]))
        {
            if (token.Length > 0 && !seen.Add(token)) throw Fault($"metadata {Tokenizer}.tokens has the token '{token}' twice");
        }
        for (var value = 0; needsBytes && value < 256; value++)
        {
            if (!seen.Contains($"<0x{value:X2}>")) throw Fault($"metadata {Tokenizer}.tokens lacks the byte token <0x{value:X2}>");
        }
    }

    private long CheckRange(string key, long least, long most, long? absent = null)
    {
        var value = gguf.Integer(key) ?? absent ?? throw Missing(key);
        return value >= least && value <= most ? value : throw Fault($"metadata {key} is {value}, not from {least} to {most}");
    }

    private ModelException Missing(string key) => Fault($"metadata {key} is missing");

    private ModelException Fault(string what) => new($"{gguf.File}: not a sound language model: {what}");
}
