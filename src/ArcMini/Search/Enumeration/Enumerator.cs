using System.Diagnostics;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Enumeration;

/// <summary>What bounds a search.</summary>
/// <param name="Deadline">When to stop.</param>
/// <param name="MaxCandidates">How many values to evaluate at most.</param>
/// <param name="MaxBytes">How much memory the bank may take, in bytes, about.</param>
/// <param name="Threads">How many threads to use; the result does not depend on it, but for the deadline.</param>
internal sealed record SearchBounds(TimeSpan Deadline, long MaxCandidates, long MaxBytes, int Threads);

/// <summary>
/// Bottom-up enumeration of typed values in the order of cost. All candidates of one cost are collected in a fixed order, in batches. While
/// other threads evaluate a batch, this one enters the values of the batch before in that order, so that the result does not depend on timing. Once
/// the bank is full, what is there is tried for last steps: grids are made further on, but given up at the first input on which they are not wanted.
/// </summary>
internal sealed class Enumerator
{
    /// <summary>The highest cost that is enumerated, in tenths of a nat.</summary>
    public const int MaxCost = 400;

    private static readonly Production[] LastMoves = [.. Productions.All.Where(move => move.Result is SearchType.Grid or SearchType.Grids)];

    private readonly ProductionCosts weights;
    private readonly SearchBounds bounds;
    private readonly Bank bank = new(MaxCost);
    private readonly Term[] arguments = new Term[4];
    private readonly CandidateEvaluator[] workers;
    private readonly Queue<CandidateTerm> urgent = [];
    private readonly (long Tried, long Kept)[] bands = new (long, long)[(MaxCost / CostBand.Width) + 1];
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Func<Term, Value[]> again;
    private readonly CancellationToken cancel;
    private CandidateBatch collected = new();
    private CandidateBatch evaluated = new();
    private Phase stage = Phase.Build;
    private bool movesOn;
    private TimeSpan resumed;

    /// <summary>Prepares an enumeration from the seeds on.</summary>
    /// <param name="inputs">The inputs of the demonstrations, then those of the tests.</param>
    /// <param name="seeds">Where it starts.</param>
    /// <param name="weights">What each step costs.</param>
    /// <param name="bounds">When it stops.</param>
    /// <param name="cancel">Stops it as if its time were up.</param>
    public Enumerator(Grid[] inputs, IReadOnlyList<Term> seeds, ProductionCosts weights, SearchBounds bounds, CancellationToken cancel)
    {
        this.bounds = bounds;
        this.cancel = cancel;
        this.weights = weights;
        again = Recompute;
        workers = [.. Enumerable.Range(0, Math.Max(1, bounds.Threads)).Select(_ => new CandidateEvaluator(inputs))];
        foreach (var seed in seeds)
            if (seed.Cost <= MaxCost)
                bank.Add(seed, Fingerprint.Of(seed.Type, seed.Values));
    }

    /// <summary>All entries that a bounded enumeration makes for a task's inputs and outputs, in the order it finds them.</summary>
    public static List<Term> Terms(Grid[] inputs, Grid[] outputs, ProductionCosts weights, SearchBounds bounds, CancellationToken cancel)
    {
        var entries = new List<Term>();
        new Enumerator(inputs, [.. Seeds.Of(inputs, outputs, weights)], weights, bounds, cancel)
        {
            Found = entry =>
            {
                entries.Add(entry);
                return [];
            },
            Pause = _ => false,
        }.Run();
        return entries;
    }

    /// <summary>What was tried and kept, by cost.</summary>
    public IReadOnlyList<CostBand> Bands => [.. bands.Select((band, i) => new CostBand(i * CostBand.Width, band.Tried, band.Kept)).Where(band => band.Tried > 0)];

    /// <summary>Whether a value on an input may be part of an answer; null where values are built for their own sake, without a stage of last steps.</summary>
    public Func<int, SearchType, Value, bool>? Wanted { get; init; }

    /// <summary>Called for every new entry, in a fixed order; gives trials to make at once.</summary>
    public required Func<Term, IEnumerable<CandidateTerm>> Found { get; init; }

    /// <summary>Called after every batch with the number of evaluations so far; true to stop.</summary>
    public required Func<long, bool> Pause { get; init; }

    /// <summary>Values on one grid that were computed.</summary>
    public long Evaluations { get; private set; }

    /// <summary>Candidates tried.</summary>
    public long Candidates { get; private set; }

    /// <summary>How long values were built.</summary>
    public TimeSpan Building { get; private set; }

    /// <summary>How long last steps were tried.</summary>
    public TimeSpan Finishing { get; private set; }

    /// <summary>Distinct values kept.</summary>
    public int Kept => bank.Count;

    /// <summary>The cost up to which everything was tried.</summary>
    public int Cost { get; private set; }

    /// <summary>Runs until a bound is reached or everything up to <see cref="MaxCost"/> was tried.</summary>
    public void Run()
    {
        for (var cost = 0; cost <= MaxCost; cost++)
            foreach (var kind in Enum.GetValues<SearchType>())
                foreach (var entry in bank.Of(kind)[cost].ToArray())
                    Tell(entry);
        for (var cost = 1; cost <= MaxCost && stage == Phase.Build; cost++)
        {
            Try(Productions.All, cost);
            if (stage == Phase.Build)
                Cost = cost;
        }
        for (var cost = Cost + 1; cost <= MaxCost && stage == Phase.Finish; cost++)
            Try(LastMoves, cost);
        evaluated.Finish(workers[0]);
    }

    private void Try(IReadOnlyList<Production> moves, int cost)
    {
        movesOn = false;
        foreach (var move in moves)
        {
            var steps = weights.Steps(move);
            var most = cost - ProductionCosts.CostOf(move);
            for (var i = 0; bank.ByRoot(move.Parameters[0]) is var shelves && i < shelves.Length && !movesOn; i++)
                if (most - steps[shelves[i].Root] is var left && left >= shelves[i].Least)
                    FillFirst(move, shelves[i].Terms, left, cost);
        }
        Flush();
        Flush();
    }

    /// <summary>Takes first arguments from a shelf, and completes each with others so that exactly <paramref name="left"/> is spent.</summary>
    private void FillFirst(Production move, CostBuckets firsts, int left, int cost)
    {
        if (move.Parameters.Length == 1)
        {
            Fill(move, 0, firsts[left], 0, cost);
            return;
        }
        var rest = move.Parameters.Length == 2 && move.AlignedWith(1) < 0 ? bank.Of(move.Parameters[1]).Costs : null;
        for (var spent = firsts.Costs.Next(1, left, rest); spent > 0; spent = firsts.Costs.Next(spent + 1, left, rest))
            Fill(move, 0, firsts[spent], left - spent, cost);
    }

    /// <summary>Takes arguments for a place after the first, and completes each as <see cref="FillFirst"/> does.</summary>
    private void FillNext(Production move, int place, int left, int cost)
    {
        var kind = move.Parameters[place];
        var whole = move.AlignedWith(place) is >= 0 and var other ? arguments[other].Base : null;
        if (place == move.Parameters.Length - 1)
        {
            Fill(move, place, Of(kind, left, whole), 0, cost);
            return;
        }
        var costs = whole is null ? bank.Of(kind).Costs : null;
        for (var spent = Next(1); spent > 0 && !movesOn; spent = Next(spent + 1))
            Fill(move, place, Of(kind, spent, whole), left - spent, cost);

        int Next(int from) => costs is not null ? costs.Next(from, left, null) : from < left ? from : -1;
    }

    /// <summary>Puts each entry into a place, and fills those after it in every way that spends exactly <paramref name="left"/>.</summary>
    private void Fill(Production move, int place, List<Term> entries, int left, int cost)
    {
        for (var i = 0; i < entries.Count && !movesOn; i++)
        {
            arguments[place] = entries[i];
            if (place == move.Parameters.Length - 1)
                Collect(move, cost);
            else if (move.Application != Application.Key || place > 0 || entries[i].Base == entries[i])
                FillNext(move, place + 1, left, cost);
        }
    }

    /// <summary>The entries of a kind and a cost; with a <paramref name="whole"/>, the images of it that cost so much more than itself.</summary>
    private List<Term> Of(SearchType kind, int cost, Term? whole) =>
        whole is null ? bank.Of(kind)[cost] : whole.ImagesAt(kind, whole.Cost + cost);

    private void Collect(Production move, int cost)
    {
        var count = move.Parameters.Length;
        var trial = new CandidateTerm(move, arguments[0], count > 1 ? arguments[1] : null, count > 2 ? arguments[2] : null, count > 3 ? arguments[3] : null, cost);
        trial.RestoreArguments();
        collected.Add(trial);
        if (collected.IsFull)
            Flush();
    }

    /// <summary>
    /// Enters the batch that the other threads have evaluated meanwhile, with the help of this one for what is left of it, and hands them the batch that was collected.
    /// </summary>
    private void Flush()
    {
        if (stage == Phase.Over)
            return;
        evaluated.Finish(workers[0]);
        Evaluations = workers.Sum(worker => worker.Evaluations);
        (collected, evaluated) = (evaluated, collected);
        evaluated.Start(workers.Skip(1), bank, stage == Phase.Finish ? Wanted : null, IsOver);
        Enter(collected);
        var (spent, next) = (clock.Elapsed - resumed, Next());
        if (stage == Phase.Build)
            Building += spent;
        else
            Finishing += spent;
        (movesOn, stage, resumed) = (movesOn || next != stage, next, clock.Elapsed);
    }

    /// <summary>Enters what was evaluated, in order, then what that makes urgent, and empties the batch.</summary>
    private void Enter(CandidateBatch batch)
    {
        foreach (ref readonly var trial in batch.Candidates)
            Enter(trial);
        batch.Clear();
        while (urgent.TryDequeue(out var trial))
        {
            trial.RestoreArguments();
            workers[0].Evaluate(ref trial, bank, null);
            Enter(trial);
        }
    }

    private Phase Next()
    {
        if (IsOver() || Candidates >= bounds.MaxCandidates || Pause(Evaluations))
            return Phase.Over;
        if (stage == Phase.Build && bank.Bytes > bounds.MaxBytes)
            return Wanted is null ? Phase.Over : Phase.Finish;
        return stage;
    }

    private void Enter(in CandidateTerm trial)
    {
        Candidates++;
        ref var band = ref bands[trial.Cost / CostBand.Width];
        band.Tried++;
        if (trial.Values is not { } values)
            return;
        var entry = new Term(trial, values);
        if (!bank.Add(entry, trial.Fingerprint))
            return;
        band.Kept++;
        Tell(entry);
        if (Bank.IsEvictable(entry))
            entry.Evict(again);
    }

    private Value[] Recompute(Term entry)
    {
        var values = workers[0].Recompute(entry);
        bank.Interner.Intern(entry.Type, values);
        return values;
    }

    private void Tell(Term entry)
    {
        foreach (var trial in Found(entry))
            urgent.Enqueue(trial);
    }

    private bool IsOver() => stage == Phase.Over || cancel.IsCancellationRequested || clock.Elapsed > bounds.Deadline;

    private enum Phase
    {
        /// <summary>Values are built of all others.</summary>
        Build,

        /// <summary>The built values are tried for a last step.</summary>
        Finish,

        /// <summary>A bound is reached.</summary>
        Over,
    }
}
