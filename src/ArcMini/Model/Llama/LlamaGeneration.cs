using ArcMini.Model.Grammars;

namespace ArcMini.Model.Llama;

/// <summary>
/// One call of <see cref="LlamaModel.Generate"/>. Samples that have drawn the same tokens so far are one branch of a tree:
/// it is decoded once for all of them, and parts where they draw different tokens. All branches are one batch on the
/// prompt's KV cache; where more samples are asked for than may live at once, others start as soon as some are finished.
/// </summary>
sealed class LlamaGeneration
{
    readonly LlamaModel model;
    readonly LlamaContext context;
    readonly SamplingOptions options;
    readonly int promptLength, maxTokens, width;
    readonly SplitMix64[] random;
    readonly Sample?[] finished;
    readonly Stack<int> freeSequences;
    readonly TokenDistribution distribution;
    readonly GbnfGrammar? grammar;
    List<Branch> live = [];
    int started, running;

    /// <summary>Prepares a generation.</summary>
    /// <param name="model">The model.</param>
    /// <param name="context">A context with room for the prompt and <paramref name="width"/> samples.</param>
    /// <param name="options">What to sample.</param>
    /// <param name="promptLength">Tokens of the prompt.</param>
    /// <param name="maxTokens">Most tokens of one sample.</param>
    /// <param name="width">Most samples alive at once.</param>
    /// <param name="grammar">What each sample must follow, if anything.</param>
    public LlamaGeneration(
        LlamaModel model, LlamaContext context, SamplingOptions options, int promptLength, int maxTokens, int width, GbnfGrammar? grammar)
    {
        (this.model, this.context, this.options, this.grammar) = (model, context, options, grammar);
        (this.promptLength, this.maxTokens, this.width) = (promptLength, maxTokens, width);
        random = [.. Enumerable.Range(0, options.Samples).Select(i => SplitMix64.Stream(options.Seed, i))];
        finished = new Sample?[options.Samples];
        freeSequences = new(Enumerable.Range(1, width).Reverse());
        distribution = new(model.Info.VocabularySize);
    }

    /// <summary>Tokens drawn by one or more samples alike, in a sequence of the context.</summary>
    sealed record Branch(int Sequence, GbnfState? State, Path? Path, double LogProbability, List<int> Samples)
    {
        public int Length => Path?.Length ?? 0;
    }

    /// <summary>A token and those before it; branches that part share the list.</summary>
    sealed record Path(int Token, Path? Before)
    {
        public int Length { get; } = (Before?.Length ?? 0) + 1;
    }

    /// <summary>Runs to the end, or until the context is aborted. Returns the finished samples in order.</summary>
    public IReadOnlyList<Sample> Run(ReadOnlySpan<int> prompt)
    {
        if (!context.DecodePrompt(prompt)) return [];
        var root = new Branch(Sequence: 0, grammar is null ? null : GbnfState.Start(grammar), Path: null, LogProbability: 0, Samples: []);
        var promptLogits = context.LastLogits.ToArray();
        while (true)
        {
            Start(root, promptLogits);
            if (live.Count == 0 || !DecodeLive()) break;
            var decoded = live;
            live = [];
            for (var i = 0; i < decoded.Count; i++) Advance(decoded[i], context.Logits(i));
        }
        return [.. finished.OfType<Sample>()];
    }

    // Draws first tokens until as many samples run as may; a sample can end at once, so that there may be more rounds.
    void Start(Branch root, ReadOnlySpan<float> promptLogits)
    {
        while (started < options.Samples && running < width)
        {
            var starting = Enumerable.Range(started, Math.Min(options.Samples - started, width - running)).ToList();
            started += starting.Count;
            running += starting.Count;
            Advance(root with { Samples = starting }, promptLogits);
        }
    }

    bool DecodeLive()
    {
        foreach (var branch in live)
            context.Add(branch.Path!.Token, promptLength + branch.Length - 1, branch.Sequence, output: true);
        return context.Decode();
    }

    // Draws the next token for each sample of a branch. Samples that draw alike stay together.
    void Advance(Branch branch, ReadOnlySpan<float> logits)
    {
        var groups = Draw(branch, logits);
        var logSum = distribution.LogSum(logits);
        var extended = new List<(int Token, List<int> Samples)>();
        foreach (var (token, samples) in groups)
        {
            if (token is not { } drawn) Finish(branch, samples, complete: false, branch.LogProbability);
            else if (!model.IsEnd(drawn, options)) extended.Add((drawn, samples));
            else Finish(branch, samples, complete: true, branch.LogProbability + logits[drawn] - logSum);
        }
        for (var i = extended.Count - 1; i >= 0; i--)
        {
            var (token, samples) = extended[i];
            Extend(branch, token, samples, branch.LogProbability + logits[token] - logSum, takeOver: i == 0);
        }
        if (extended.Count == 0) Discard(branch);
    }

    // Samples by the token drawn, in the order of their first sample; null where the grammar allows no token.
    List<(int? Token, List<int> Samples)> Draw(Branch branch, ReadOnlySpan<float> logits)
    {
        var groups = new List<(int? Token, List<int> Samples)>();
        if (!distribution.Fill(logits, options.Temperature, options.TopP, []))
            throw new ModelException($"{model.Info.File}: the model computes no numbers: its weights are damaged");
        var drawn = DrawEach(branch.Samples);
        if (branch.State is not { } state) return drawn;

        var rejected = new List<int>();
        foreach (var (token, samples) in drawn)
        {
            if (Allows(state, token!.Value)) groups.Add((token, samples));
            else rejected.AddRange(samples);
        }
        if (rejected.Count == 0) return groups;

        var allowed = Allowed(state);
        if (!distribution.Fill(logits, options.Temperature, options.TopP, allowed)) groups.Add((null, rejected));
        else
        {
            foreach (var (token, samples) in DrawEach(rejected))
            {
                var same = groups.FindIndex(g => g.Token == token);
                if (same >= 0) groups[same].Samples.AddRange(samples);
                else groups.Add((token, samples));
            }
        }
        return groups;
    }

    List<(int? Token, List<int> Samples)> DrawEach(List<int> samples) =>
        [.. samples.GroupBy(s => distribution.Draw(random[s].NextDouble())).Select(g => ((int?)g.Key, g.ToList()))];

    // An end token can come where the text may end, any other where its bytes can.
    bool Allows(GbnfState state, int token) =>
        model.IsEnd(token, options) ? state.IsComplete : model.Piece(token) is { Length: > 0 } piece && state.Next(piece) is not null;

    bool[] Allowed(GbnfState state)
    {
        var allowed = model.Trie.Allowed(state);
        foreach (var end in model.EndTokens.Concat(options.StopTokens ?? [])) allowed[end] = state.IsComplete;
        return allowed;
    }

    void Extend(Branch parent, int token, List<int> samples, double logProbability, bool takeOver)
    {
        takeOver &= parent.Sequence != 0;
        var path = new Path(token, parent.Path);
        if (path.Length == maxTokens)
        {
            Finish(parent with { Path = path }, samples, complete: false, logProbability);
            if (takeOver) Discard(parent);
            return;
        }
        var sequence = parent.Sequence;
        if (!takeOver)
        {
            sequence = freeSequences.Pop();
            context.Copy(parent.Sequence, sequence);
        }
        live.Add(new(sequence, parent.State?.Next(model.Piece(token)), path, logProbability, samples));
    }

    void Discard(Branch branch)
    {
        if (branch.Sequence == 0) return;
        context.Remove(branch.Sequence);
        freeSequences.Push(branch.Sequence);
    }

    void Finish(Branch branch, List<int> samples, bool complete, double logProbability)
    {
        var tokens = new int[branch.Length];
        var path = branch.Path;
        for (var i = tokens.Length - 1; i >= 0; i--, path = path!.Before) tokens[i] = path!.Token;
        var sample = new Sample(tokens, model.Detokenize(tokens), logProbability, complete);
        foreach (var index in samples) finished[index] = sample;
        running -= samples.Count;
    }
}
