using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>Trials that are evaluated together: other threads take a few at a time, and so does the thread that waits for them, as long as any are left.</summary>
internal sealed class Batch
{
    private const int Size = 1024;
    private const int ShareSize = 64;

    private readonly Trial[] trials = new Trial[Size];
    private Action<Worker> evaluate = _ => { };
    private Task[] others = [];
    private int count;
    private int taken;

    /// <summary>Whether it has no room for another trial.</summary>
    public bool IsFull => count == Size;

    /// <summary>The trials.</summary>
    public Span<Trial> Trials => trials.AsSpan(0, count);

    /// <summary>Adds a trial.</summary>
    public void Add(in Trial trial) => trials[count++] = trial;

    /// <summary>Hands the trials to the workers, each on a thread of its own.</summary>
    /// <param name="workers">Who evaluates, beside the one that finishes.</param>
    /// <param name="bank">What is known already.</param>
    /// <param name="wanted">Whether a value on an input is of use; null where all are.</param>
    /// <param name="isOver">Whether to leave the rest.</param>
    public void Start(IEnumerable<Worker> workers, Bank bank, Func<int, Kind, Value, bool>? wanted, Func<bool> isOver)
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
    public void Finish(Worker worker)
    {
        evaluate(worker);
        Task.WaitAll(others);
    }

    /// <summary>Takes all trials out.</summary>
    public void Clear()
    {
        Trials.Clear();
        (count, taken) = (0, 0);
    }
}
