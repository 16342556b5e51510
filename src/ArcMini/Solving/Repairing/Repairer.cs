using System.Diagnostics;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Repairing;

/// <summary>
/// Repairs programs that are nearly right. It tries single edits of all of them in the order of cost. A program that an edit brings
/// nearer is edited again. Edits are tried in batches by all threads, and the results are taken in the order of the batch, so the
/// programs found do not depend on timing.
/// </summary>
/// <param name="task">The task.</param>
/// <param name="costs">The costs of productions.</param>
/// <param name="budget">What may be spent.</param>
/// <param name="cancel">Ends the work.</param>
internal sealed class Repairer(ArcTask task, ProductionCosts costs, SolveBudget budget, CancellationToken cancel)
{
    private const int BatchSize = 256;

    /// <summary>How many of the offered programs are edited.</summary>
    private const int MaxOffered = 30;

    /// <summary>How many programs are edited in all.</summary>
    private const int MaxEdited = 3_000;

    /// <summary>The most edits of one program, one after the other.</summary>
    private const int MaxEdits = 3;

    /// <summary>The cost of choosing a place in a program. This and all costs below are on the <see cref="CostScale"/>.</summary>
    private const int SiteCost = 20;

    /// <summary>What a program that is wrong on all pairs costs in the order of trying.</summary>
    private const double WrongCost = 60;

    /// <summary>What a program that explains nothing costs in the order of trying.</summary>
    private const double UnexplainedCost = 60;

    /// <summary>
    /// What each doubling of a program's steps costs in the order of trying. One slow program takes the time of many fast ones.
    /// </summary>
    private const double SlownessCost = 8;

    /// <summary>The number of steps from which on a program counts as slow.</summary>
    private const double FastSteps = 5000;

    /// <summary>
    /// After the first find, edits are still tried that cost at most so much more. They give other programs that agree or disagree.
    /// </summary>
    private const int MarginAfterFind = 10;

    /// <summary>The share of the time that choosing near misses may take, and the share that filling the bank may take.</summary>
    private const double PreparationShare = 0.25;

    /// <summary>The limit of an edited program's steps, and of its cells, if the near miss takes no steps.</summary>
    private const long BaseLimit = 50_000;

    /// <summary>What each step of the near miss adds to that limit.</summary>
    private const long LimitPerStep = 4;

    /// <summary>The number of variables for which a run has space from the start.</summary>
    private const int InitialVariables = 256;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Edits edits = new(task, costs, budget.Time * PreparationShare, budget.Memory, cancel);
    private readonly PriorityQueue<PendingEdits, (int Cost, int Number)> queue = new();
    private readonly HashSet<ulong> seen = [];
    private readonly Run[] runs =
        [.. Enumerable.Range(0, budget.Threads).Select(_ => new Run(new Budget(Limits.Default), InitialVariables))];

    private long candidates;
    private int queued;

    private bool HasBudget => candidates < budget.MaxCandidates && clock.Elapsed < budget.Time;

    /// <summary>Tries edits until the budget is spent.</summary>
    /// <param name="proposals">The programs that were offered.</param>
    /// <param name="found">Gets every program that reproduces all pairs.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Repair(IReadOnlyCollection<Proposal> proposals, Action<NearMiss> found)
    {
        foreach (var miss in Nearest(proposals))
            Enqueue(miss);
        var maxCost = int.MaxValue;
        while (HasBudget && queue.TryPeek(out _, out var next) && next.Cost <= maxCost)
        {
            var batch = Dequeue((int)Math.Min(BatchSize, budget.MaxCandidates - candidates));
            candidates += batch.Length;
            foreach (var (pending, result) in batch.Zip(Try(batch)))
                if (result is { IsRight: true })
                {
                    found(result with { Program = Shortened(result.Program) });
                    maxCost = Math.Min(maxCost, pending.Cost + MarginAfterFind);
                }
                else if (result is { EditCount: < MaxEdits })
                {
                    Enqueue(result);
                }
            cancel.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The offered programs that come nearest, one for each behaviour.</summary>
    private IEnumerable<NearMiss> Nearest(IReadOnlyCollection<Proposal> proposals)
    {
        var until = clock.Elapsed + budget.Time * PreparationShare;
        return proposals.TakeWhile(_ => clock.Elapsed < until)
            .Select(proposal => NearMiss.Of(proposal.Program, task, CostScale.OfNats(-proposal.LogProbability), cancel))
            .Where(miss => miss.Explained > 0)
            .OrderByDescending(miss => miss.PairsRight).ThenByDescending(miss => miss.Explained).ThenBy(miss => miss.Program.Source.Nodes)
            .DistinctBy(miss => miss.Behaviour)
            .Take(MaxOffered);
    }

    /// <summary>Adds all edits of a near miss to the queue, unless another with the same behaviour was added before.</summary>
    private void Enqueue(NearMiss miss)
    {
        if (seen.Count >= MaxEdited || !seen.Add(miss.Behaviour))
            return;
        var start = miss.Cost + miss.Program.Source.Nodes + ExtraCost(miss);
        foreach (var site in EditSite.Of(miss.Program))
            foreach (var list in (IReadOnlyList<Edit>[])[edits.At(site), edits.Values(site.Type), edits.Steps(site)])
                Enqueue(new PendingEdits(miss, site, list, start));
        Enqueue(new PendingEdits(miss, EditSite.Whole(miss.Program), edits.Results(miss.Program.Source), start));
    }

    private int ExtraCost(NearMiss miss) => (int)(WrongCost * (1 - (double)miss.PairsRight / task.Pairs.Count)
        + UnexplainedCost * (1 - miss.Explained) + SlownessCost * Math.Log2(1 + miss.Steps / FastSteps));

    private void Enqueue(PendingEdits pending)
    {
        if (!pending.IsEmpty)
            queue.Enqueue(pending, (pending.Cost, queued++));
    }

    private PendingEdit[] Dequeue(int size)
    {
        var batch = new List<PendingEdit>(size);
        while (batch.Count < size && queue.TryDequeue(out var pending, out _))
        {
            batch.Add(pending.Take());
            Enqueue(pending);
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

    /// <summary>The program after an edit; null if it is no better. Most edits are given up after one pair.</summary>
    private NearMiss? Try(PendingEdit pending, Run run)
    {
        var (miss, site, edit, _) = pending;
        if ((edit.Values is null ? site.With(edit.Make(site.Old)) : site.Sketch) is not { } program)
            return null;
        var limit = BaseLimit + LimitPerStep * miss.Steps;
        var outcomes = new Outcome[task.Pairs.Count];
        foreach (var i in miss.Order)
        {
            var pair = task.Pairs[i];
            run.Budget.Reset(new(limit, limit));
            outcomes[i] = edit.Values is null ? program.Execute(pair.Input, run) : program.Execute(pair.Input, run, null, edit.Values[i]);
            if (i == miss.Order[0] && NearMiss.ClosenessOf(pair, outcomes[i].Output) <= miss.Closeness[i])
                return null;
        }
        var result = NearMiss.Of(program, task, outcomes, miss.Cost + SiteCost + edit.Cost, miss.EditCount + 1);
        if (!result.Beats(miss))
            return null;
        return edit.Values is null ? result : site.With(edit.Make(site.Old)) is { } written ? result with { Program = written } : null;
    }

    /// <summary>The program without the variables and steps that it does not need to reproduce the pairs.</summary>
    private CheckedProgram Shortened(CheckedProgram program)
    {
        var shorter = Shorter(program).OfType<CheckedProgram>().FirstOrDefault(shorter => NearMiss.Of(shorter, task, 0, cancel).IsRight);
        return shorter is null ? program : Shortened(shorter);
    }

    /// <summary>The program with one variable or one step left out; null where that does not type-check.</summary>
    private static IEnumerable<CheckedProgram?> Shorter(CheckedProgram program)
    {
        var source = program.Source;
        return source.Bindings
            .Select(binding => Checker.TryCheck(source with { Bindings = [.. source.Bindings.Where(other => other != binding)] }))
            .Concat(EditSite.Of(program).SelectMany(site => Edits.Parts(site).Select(site.With)));
    }
}
