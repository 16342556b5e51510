using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Enumeration;

/// <summary>
/// Candidates that are evaluated together. Each thread takes a few at a time until none are left; the thread that waits for the others
/// helps.
/// </summary>
internal sealed class CandidateBatch
{
    /// <summary>The most candidates of a batch.</summary>
    public const int Size = 1024;

    private const int ShareSize = 64;

    private readonly CandidateTerm[] candidates = new CandidateTerm[Size];
    private Action<CandidateEvaluator> evaluate = _ => { };
    private Task[] others = [];
    private int count;
    private int taken;

    /// <summary>Whether there is no room for another candidate.</summary>
    public bool IsFull => count == Size;

    /// <summary>The candidates.</summary>
    public Span<CandidateTerm> Candidates => candidates.AsSpan(0, count);

    /// <summary>Adds a candidate.</summary>
    public void Add(in CandidateTerm candidate) => candidates[count++] = candidate;

    /// <summary>Starts the evaluation, each evaluator on a thread of its own.</summary>
    /// <param name="evaluators">The evaluators, without the one that <see cref="Finish"/> is given.</param>
    /// <param name="bank">The known terms.</param>
    /// <param name="isWanted">Whether a value on an input is of use; null where all are.</param>
    /// <param name="isOver">Whether to leave the rest.</param>
    public void Start(
        IEnumerable<CandidateEvaluator> evaluators, Bank bank, Func<int, SearchType, Value, bool>? isWanted, Func<bool> isOver)
    {
        evaluate = evaluator =>
        {
            while (Interlocked.Add(ref taken, ShareSize) - ShareSize is var start && start < count && !isOver())
                foreach (ref var candidate in candidates.AsSpan(start..Math.Min(start + ShareSize, count)))
                    evaluator.Evaluate(ref candidate, bank, isWanted);
        };
        others = count == 0 ? [] : [.. evaluators.Select(evaluator => Task.Run(() => evaluate(evaluator)))];
    }

    /// <summary>Evaluates what no thread has taken, and returns once all candidates are evaluated.</summary>
    public void Finish(CandidateEvaluator evaluator)
    {
        evaluate(evaluator);
        Task.WaitAll(others);
    }

    /// <summary>Removes all candidates.</summary>
    public void Clear()
    {
        Candidates.Clear();
        (count, taken) = (0, 0);
    }
}
