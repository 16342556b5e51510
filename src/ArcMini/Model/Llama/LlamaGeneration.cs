using System.Runtime.InteropServices;
using ArcMini.Model.Grammars;

namespace ArcMini.Model.Llama;

/// <summary>
/// One call of <see cref="ILanguageModel.Generate"/>. It is a beam search: all branches are one batch on the prompt's KV cache, each
/// step adds a token to every branch, and the best branches are kept. With the noise of <see cref="GumbelSampler"/> the branches that
/// are kept are a sample without replacement of all continuations.
/// </summary>
internal sealed class LlamaGeneration
{
    /// <summary>Tokens whose log-probability is less are never drawn.</summary>
    private static readonly double negligible = Math.Log(1e-10);

    private readonly LlamaModel model;
    private readonly LlamaContext context;
    private readonly SamplingOptions options;
    private readonly int promptLength, maxTokens, width;
    private readonly GbnfGrammar? grammar;
    private readonly GumbelSampler sampler;
    private readonly Stack<int> freeSequences;

    /// <summary>The children of all live branches, the one with the greatest perturbed log-probability first.</summary>
    private readonly PriorityQueue<BranchChild, double> children = new();

    /// <summary>The children of the branch that is expanded, and for each class of tokens the child that stands for it.</summary>
    private readonly List<BranchChild> family = [];
    private readonly Dictionary<int, int> childOfClass = [];

    private List<Branch> complete = [], live = [];

    /// <summary>Prepares a generation.</summary>
    /// <param name="model">The model.</param>
    /// <param name="context">A context with room for the prompt and <paramref name="width"/> samples.</param>
    /// <param name="options">What to sample.</param>
    /// <param name="promptLength">Tokens of the prompt.</param>
    /// <param name="maxTokens">Most tokens of one sample.</param>
    /// <param name="width">Most samples.</param>
    /// <param name="grammar">What each sample must follow; null for nothing.</param>
    public LlamaGeneration(
        LlamaModel model, LlamaContext context, SamplingOptions options, int promptLength, int maxTokens, int width, GbnfGrammar? grammar)
    {
        (this.model, this.context, this.options, this.grammar) = (model, context, options, grammar);
        (this.promptLength, this.maxTokens, this.width) = (promptLength, maxTokens, width);
        freeSequences = new(Enumerable.Range(1, width).Reverse());
        sampler = new(options.Seed, options.Temperature);
    }

    /// <summary>
    /// Runs to the end, or until the context is aborted. Returns the complete samples in the order in which they were drawn.
    /// </summary>
    public IReadOnlyList<Sample> Run(ReadOnlySpan<int> prompt)
    {
        if (!context.DecodePrompt(prompt))
            return [];
        var root = new Branch(
            Sequence: 0, grammar is null ? null : GbnfState.Start(grammar), Path: null, LogProbability: 0, Score: 0, sampler.Noise());
        Expand(root, context.LastLogits);
        Select();
        while (live.Count > 0 && DecodeLive())
        {
            for (var i = 0; i < live.Count; i++)
                Expand(live[i], context.Logits(i));
            Select();
        }
        return [.. complete.OrderByDescending(branch => branch.PerturbedLogProbability).Select(ToSample)];
    }

    private bool DecodeLive()
    {
        foreach (var branch in live)
            context.Add(branch.Path!.Token, promptLength + branch.Length - 1, branch.Sequence, output: true);
        return context.Decode();
    }

    /// <summary>Queues the children of a branch. Tokens of one class are one child.</summary>
    private void Expand(Branch branch, ReadOnlySpan<float> logits)
    {
        var scale = options.Temperature > 0 ? 1 / options.Temperature : 1;
        var (logSum, scaledSum) = (Logits.LogSum(logits, 1), Logits.LogSum(logits, scale));
        if (!double.IsFinite(logSum))
            throw new ModelException($"{model.Info.File}: the model computes no numbers: its weights are damaged");
        family.Clear();
        childOfClass.Clear();
        for (var token = 0; token < logits.Length; token++)
        {
            if (!(logits[token] - logSum >= negligible))
                continue;
            var child = new BranchChild(
                branch, token, branch.LogProbability + logits[token] - logSum, branch.Score + logits[token] * scale - scaledSum,
                PerturbedLogProbability: 0);
            if (options.Classes?[token] is not { } name || childOfClass.TryAdd(name, family.Count))
                family.Add(child);
            else
                Join(ref CollectionsMarshal.AsSpan(family)[childOfClass[name]], child);
        }
        sampler.Perturb(family, branch.PerturbedLogProbability);
        foreach (var child in family)
            children.Enqueue(child, -child.PerturbedLogProbability);
    }

    /// <summary>Makes one child of two of the same class: the likelier token, with the probability of both.</summary>
    private static void Join(ref BranchChild known, BranchChild other)
    {
        var (more, less) = known.Score >= other.Score ? (known, other) : (other, known);
        known = more with { Score = more.Score + Math.Log(1 + Math.Exp(less.Score - more.Score)) };
    }

    /// <summary>
    /// Keeps the best of the complete branches and of the children together, as many as samples are asked for. A child that the grammar
    /// forbids does not count.
    /// </summary>
    private void Select()
    {
        var ended = complete.OrderByDescending(branch => branch.PerturbedLogProbability).ToList();
        var chosen = new List<BranchChild>();
        complete = [];
        while (complete.Count + chosen.Count < width && (complete.Count < ended.Count || children.Count > 0))
        {
            var next = complete.Count;
            if (next < ended.Count
                && (children.Count == 0 || ended[next].PerturbedLogProbability >= children.Peek().PerturbedLogProbability))
            {
                complete.Add(ended[next]);
                continue;
            }
            var child = children.Dequeue();
            if (!model.IsEnd(child.Token, options))
            {
                if (child.Parent.Length + 1 < maxTokens && Allows(child.Parent.State, child.Token))
                    chosen.Add(child);
            }
            else if (child.Parent.State is not { IsComplete: false })
            {
                var end = Ended(child);
                complete.Add(end);
                ended.Insert(next, end);
            }
        }
        children.Clear();
        Grow(chosen);
    }

    private static Branch Ended(BranchChild child) => child.Parent with
    {
        LogProbability = child.LogProbability,
        Score = child.Score,
        PerturbedLogProbability = child.PerturbedLogProbability,
    };

    private bool Allows(GbnfState? state, int token) =>
        state is null || model.Piece(token) is { Length: > 0 } piece && state.Next(piece) is not null;

    /// <summary>
    /// Makes the chosen children the live branches. The last child of a branch takes over its sequence; the others get a sequence that
    /// shares its cells. Sequences of branches without children become free.
    /// </summary>
    private void Grow(List<BranchChild> chosen)
    {
        var waiting = chosen.GroupBy(child => child.Parent.Sequence).ToDictionary(siblings => siblings.Key, siblings => siblings.Count());
        foreach (var sequence in live.Select(branch => branch.Sequence).Where(sequence => !waiting.ContainsKey(sequence)))
        {
            context.Remove(sequence);
            freeSequences.Push(sequence);
        }
        live = [.. chosen.Select(child => new Branch(
            SequenceFor(child.Parent.Sequence, isLast: --waiting[child.Parent.Sequence] == 0),
            child.Parent.State?.Next(model.Piece(child.Token)), new(child.Token, child.Parent.Path),
            child.LogProbability, child.Score, child.PerturbedLogProbability))];
    }

    private int SequenceFor(int parent, bool isLast)
    {
        if (isLast && parent != 0)
            return parent;
        var sequence = freeSequences.Pop();
        context.Copy(parent, sequence);
        return sequence;
    }

    private Sample ToSample(Branch branch)
    {
        var tokens = new int[branch.Length];
        var path = branch.Path;
        for (var i = tokens.Length - 1; i >= 0; i--, path = path!.Before)
            tokens[i] = path!.Token;
        return new(tokens, model.Detokenize(tokens), branch.LogProbability);
    }
}
