using System.Diagnostics;
using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>What bounds a search.</summary>
/// <param name="Deadline">When to stop.</param>
/// <param name="MaxCandidates">How many values to evaluate at most.</param>
/// <param name="MaxBytes">How much memory the bank may take, in bytes.</param>
/// <param name="Threads">How many threads to use; the result does not depend on it, but for the deadline.</param>
internal sealed record Bounds(TimeSpan Deadline, long MaxCandidates, long MaxBytes, int Threads);

/// <summary>
/// Bottom-up enumeration of typed values in the order of cost. All candidates of one cost are collected in a fixed order, evaluated
/// by all threads at once in batches, and entered in that order, so that the result does not depend on timing.
/// </summary>
internal sealed class Enumeration
{
    /// <summary>The highest cost that is enumerated, in tenths of a nat.</summary>
    public const int MaxCost = 400;

    private const int BatchSize = 8192;

    private readonly IReadOnlyList<Grid> inputs;
    private readonly Weights weights;
    private readonly Bounds bounds;
    private readonly Bank bank = new(MaxCost);
    private readonly Trial[] batch = new Trial[BatchSize];
    private readonly Entry[] arguments = new Entry[4];
    private readonly Worker[] workers;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly CancellationToken cancel;
    private int filled;
    private bool stopped;

    public Enumeration(IReadOnlyList<Grid> inputs, IReadOnlyList<Grid> outputs, Weights weights, Bounds bounds, CancellationToken cancel)
    {
        this.inputs = inputs;
        this.bounds = bounds;
        this.cancel = cancel;
        this.weights = weights;
        workers = [.. Enumerable.Range(0, Math.Max(1, bounds.Threads)).Select(_ => new Worker(inputs))];
        foreach (var seed in Seeds.Of(inputs, outputs, weights))
            if (seed.Cost <= MaxCost)
                bank.Add(seed, Bank.Key(seed.Kind, seed.Values));
    }

    /// <summary>Called for every new entry, in a fixed order.</summary>
    public required Action<Entry> Found { get; init; }

    /// <summary>Called after every batch with the number of evaluations so far; true to stop.</summary>
    public required Func<long, bool> Pause { get; init; }

    /// <summary>Values on one grid that were computed.</summary>
    public long Evaluations { get; private set; }

    /// <summary>Candidates tried.</summary>
    public long Candidates { get; private set; }

    /// <summary>Distinct values kept.</summary>
    public int Kept => bank.Count;

    /// <summary>The cost up to which everything was tried.</summary>
    public int Cost { get; private set; }

    /// <summary>Runs until a bound is reached or everything up to <see cref="MaxCost"/> was tried.</summary>
    public void Run()
    {
        for (var cost = 0; cost <= MaxCost; cost++)
            foreach (var kind in Enum.GetValues<Kind>())
                foreach (var entry in bank.Of(kind, cost))
                    Found(entry);
        for (var cost = 1; cost <= MaxCost && !stopped; cost++)
        {
            foreach (var move in Moves.All)
                for (var i = 0; i < bank.Roots(move.Parameters[0]).Count && !stopped; i++)
                    if (bank.Roots(move.Parameters[0])[i] is var root && cost - weights.Step(root, move) is > 0 and var left)
                        Collect(move, root, left, cost);
            Flush();
            Cost = cost;
        }
    }

    /// <summary>Takes first arguments that end in a root, and completes each with others so that exactly <paramref name="left"/> is spent.</summary>
    private void Collect(Move move, int root, int left, int cost)
    {
        var kind = move.Parameters[0];
        if (move.Parameters.Length == 1)
        {
            Collect(move, root, left, 0, cost);
            return;
        }
        var costs = bank.Costs(kind, root);
        for (var i = 0; i < costs.Count && costs[i] < left; i++)
            Collect(move, root, costs[i], left - costs[i], cost);
    }

    private void Collect(Move move, int root, int spent, int left, int cost)
    {
        for (var i = 0; i < bank.Of(move.Parameters[0], root, spent).Length && !stopped; i++)
        {
            arguments[0] = bank.Of(move.Parameters[0], root, spent)[i];
            if (move.Parameters.Length == 1)
                Collect(move, cost);
            else
                CollectRest(move, 1, left, cost);
        }
    }

    /// <summary>Fills the argument places from <paramref name="place"/> on in every way that spends exactly <paramref name="left"/>.</summary>
    private void CollectRest(Move move, int place, int left, int cost)
    {
        var kind = move.Parameters[place];
        if (place == move.Parameters.Length - 1)
        {
            for (var i = 0; i < bank.Of(kind, left).Length && !stopped; i++)
            {
                arguments[place] = bank.Of(kind, left)[i];
                Collect(move, cost);
            }
            return;
        }
        var costs = bank.Costs(kind);
        for (var c = 0; c < costs.Count && costs[c] < left; c++)
            for (var i = 0; i < bank.Of(kind, costs[c]).Length && !stopped; i++)
            {
                arguments[place] = bank.Of(kind, costs[c])[i];
                CollectRest(move, place + 1, left - costs[c], cost);
            }
    }

    private void Collect(Move move, int cost)
    {
        var count = move.Parameters.Length;
        batch[filled++] = new(move, arguments[0], count > 1 ? arguments[1] : null, count > 2 ? arguments[2] : null, count > 3 ? arguments[3] : null, cost);
        if (filled == BatchSize)
            Flush();
    }

    private void Flush()
    {
        var count = filled;
        filled = 0;
        if (count == 0 || stopped)
            return;
        if (workers.Length == 1)
            for (var i = 0; i < count; i++)
                workers[0].Evaluate(ref batch[i], bank);
        else
            Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, worker =>
            {
                for (var i = worker * count / workers.Length; i < (worker + 1) * count / workers.Length; i++)
                    workers[worker].Evaluate(ref batch[i], bank);
            });
        for (var i = 0; i < count; i++)
        {
            ref var trial = ref batch[i];
            if (trial.Values is { } values)
            {
                var entry = new Entry(trial.Move.Result, trial.Cost, values, trial.Move, trial.Arguments(), null);
                if (bank.Add(entry, trial.Key))
                    Found(entry);
            }
            trial = default;
        }
        Candidates += count;
        Evaluations = workers.Sum(worker => worker.Evaluations);
        stopped = cancel.IsCancellationRequested || clock.Elapsed > bounds.Deadline || Candidates >= bounds.MaxCandidates || bank.Bytes > bounds.MaxBytes || Pause(Evaluations);
    }
}
