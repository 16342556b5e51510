using ArcMini.Randomness;

namespace ArcMini.Synth;

/// <summary>
/// An endless stream of tasks. No task comes twice, and no program makes up more than a small share of it. Several threads make it in
/// blocks.
/// </summary>
/// <param name="seed">The seed. Each block has a generator of its own, so the stream depends on the seed alone.</param>
/// <param name="threads">The number of threads.</param>
/// <param name="options">What is wanted of the tasks.</param>
internal sealed class TaskStream(long seed, int threads, SynthOptions options)
{
    /// <summary>The least number of tasks in a block.</summary>
    private const int BlockSize = 500;

    /// <summary>A program comes at most so often, and once more for each <see cref="TasksPerRepeat"/> tasks.</summary>
    private const int FreeRepeats = 3;
    private const int TasksPerRepeat = 20_000;

    private readonly HashSet<ulong> seen = [];
    private readonly Dictionary<string, int> programs = [];
    private readonly SeedPrograms seeds = new(options.LeftOut ?? new HashSet<string>());

    /// <summary>The outcomes for the programs drawn so far.</summary>
    public Tally Tally { get; } = new();

    /// <summary>The tasks, in order.</summary>
    public IEnumerable<SyntheticTask> Tasks(CancellationToken cancel = default)
    {
        for (var first = 0L; ; first += threads)
        {
            var blocks = new (List<SyntheticTask> Tasks, Tally Tally)[threads];
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
            Parallel.For(0, threads, parallel, i => blocks[i] = Block(first + i, cancel));
            foreach (var (tasks, tally) in blocks)
            {
                Tally.Add(tally);
                foreach (var task in tasks)
                {
                    var times = programs.GetValueOrDefault(task.Text);
                    if (times >= FreeRepeats + seen.Count / TasksPerRepeat || !seen.Add(task.Hash))
                    {
                        Tally.Add(DrawOutcome.Kept, -1);
                        Tally.Add(DrawOutcome.Repeated);
                        continue;
                    }
                    programs[task.Text] = times + 1;
                    yield return task;
                }
            }
        }
    }

    private (List<SyntheticTask> Tasks, Tally Tally) Block(long index, CancellationToken cancel)
    {
        var maker = new TaskMaker(SeededRandom.Of(seed, index), options, seeds);
        var tasks = new List<SyntheticTask>();
        while (tasks.Count < BlockSize)
        {
            cancel.ThrowIfCancellationRequested();
            tasks.AddRange(maker.Next());
        }
        return (tasks, maker.Tally);
    }
}
