using System.Runtime.InteropServices;
using ArcMini.Model.Grammars;
using ArcMini.Randomness;

namespace ArcMini.Model.Llama;

/// <summary>
/// One call of <see cref="LlamaModel"/>: a beam of branches, one batch on the prompt's KV cache, grown by a token at a time.
/// What is kept at each step is a sample without replacement of all continuations (stochastic beam search: Kool, van Hoof and Welling,
/// 2019): a branch has a place, its log-probability with Gumbel noise; the places of its children are drawn so that their greatest
/// is its own, and the branches of the greatest places live on.
/// </summary>
internal sealed class LlamaGeneration
{
    // Tokens that are less probable than this are never drawn.
    private static readonly double negligible = Math.Log(1e-10);

    private readonly LlamaModel model;
    private readonly LlamaContext context;
    private readonly SamplingOptions options;
    private readonly int promptLength, maxTokens, width;
    private readonly Stack<int> freeSequences;
    private readonly GbnfGrammar? grammar;
    private readonly PriorityQueue<Child, double> children = new();
    private readonly Dictionary<int, int> classes = [];
    private readonly List<Child> family = [];
    private readonly SeededRandom dice;
    private List<Branch> complete = [], live = [];

    /// <summary>Prepares a generation.</summary>
    /// <param name="model">The model.</param>
    /// <param name="context">A context with room for the prompt and <paramref name="width"/> samples.</param>
    /// <param name="options">What to sample.</param>
    /// <param name="promptLength">Tokens of the prompt.</param>
    /// <param name="maxTokens">Most tokens of one sample.</param>
    /// <param name="width">Most samples.</param>
    /// <param name="grammar">What each sample must follow, if anything.</param>
    public LlamaGeneration(
        LlamaModel model, LlamaContext context, SamplingOptions options, int promptLength, int maxTokens, int width, GbnfGrammar? grammar)
    {
        (this.model, this.context, this.options, this.grammar) = (model, context, options, grammar);
        (this.promptLength, this.maxTokens, this.width) = (promptLength, maxTokens, width);
        freeSequences = new(Enumerable.Range(1, width).Reverse());
        dice = new(options.Seed);
    }

    /// <summary>The start of a continuation, in a sequence of the context.</summary>
    /// <param name="Sequence">Where the context holds it, 0 for the prompt.</param>
    /// <param name="State">Where the grammar stands.</param>
    /// <param name="Path">Its tokens, the last first; null for none.</param>
    /// <param name="LogProbability">Under the model alone.</param>
    /// <param name="Score">Log of the probability that it is drawn from: of all continuations that it stands for, at the temperature.</param>
    /// <param name="PerturbedLogProbability">The score with noise.</param>
    private sealed record Branch(int Sequence, GbnfState? State, Path? Path, double LogProbability, double Score, double PerturbedLogProbability)
    {
        public int Length => Path?.Length ?? 0;
    }

    /// <summary>A token and those before it; branches that part share the list.</summary>
    private sealed record Path(int Token, Path? Before)
    {
        public int Length { get; } = (Before?.Length ?? 0) + 1;
    }

    /// <summary>A branch with one token more, before it is known whether it lives.</summary>
    private readonly record struct Child(Branch Parent, int Token, double LogProbability, double Score, double PerturbedLogProbability);

    /// <summary>Runs to the end, or until the context is aborted. Returns the complete samples in the order in which they were drawn.</summary>
    public IReadOnlyList<Sample> Run(ReadOnlySpan<int> prompt)
    {
        if (!context.DecodePrompt(prompt)) return [];
        Expand(new(Sequence: 0, grammar is null ? null : GbnfState.Start(grammar), Path: null, LogProbability: 0, Score: 0, PerturbedLogProbability: Gumbel()), context.LastLogits);
        Select();
        while (live.Count > 0 && DecodeLive())
        {
            for (var i = 0; i < live.Count; i++) Expand(live[i], context.Logits(i));
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

    // Adds the children of a branch. Tokens of one class are one child, by the likeliest of them.
    private void Expand(Branch branch, ReadOnlySpan<float> logits)
    {
        var scale = options.Temperature > 0 ? 1 / options.Temperature : 1;
        var (logSum, scaledSum) = (Logits.LogSum(logits, 1), Logits.LogSum(logits, scale));
        if (!double.IsFinite(logSum))
            throw new ModelException($"{model.Info.File}: the model computes no numbers: its weights are damaged");
        family.Clear();
        classes.Clear();
        for (var token = 0; token < logits.Length; token++)
        {
            if (!(logits[token] - logSum >= negligible)) continue;
            var child = new Child(branch, token, branch.LogProbability + logits[token] - logSum, branch.Score + logits[token] * scale - scaledSum, PerturbedLogProbability: 0);
            if (options.Classes?[token] is not { } name) family.Add(child);
            else if (classes.TryAdd(name, family.Count)) family.Add(child);
            else Join(ref CollectionsMarshal.AsSpan(family)[classes[name]], child);
        }
        PlaceFamily(branch.PerturbedLogProbability);
        foreach (var child in family) children.Enqueue(child, -child.PerturbedLogProbability);
    }

    private static void Join(ref Child known, Child other)
    {
        var (more, less) = known.Score >= other.Score ? (known, other) : (other, known);
        known = more with { Score = more.Score + Math.Log(1 + Math.Exp(less.Score - more.Score)) };
    }

    // Draws the places of siblings, given that the greatest of them is their parent's.
    private void PlaceFamily(double parent)
    {
        if (options.Temperature <= 0)
        {
            for (var i = 0; i < family.Count; i++) family[i] = family[i] with { PerturbedLogProbability = family[i].Score };
            return;
        }
        var greatest = double.NegativeInfinity;
        for (var i = 0; i < family.Count; i++)
        {
            family[i] = family[i] with { PerturbedLogProbability = family[i].Score + Gumbel() };
            greatest = Math.Max(greatest, family[i].PerturbedLogProbability);
        }
        for (var i = 0; i < family.Count; i++)
        {
            var free = family[i].PerturbedLogProbability;
            var below = parent - free + Math.Log(1 - Math.Exp(free - greatest));
            family[i] = family[i] with { PerturbedLogProbability = parent - Math.Max(0, below) - Math.Log(1 + Math.Exp(-Math.Abs(below))) };
        }
    }

    private double Gumbel() => -Math.Log(-Math.Log(dice.Real()));

    // Keeps the best of the complete branches and of the children together; a child that the grammar forbids does not count.
    private void Select()
    {
        var (ended, chosen) = (complete.OrderByDescending(branch => branch.PerturbedLogProbability).ToList(), new List<Child>());
        complete = [];
        while (complete.Count + chosen.Count < width && (complete.Count < ended.Count || children.Count > 0))
        {
            var next = complete.Count;
            if (next < ended.Count && (children.Count == 0 || ended[next].PerturbedLogProbability >= children.Peek().PerturbedLogProbability)) complete.Add(ended[next]);
            else if (children.Dequeue() is var child && model.IsEnd(child.Token, options))
            {
                if (child.Parent.State is not { IsComplete: false })
                {
                    var end = child.Parent with { LogProbability = child.LogProbability, Score = child.Score, PerturbedLogProbability = child.PerturbedLogProbability };
                    complete.Add(end);
                    ended.Insert(next, end);
                }
            }
            else if (child.Parent.Length + 1 < maxTokens && Allows(child.Parent.State, child.Token)) chosen.Add(child);
        }
        children.Clear();
        Grow(chosen);
    }

    private bool Allows(GbnfState? state, int token) => state is null || model.Piece(token) is { Length: > 0 } piece && state.Next(piece) is not null;

    // The last child of a branch takes over its sequence, the others share its cells.
    private void Grow(List<Child> chosen)
    {
        var waiting = chosen.GroupBy(child => child.Parent.Sequence).ToDictionary(siblings => siblings.Key, siblings => siblings.Count());
        foreach (var sequence in live.Select(branch => branch.Sequence).Where(sequence => !waiting.ContainsKey(sequence)))
        {
            context.Remove(sequence);
            freeSequences.Push(sequence);
        }
        live = [.. chosen.Select(child => new Branch(
            SequenceFor(child.Parent.Sequence, isLast: --waiting[child.Parent.Sequence] == 0), child.Parent.State?.Next(model.Piece(child.Token)),
            new(child.Token, child.Parent.Path), child.LogProbability, child.Score, child.PerturbedLogProbability))];
    }

    private int SequenceFor(int parent, bool isLast)
    {
        if (isLast && parent != 0) return parent;
        var sequence = freeSequences.Pop();
        context.Copy(parent, sequence);
        return sequence;
    }

    private Sample ToSample(Branch branch)
    {
        var tokens = new int[branch.Length];
        var path = branch.Path;
        for (var i = tokens.Length - 1; i >= 0; i--, path = path!.Before) tokens[i] = path!.Token;
        return new(tokens, model.Detokenize(tokens), branch.LogProbability);
    }
}
