using ArcMini.Randomness;

namespace ArcMini.Synth;

/// <summary>
/// An endless stream of tasks in which none comes twice and no program makes up more than a small share, made by several threads in blocks that each have their own seed, so that
/// the stream depends on the seed alone.
/// </summary>
internal sealed class TaskStream(long seed, int threads, SynthOptions options)
{
    private const int BlockSize = 500;
    private const int FreeRepeats = 3;
    private const int LargestShare = 20_000;
    private readonly HashSet<ulong> seen = [];
    private readonly Dictionary<string, int> programs = [];
    private readonly SeedPrograms seeds = new(options.LeftOut ?? new HashSet<string>());

    /// <summary>What became of the programs drawn so far.</summary>
    public Tally Tally { get; } = new();

    /// <summary>The tasks, in order.</summary>
    public IEnumerable<SyntheticTask> Tasks(CancellationToken cancel = default)
    {
        for (var first = 0L; ; first += threads)
        {
            var blocks = new (List<SyntheticTask> Tasks, Tally Tally)[threads];
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i => blocks[i] = Block(first + i, cancel));
            foreach (var (tasks, tally) in blocks)
            {
                Tally.Add(tally);
                foreach (var task in tasks)
                {
                    var times = programs.GetValueOrDefault(task.Text);
                    if (times >= FreeRepeats + seen.Count / LargestShare || !seen.Add(task.Hash))
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
