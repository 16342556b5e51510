using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Model;
using ArcMini.Randomness;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposing;
using ArcMini.Solving.Sketching;
using ArcMini.Tasks;

namespace ArcMini.Solving.Proposers;

/// <summary>
/// Proposes the programs that a language model writes for the task: first for the task as it is, then for views of it. The model is asked
/// about as many views at a time as there are threads and memory for; the programs are the same for any number. Where there is no
/// memory for one view, fewer samples are drawn. If no program is trusted, the programs are taken as sketches: other literals and other
/// positions of the task are tried.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="options">How it is asked.</param>
internal sealed class ModelProposer(ProgramModel model, ModelOptions options) : IProposer
{
    /// <summary>The most interpreter steps for filling one sketch. They take some milliseconds.</summary>
    private const long StepsPerSketch = 2_000_000;

    /// <summary>The most interpreter steps for filling all sketches. They take about half a second.</summary>
    private const long StepsForAllSketches = 400_000_000;

    /// <summary>What it costs to type-check a sketch, counted in interpreter steps.</summary>
    private const long CheckSteps = 10_000;

    /// <summary>What the model's library takes in memory to be asked about one view.</summary>
    private const long BytesPerView = 100_000_000;

    /// <summary>What it takes for each sample of a view, where memory is so short that it counts.</summary>
    private const long BytesPerSample = 2_500_000;

    /// <summary>
    /// After the first trusted program, sketches are still filled that are less likely by at most this, in nats. They give other programs
    /// that agree or disagree with the first.
    /// </summary>
    private const double MarginAfterFind = 1;

    /// <inheritdoc/>
    public string Name => ProposerName.Model;

    /// <summary>The model's properties, and what it runs on.</summary>
    public ModelInfo Info => model.Info;

    /// <inheritdoc/>
    public ProposerDetails Propose(ArcTask task, Offers offers, SolveBudget budget, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(budget.Time);
        var needed = (budget.Predictions + SamplingOptions.MostSamples - 1) / SamplingOptions.MostSamples;
        var views = Views(budget.Seed).Take(Math.Clamp(options.Views, needed, budget.Predictions)).ToArray();
        var offered = new HashSet<string>();
        var sketches = new Sketches();
        var candidates = new List<Candidate>();
        var (written, typed) = (0, 0);
        foreach (var (index, sample) in Samples(task, views, budget, stop.Token))
        {
            if (cancel.IsCancellationRequested)
                return default;
            written++;
            if (Parser.TryParse(sample.Text) is not { } parsed)
                continue;
            var recolored = (views[index] with { Turn = 0 }).Undo(parsed);
            sketches.Add(recolored, views[index].Turn, Math.Exp(sample.LogProbability));
            if (Checked(recolored, views[index].Turn) is not { } program)
                continue;
            typed++;
            if (!program.IsSketch && offered.Add(program.Source.ToString()))
                candidates.Add(offers.Offer(new(program, Name, sample.LogProbability)));
        }
        if (!candidates.Any(candidate => candidate.IsTrusted) && !stop.IsCancellationRequested)
            Fill(sketches, task, offers, stop.Token);
        return new(Samples: new(
            budget.Predictions, written, typed, candidates.Count,
            candidates.Count(candidate => candidate.Runs), candidates.Count(candidate => candidate.Verified)));
    }

    /// <summary>
    /// What the model writes, with the index of the view that it is written for. It is asked about the next views only once all samples
    /// of the last ones were taken, and not after cancellation.
    /// </summary>
    private IEnumerable<(int View, ProgramSample Sample)> Samples(ArcTask task, View[] views, SolveBudget budget, CancellationToken cancel)
    {
        var atATime = MemoryRoom.Pieces(budget.Memory, BytesPerView, Math.Min(budget.Threads, Environment.ProcessorCount));
        var samplesAtATime = MemoryRoom.Pieces(budget.Memory, BytesPerSample, SamplingOptions.MostSamples);
        foreach (var round in Enumerable.Range(0, views.Length).Chunk(atATime))
        {
            var requests = round.Select(i => Task.Run(() => Ask(task, views, i, samplesAtATime, budget, cancel))).ToArray();
            var answers = Task.WhenAll(requests).GetAwaiter().GetResult();
            foreach (var (index, samples) in round.Zip(answers))
                foreach (var sample in samples)
                    yield return (index, sample);
            if (cancel.IsCancellationRequested)
                yield break;
        }
    }

    private IReadOnlyList<ProgramSample> Ask(ArcTask task, View[] views, int index, int most, SolveBudget budget, CancellationToken cancel)
    {
        var seen = views[index].Of(task);
        var samples = budget.Predictions / views.Length + (index < budget.Predictions % views.Length ? 1 : 0);
        var test = seen.Tests[index % seen.Tests.Count].Input;
        return model.Write(seen.Pairs, test, Math.Min(samples, most), options, budget.Seed + (ulong)index, cancel);
    }

    /// <summary>Offers the sketches with literals that reproduce all pairs, the most probable sketch first.</summary>
    private void Fill(Sketches sketches, ArcTask task, Offers offers, CancellationToken cancel)
    {
        var filler = new HoleFiller(task, cancel);
        var (left, lowest) = (StepsForAllSketches, double.NegativeInfinity);
        try
        {
            foreach (var scored in sketches.Likeliest.TakeWhile(scored => left > 0 && scored.LogProbability >= lowest))
            {
                left -= CheckSteps;
                if (Checked(scored.Program, scored.Turn) is not { } sketch)
                    continue;
                var steps = Math.Min(left, StepsPerSketch);
                left -= steps;
                if (filler.Fill(sketch, ref steps) is { } filled && offers.Offer(new(filled, Name, scored.LogProbability)).IsTrusted)
                    lowest = Math.Max(lowest, scored.LogProbability - MarginAfterFind);
                left += steps;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
    }

    /// <summary>The program for the task as given that was written for a position of it; null if it does not type-check.</summary>
    private static CheckedProgram? Checked(ArcProgram program, int turn) =>
        Checker.TryCheck((View.Plain with { Turn = turn }).Undo(program));

    /// <summary>
    /// First the task as it is, then random views without end. Each eight views have the eight rigid motions in random order (the first
    /// seven lack the motion of the task as it is). Black stays black.
    /// </summary>
    private static IEnumerable<View> Views(ulong seed)
    {
        var random = new SeededRandom(seed);
        yield return View.Plain;
        var turns = random.Shuffle(Enumerable.Range(1, View.Turns - 1));
        while (true)
        {
            foreach (var turn in turns)
                yield return new(turn, [0, .. random.Shuffle(Enumerable.Range(1, Color.Count - 1)).Select(color => (byte)color)]);
            turns = random.Shuffle(Enumerable.Range(0, View.Turns));
        }
    }
}
