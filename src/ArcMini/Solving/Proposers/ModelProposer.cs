using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Model;
using ArcMini.Randomness;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposing;
using ArcMini.Solving.Sketching;
using ArcMini.Tasks;

namespace ArcMini.Solving.Proposers;

/// <summary>
/// Proposes what a language model writes when it is shown the task: as it is, then turned and in other colours. As many views
/// are asked about at once as there are threads; the programs are the same for any number of threads. Where none of them is right,
/// what was written is taken for a sketch: other literals, and other positions of the task, are tried.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="options">How it is asked.</param>
internal sealed class ModelProposer(ProgramModel model, ModelOptions options) : IProposer
{
    /// <summary>The name that <c>--proposers</c> knows it by.</summary>
    public const string ProposerName = "model";

    /// <summary>The most interpreter steps for filling sketches, of one and of all of them: some milliseconds, and about half a second.</summary>
    private const long SketchSteps = 2_000_000, FillSteps = 400_000_000;

    /// <summary>What checking a sketch counts, in steps.</summary>
    private const long CheckSteps = 10_000;

    /// <summary>How much less likely than the first right one a sketch may be that is still filled, for other programs that agree or disagree with it.</summary>
    private const double AfterFind = 1;

    /// <inheritdoc/>
    public string Name => ProposerName;

    /// <summary>What the model is and what runs it.</summary>
    public ModelInfo Info => model.Info;

    /// <inheritdoc/>
    public ProposerDetails Propose(ArcTask task, IReadOnlyCollection<Candidate> tried, SolveBudget effort, Func<Proposal, Candidate> offer, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(effort.Time);
        var needed = (effort.Predictions + SamplingOptions.MostSamples - 1) / SamplingOptions.MostSamples;
        var views = Views(effort.Seed).Take(Math.Clamp(options.Views, needed, effort.Predictions)).ToArray();
        var offered = new HashSet<string>();
        var shapes = new Sketches();
        var candidates = new List<Candidate>();
        var (written, typed) = (0, 0);
        foreach (var round in Enumerable.Range(0, views.Length).Chunk(effort.Threads))
        {
            var asked = round.Select(i => Task.Run(() => Ask(task, views, i, effort, stop.Token))).ToArray();
            var drafts = Task.WhenAll(asked).GetAwaiter().GetResult();
            foreach (var (index, text, logProbability) in round.Zip(drafts).SelectMany(pair => pair.Second.Select(draft => (pair.First, draft.Text, draft.LogProbability))))
            {
                if (cancel.IsCancellationRequested)
                    return default;
                written++;
                if (Parser.TryParse(text) is not { } parsed)
                    continue;
                var recolored = (views[index] with { Turn = 0 }).Undo(parsed);
                shapes.Add(recolored, views[index].Turn, Math.Exp(logProbability));
                if (Checked(recolored, views[index].Turn) is not { } program)
                    continue;
                typed++;
                if (!program.IsSketch && offered.Add(program.Source.ToString()))
                    candidates.Add(offer(new(program, Name, logProbability)));
            }
            if (stop.IsCancellationRequested)
                break;
        }
        if (!candidates.Any(candidate => candidate.IsTrusted) && !stop.IsCancellationRequested)
            Fill(shapes, task, offer, stop.Token);
        return new(Samples: new(effort.Predictions, written, typed, candidates.Count, candidates.Count(candidate => candidate.Runs), candidates.Count(candidate => candidate.Verified)));
    }

    private IReadOnlyList<ProgramSample> Ask(ArcTask task, View[] views, int index, SolveBudget effort, CancellationToken cancel)
    {
        var seen = views[index].Of(task);
        var samples = effort.Predictions / views.Length + (index < effort.Predictions % views.Length ? 1 : 0);
        var test = seen.Tests[index % seen.Tests.Count].Input;
        return model.Write(seen.Pairs, test, samples, options, effort.Seed + (ulong)index, cancel);
    }

    /// <summary>Offers the shapes with literals that make them right, the most probable first.</summary>
    private void Fill(Sketches shapes, ArcTask task, Func<Proposal, Candidate> offer, CancellationToken cancel)
    {
        var filler = new HoleFiller(task, cancel);
        var (left, last) = (FillSteps, double.NegativeInfinity);
        try
        {
            foreach (var shape in shapes.Likeliest.TakeWhile(shape => left > 0 && shape.LogProbability >= last))
            {
                left -= CheckSteps;
                if (Checked(shape.Sketch, shape.Turn) is not { } sketch)
                    continue;
                var steps = Math.Min(left, SketchSteps);
                left -= steps;
                if (filler.Fill(sketch, ref steps) is { } filled && offer(new(filled, Name, shape.LogProbability)).IsTrusted)
                    last = Math.Max(last, shape.LogProbability - AfterFind);
                left += steps;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
    }

    /// <summary>A program that was written for the task in a position, as one for the task as given; null where it does not type-check.</summary>
    private static CheckedProgram? Checked(ArcProgram program, int turn) =>
        Checker.TryCheck((View.Plain with { Turn = turn }).Undo(program));

    /// <summary>The task as it is, then views of it drawn by chance: each rigid motion once in eight, the background left black.</summary>
    private static IEnumerable<View> Views(ulong seed)
    {
        var dice = new SeededRandom(seed);
        yield return View.Plain;
        for (int[] turns = [.. dice.Shuffle(Enumerable.Range(1, View.Turns - 1))]; ; turns = dice.Shuffle(Enumerable.Range(0, View.Turns)))
            foreach (var turn in turns)
                yield return new(turn, [0, .. dice.Shuffle(Enumerable.Range(1, 9)).Select(color => (byte)color)]);
    }
}
