namespace ArcMini.Model.Llama;

/// <summary>
/// The state of a GBNF grammar after some tokens: a grammar sampler of llama.cpp. The prototype of a generation is cloned
/// where samples part.
/// </summary>
sealed unsafe class LlamaGrammar : IDisposable
{
    nint sampler;

    LlamaGrammar(nint sampler) => this.sampler = sampler;

    /// <summary>Parses a grammar.</summary>
    /// <exception cref="ModelException">llama.cpp refuses it.</exception>
    public static LlamaGrammar Parse(nint vocabulary, string gbnf)
    {
        LlamaLog.Clear();
        var sampler = gbnf.Length > 0 && !gbnf.Contains('\0') ? LlamaApi.GrammarInit(vocabulary, gbnf, "root") : 0;
        return sampler != 0 ? new(sampler) : throw new ModelException("llama.cpp refuses the grammar" + LlamaLog.Reason);
    }

    /// <summary>An independent copy of this state.</summary>
    public LlamaGrammar Clone() => new(LlamaApi.SamplerClone(sampler));

    /// <summary>Whether a token can come next; an end token can where the grammar is satisfied.</summary>
    public bool Allows(int token)
    {
        var candidate = new LlamaTokenData { Id = token };
        var candidates = new LlamaTokenDataArray { Data = &candidate, Size = 1, Selected = -1 };
        LlamaApi.SamplerApply(sampler, &candidates);
        return !float.IsNegativeInfinity(candidate.Logit);
    }

    /// <summary>Finds which tokens can come next, one flag a token.</summary>
    public void FindAllowed(Span<bool> allowed, Span<LlamaTokenData> scratch)
    {
        for (var i = 0; i < scratch.Length; i++) scratch[i] = new() { Id = i };
        fixed (LlamaTokenData* data = scratch)
        {
            var candidates = new LlamaTokenDataArray { Data = data, Size = (nuint)scratch.Length, Selected = -1 };
            LlamaApi.SamplerApply(sampler, &candidates);
        }
        foreach (var candidate in scratch) allowed[candidate.Id] = !float.IsNegativeInfinity(candidate.Logit);
    }

    /// <summary>Moves on by a token, which must be allowed and no end token: llama.cpp ends the process otherwise.</summary>
    public void Accept(int token) => LlamaApi.SamplerAccept(sampler, token);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (sampler != 0) LlamaApi.SamplerFree(sampler);
        sampler = 0;
    }
}
