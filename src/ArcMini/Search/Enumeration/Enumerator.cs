using System.Diagnostics;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Enumeration;

/// <summary>
/// Bottom-up enumeration of typed terms in the order of cost (Albarghouthi et al., 2013; ordered by cost as in Barke et al., 2020). The
/// candidates of one cost are generated in a fixed order, so the result does not depend on timing.
/// </summary>
/// <remarks>
/// When the bank is full, the terms in it are tried for a last step. Candidates that are grids are still evaluated then, but given up at
/// the first input on which their value is not wanted.
/// </remarks>
internal sealed class Enumerator
{
    /// <summary>The highest cost that is enumerated, on the <see cref="CostScale"/>.</summary>
    public const int MaxCost = 400;

    /// <summary>After so many candidates it looks whether a bound is reached.</summary>
    public const int CheckInterval = 64;

    private static readonly Production[] LastSteps =
        [.. Productions.All.Where(production => production.Result is SearchType.Grid or SearchType.Grids)];

    private readonly SearchBounds bounds;
    private readonly Bank bank = new(MaxCost);
    private readonly CandidateGenerator generator;
    private readonly CandidateEvaluator evaluator;
    private readonly Queue<CandidateTerm> urgent = [];
    private readonly (long Tried, long Kept)[] bands = new (long, long)[(MaxCost / CostBand.Width) + 1];
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Func<Term, Value[]> recompute;
    private readonly CancellationToken cancel;
    private Phase phase = Phase.Build;
    private bool phaseEnded;
    private long nextCheck;
    private TimeSpan resumed;

    /// <summary>Prepares an enumeration.</summary>
    /// <param name="inputs">The inputs of the demonstrations, then those of the tests.</param>
    /// <param name="seeds">The leaves of all expressions.</param>
    /// <param name="costs">The costs of the productions.</param>
    /// <param name="bounds">When it stops.</param>
    /// <param name="cancel">Stops it as if its time were up.</param>
    public Enumerator(Grid[] inputs, IReadOnlyList<Term> seeds, ProductionCosts costs, SearchBounds bounds, CancellationToken cancel)
    {
        this.bounds = bounds;
        this.cancel = cancel;
        recompute = Recompute;
        generator = new(bank, costs, TryInOrder);
        evaluator = new(inputs);
        foreach (var seed in seeds)
            if (seed.Cost <= MaxCost)
                bank.Add(seed, Fingerprint.Of(seed.Type, seed.Values));
    }

    private enum Phase
    {
        /// <summary>Terms are built of all others.</summary>
        Build,

        /// <summary>The bank is full. Its terms are tried for a last step.</summary>
        Finish,

        /// <summary>A bound was reached.</summary>
        Over,
    }

    /// <summary>All terms of an enumeration for a task's inputs and outputs, in the order in which they are found.</summary>
    public static List<Term> Terms(Grid[] inputs, Grid[] outputs, ProductionCosts costs, SearchBounds bounds, CancellationToken cancel)
    {
        var terms = new List<Term>();
        new Enumerator(inputs, [.. Seeds.Of(inputs, outputs, costs)], costs, bounds, cancel)
        {
            Found = terms.Add,
            IsDone = _ => false,
        }.Run();
        return terms;
    }

    /// <summary>
    /// Whether a value on an input may be part of an answer. Null where terms are built for their own sake; then no last steps are tried.
    /// </summary>
    public Func<int, SearchType, Value, bool>? IsWanted { get; init; }

    /// <summary>Called for every new term, in a fixed order. It may call <see cref="TryAtOnce"/>.</summary>
    public required Action<Term> Found { get; init; }

    /// <summary>Called now and then with the number of evaluations so far; true to stop.</summary>
    public required Func<long, bool> IsDone { get; init; }

    /// <summary>Candidates that were tried and kept, by cost.</summary>
    public IReadOnlyList<CostBand> Bands =>
        [.. bands.Select((band, i) => new CostBand(i * CostBand.Width, band.Tried, band.Kept)).Where(band => band.Tried > 0)];

    /// <summary>The number of evaluations: values that were computed, each on one input.</summary>
    public long Evaluations => evaluator.Evaluations;

    /// <summary>The number of candidates that were tried.</summary>
    public long Candidates { get; private set; }

    /// <summary>The time spent on building terms.</summary>
    public TimeSpan Building { get; private set; }

    /// <summary>The time spent on last steps.</summary>
    public TimeSpan Finishing { get; private set; }

    /// <summary>The number of terms in the bank.</summary>
    public int Kept => bank.Count;

    /// <summary>The cost up to which every candidate was tried.</summary>
    public int Cost { get; private set; }

    /// <summary>Runs until a bound is reached or everything up to <see cref="MaxCost"/> was tried.</summary>
    public void Run()
    {
        for (var cost = 0; cost <= MaxCost; cost++)
            foreach (var type in Enum.GetValues<SearchType>())
                foreach (var seed in bank.Of(type)[cost].ToArray())
                    Found(seed);
        for (var cost = 1; cost <= MaxCost && phase == Phase.Build; cost++)
        {
            Try(Productions.All, cost);
            if (phase == Phase.Build)
                Cost = cost;
        }
        for (var cost = Cost + 1; cost <= MaxCost && phase == Phase.Finish; cost++)
            Try(LastSteps, cost);
    }

    /// <summary>Tries a candidate before all others, as soon as the current one is done.</summary>
    public void TryAtOnce(CandidateTerm candidate) => urgent.Enqueue(candidate);

    private void Try(IReadOnlyList<Production> productions, int cost)
    {
        phaseEnded = false;
        foreach (var production in productions)
            if (!phaseEnded)
                generator.Generate(production, cost);
        Check();
    }

    /// <summary>Tries a candidate, and then the urgent ones that it led to; false once the phase has ended.</summary>
    private bool TryInOrder(CandidateTerm candidate)
    {
        TryOne(candidate, phase == Phase.Finish ? IsWanted : null);
        while (urgent.TryDequeue(out var next))
            TryOne(next, null);
        if (Candidates >= nextCheck)
            Check();
        return !phaseEnded;
    }

    private void TryOne(CandidateTerm candidate, Func<int, SearchType, Value, bool>? isWanted)
    {
        evaluator.Evaluate(ref candidate, bank, isWanted);
        Add(candidate);
    }

    /// <summary>Looks whether the phase is over.</summary>
    private void Check()
    {
        nextCheck = Candidates + CheckInterval;
        var (spent, next) = (clock.Elapsed - resumed, NextPhase());
        if (phase == Phase.Build)
            Building += spent;
        else
            Finishing += spent;
        (phaseEnded, phase, resumed) = (phaseEnded || next != phase, next, clock.Elapsed);
    }

    private void Add(in CandidateTerm candidate)
    {
        Candidates++;
        ref var band = ref bands[candidate.Cost / CostBand.Width];
        band.Tried++;
        if (candidate.Values is not { } values)
            return;
        var term = new Term(candidate, values);
        if (!bank.Add(term, candidate.Fingerprint))
            return;
        band.Kept++;
        Found(term);
        if (Bank.IsEvictable(term))
            term.Evict(recompute);
    }

    private Value[] Recompute(Term term)
    {
        var values = evaluator.Recompute(term);
        bank.Interner.Intern(term.Type, values);
        return values;
    }

    private Phase NextPhase()
    {
        if (IsOver() || Candidates >= bounds.MaxCandidates || IsDone(Evaluations))
            return Phase.Over;
        if (phase == Phase.Build && bank.Bytes > bounds.MaxBytes)
            return IsWanted is null ? Phase.Over : Phase.Finish;
        return phase;
    }

    private bool IsOver() => phase == Phase.Over || cancel.IsCancellationRequested || clock.Elapsed > bounds.Deadline;
}
