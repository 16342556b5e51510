using System.Diagnostics;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Repairing;

/// <summary>
/// Mends near misses: tries single edits of all of them in the order of cost, and edits again what an edit brought nearer. Edits
/// are tried in batches by all threads and their results taken in order, so that what is found does not depend on timing.
/// </summary>
/// <param name="task">The task.</param>
/// <param name="weights">What steps cost.</param>
/// <param name="effort">What may be spent.</param>
/// <param name="cancel">Ends it.</param>
internal sealed class Repairer(ArcTask task, ProductionCosts weights, SolveBudget effort, CancellationToken cancel)
{
    private const int BatchSize = 256;

    /// <summary>How many near misses are taken of those that were offered, and edited in all.</summary>
    private const int Offered = 30, Edited = 3_000;

    /// <summary>How many edits in a row.</summary>
    private const int MostEdits = 3;

    /// <summary>What it costs to choose a place in a program, in tenths of a nat.</summary>
    private const int Place = 20;

    /// <summary>What being wrong on all pairs, and explaining nothing, count in the order of trying.</summary>
    private const double Wrong = 60, Unexplained = 60;

    /// <summary>What a doubling of a near miss's steps counts: a slow one takes the time of many.</summary>
    private const double Slow = 8;

    /// <summary>How much more than the first find an edit may cost that is still tried, for other programs that agree or disagree with it.</summary>
    private const int AfterFind = 10;

    /// <summary>The part of the time that choosing near misses and filling the bank may each take.</summary>
    private const double Preparation = 0.25;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Edits patches = new(task, weights, effort.Time * Preparation, cancel);
    private readonly PriorityQueue<PendingEdits, (int Cost, int Number)> queue = new();
    private readonly HashSet<ulong> seen = [];
    private readonly Run[] runs = [.. Enumerable.Range(0, effort.Threads).Select(_ => new Run(new Budget(Limits.Default), 256))];
    private long candidates;
    private int queued;

    /// <summary>Tries edits until the effort is spent; <paramref name="found"/> gets every program that reproduces all pairs.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Repair(IReadOnlyCollection<Proposal> proposals, Action<NearMiss> found)
    {
        foreach (var miss in Nearest(proposals))
            Enqueue(miss);
        var last = int.MaxValue;
        while (queue.TryPeek(out _, out var next) && next.Cost <= last && candidates < effort.MaxCandidates && clock.Elapsed < effort.Time)
        {
            var batch = Dequeue((int)Math.Min(BatchSize, effort.MaxCandidates - candidates));
            candidates += batch.Length;
            foreach (var (trial, result) in batch.Zip(Try(batch)))
                if (result is { IsRight: true })
                {
                    found(result with { Program = Shortened(result.Program) });
                    last = Math.Min(last, trial.Cost + AfterFind);
                }
                else if (result is { Edits: < MostEdits })
                {
                    Enqueue(result);
                }
            cancel.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The programs that come nearest.</summary>
    private IEnumerable<NearMiss> Nearest(IReadOnlyCollection<Proposal> proposals)
    {
        var until = clock.Elapsed + effort.Time * Preparation;
        return proposals.TakeWhile(_ => clock.Elapsed < until)
            .Select(proposal => NearMiss.Of(proposal.Program, task, (int)(-10 * proposal.LogProbability), cancel))
            .Where(miss => miss.Explained > 0)
            .OrderByDescending(miss => miss.PairsRight).ThenByDescending(miss => miss.Explained).ThenBy(miss => miss.Program.Source.Nodes)
            .DistinctBy(miss => miss.Behaviour)
            .Take(Offered);
    }

    private void Enqueue(NearMiss miss)
    {
        if (seen.Count >= Edited || !seen.Add(miss.Behaviour))
            return;
        var start = miss.Cost + miss.Program.Source.Nodes
            + (int)(Wrong * (1 - (double)miss.PairsRight / task.Pairs.Count) + Unexplained * (1 - miss.Explained) + Slow * Math.Log2(1 + miss.Steps / 5000.0));
        foreach (var site in EditSite.Of(miss.Program))
            foreach (var list in (IReadOnlyList<Edit>[])[patches.At(site), patches.Values(site.Type), patches.Steps(site)])
                Enqueue(new PendingEdits(miss, site, list, start));
        Enqueue(new PendingEdits(miss, EditSite.Whole(miss.Program), patches.Results(miss.Program.Source), start));
    }

    private void Enqueue(PendingEdits trials)
    {
        if (!trials.IsOver)
            queue.Enqueue(trials, (trials.Cost, queued++));
    }

    private PendingEdit[] Dequeue(int size)
    {
        var batch = new List<PendingEdit>(size);
        while (batch.Count < size && queue.TryDequeue(out var trials, out _))
        {
            batch.Add(trials.Take());
            Enqueue(trials);
        }
        return [.. batch];
    }

    private NearMiss?[] Try(PendingEdit[] batch)
    {
        var results = new NearMiss?[batch.Length];
        if (runs.Length == 1)
            TryShare(0);
        else
            Parallel.For(0, runs.Length, new ParallelOptions { MaxDegreeOfParallelism = runs.Length }, TryShare);
        return results;

        void TryShare(int thread)
        {
            for (var i = thread; i < batch.Length && !cancel.IsCancellationRequested; i += runs.Length)
                results[i] = Try(batch[i], runs[thread]);
        }
    }

    /// <summary>What an edit makes of a near miss, null where that is no better. Most edits are given up after one pair.</summary>
    private NearMiss? Try(PendingEdit trial, Run run)
    {
        var (miss, site, patch, _) = trial;
        if ((patch.Values is null ? site.With(patch.Make(site.Old)) : site.Sketch) is not { } program)
            return null;
        var outcomes = new Outcome[task.Pairs.Count];
        foreach (var pair in miss.Order)
        {
            run.Budget.Reset(new(50_000 + 4 * miss.Steps, 50_000 + 4 * miss.Steps));
            outcomes[pair] = patch.Values is null ? program.Execute(task.Pairs[pair].Input, run) : program.Execute(task.Pairs[pair].Input, run, null, patch.Values[pair]);
            if (pair == miss.Order[0] && NearMiss.Close(task.Pairs[pair], outcomes[pair].Output) <= miss.Closeness[pair])
                return null;
        }
        var result = NearMiss.Of(program, task, outcomes, miss.Cost + Place + patch.Cost, miss.Edits + 1);
        if (!result.Beats(miss))
            return null;
        return patch.Values is null ? result : site.With(patch.Make(site.Old)) is { } written ? result with { Program = written } : null;
    }

    /// <summary>The program without what it can do without on the pairs: variables that nothing uses, and steps.</summary>
    private CheckedProgram Shortened(CheckedProgram program) =>
        Shorter(program).OfType<CheckedProgram>().FirstOrDefault(shorter => NearMiss.Of(shorter, task, 0, cancel).IsRight) is { } found ? Shortened(found) : program;

    private static IEnumerable<CheckedProgram?> Shorter(CheckedProgram program) =>
        program.Source.Bindings.Select(binding => Checker.TryCheck(program.Source with { Bindings = [.. program.Source.Bindings.Where(other => other != binding)] }))
            .Concat(EditSite.Of(program).SelectMany(site => Edits.Parts(site).Select(site.With)));

    /// <summary>One edit to be tried.</summary>
    private readonly record struct PendingEdit(NearMiss Miss, EditSite Site, Edit Patch, int Cost);

    /// <summary>Edits of one place of a near miss that are still to be tried, cheapest first.</summary>
    private sealed class PendingEdits(NearMiss miss, EditSite site, IReadOnlyList<Edit> patches, int start)
    {
        private int next;

        /// <summary>Whether all were taken.</summary>
        public bool IsOver => next == patches.Count;

        /// <summary>Where the next one stands in the order of trying.</summary>
        public int Cost => start + patches[next].Cost;

        /// <summary>Takes the next one.</summary>
        public PendingEdit Take()
        {
            var cost = Cost;
            return new(miss, site, patches[next++], cost);
        }
    }
}
