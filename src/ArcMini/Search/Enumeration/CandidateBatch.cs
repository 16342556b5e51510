using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Enumeration;

/// <summary>Trials that are evaluated together: other threads take a few at a time, and so does the thread that waits for them, as long as any are left.</summary>
internal sealed class CandidateBatch
{
    private const int Size = 1024;
    private const int ShareSize = 64;

    private readonly CandidateTerm[] trials = new CandidateTerm[Size];
    private Action<CandidateEvaluator> evaluate = _ => { };
    private Task[] others = [];
    private int count;
    private int taken;

    /// <summary>Whether it has no room for another trial.</summary>
    public bool IsFull => count == Size;

    /// <summary>The trials.</summary>
    public Span<CandidateTerm> Candidates => trials.AsSpan(0, count);

    /// <summary>Adds a trial.</summary>
    public void Add(in CandidateTerm trial) => trials[count++] = trial;

    /// <summary>Hands the trials to the workers, each on a thread of its own.</summary>
    /// <param name="workers">Who evaluates, beside the one that finishes.</param>
    /// <param name="bank">What is known already.</param>
    /// <param name="wanted">Whether a value on an input is of use; null where all are.</param>
    /// <param name="isOver">Whether to leave the rest.</param>
    public void Start(IEnumerable<CandidateEvaluator> workers, Bank bank, Func<int, SearchType, Value, bool>? wanted, Func<bool> isOver)
    {
        evaluate = worker =>
        {
            while (Interlocked.Add(ref taken, ShareSize) - ShareSize is var start && start < count && !isOver())
                foreach (ref var trial in trials.AsSpan(start..Math.Min(start + ShareSize, count)))
                    worker.Evaluate(ref trial, bank, wanted);
        };
        others = count == 0 ? [] : [.. workers.Select(worker => Task.Run(() => evaluate(worker)))];
    }

    /// <summary>Returns once all trials are evaluated, with a worker's help for those that nobody has taken.</summary>
    public void Finish(CandidateEvaluator worker)
    {
        evaluate(worker);
        Task.WaitAll(others);
    }

    /// <summary>Takes all trials out.</summary>
    public void Clear()
    {
        Candidates.Clear();
        (count, taken) = (0, 0);
    }
}
