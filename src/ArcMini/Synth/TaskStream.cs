namespace ArcMini.Synth;

/// <summary>
/// An endless stream of tasks in which none comes twice and no program makes up more than a small share, made by several threads in blocks that each have their own seed, so that
/// the stream depends on the seed alone.
/// </summary>
sealed class TaskStream(long seed, int threads, SynthOptions options)
{
    private const int BlockSize = 500;
    private const int FreeRepeats = 8;
    private const int LargestShare = 2000;
    private readonly HashSet<ulong> seen = [];
    private readonly Dictionary<string, int> programs = [];

    /// <summary>Programs drawn so far.</summary>
    public long Drawn { get; private set; }

    /// <summary>Tasks dropped so far because the same grids, or their program too often, had come before.</summary>
    public long Repeated { get; private set; }

    /// <summary>The tasks, in order.</summary>
    public IEnumerable<SyntheticTask> Tasks(CancellationToken cancel = default)
    {
        for (var first = 0L; ; first += threads)
        {
            var blocks = new (List<SyntheticTask> Tasks, long Drawn)[threads];
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i => blocks[i] = Block(first + i, cancel));
            foreach (var (tasks, drawn) in blocks)
            {
                Drawn += drawn;
                foreach (var task in tasks)
                {
                    var times = programs.GetValueOrDefault(task.Text);
                    if (times >= FreeRepeats + seen.Count / LargestShare || !seen.Add(task.Hash))
                    {
                        Repeated++;
                        continue;
                    }
                    programs[task.Text] = times + 1;
                    yield return task;
                }
            }
        }
    }

    private (List<SyntheticTask> Tasks, long Drawn) Block(long index, CancellationToken cancel)
    {
        var maker = new TaskMaker(Dice.Of(seed, index), options);
        var tasks = new List<SyntheticTask>();
        while (tasks.Count < BlockSize)
        {
            cancel.ThrowIfCancellationRequested();
            tasks.AddRange(maker.Next());
        }
        return (tasks, maker.Drawn);
    }
}
