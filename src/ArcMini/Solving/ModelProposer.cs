using ArcMini.Search;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Model;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>
/// Proposes what a language model writes when it is shown the task: as it is, then turned and in other colours. As many views
/// are asked about at once as there are threads; the programs are the same for any number of threads.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="options">How it is asked.</param>
sealed class ModelProposer(ProgramModel model, ModelOptions options) : IProposer
{
    /// <summary>The name that <c>--proposers</c> knows it by.</summary>
    public const string ProposerName = "model";

    private const int MostHoles = 2;
    private static readonly TimeSpan FillTime = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    public string Name => ProposerName;

    /// <summary>What the model is and what runs it.</summary>
    public ModelInfo Info => model.Info;

    /// <inheritdoc/>
    public SearchReport? Propose(ArcTask task, IReadOnlyCollection<Candidate> tried, Effort effort, Func<Proposal, bool> offer, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(effort.Time);
        var views = Views(effort.Seed).Take(Math.Min(options.Views, effort.Predictions)).ToArray();
        var offered = new HashSet<string>();
        foreach (var round in Enumerable.Range(0, views.Length).Chunk(effort.Threads))
        {
            var asked = round.Select(i => Task.Run(() => Ask(task, views, i, effort, stop.Token))).ToArray();
            foreach (var proposal in Task.WhenAll(asked).GetAwaiter().GetResult().SelectMany(proposals => proposals))
            {
                if (stop.IsCancellationRequested)
                    return null;
                if (offered.Add(proposal.Program.Source.ToString()))
                    offer(proposal);
            }
        }
        return null;
    }

    private List<Proposal> Ask(ArcTask task, View[] views, int index, Effort effort, CancellationToken cancel)
    {
        var view = views[index];
        var seen = view.Of(task);
        var samples = effort.Predictions / views.Length + (index < effort.Predictions % views.Length ? 1 : 0);
        var test = seen.Tests[index % seen.Tests.Count].Input;
        var proposals = new List<Proposal>();
        foreach (var draft in model.Write(seen.Pairs, test, samples, options, effort.Seed + (ulong)index, cancel))
            if (Program(draft.Text, view, task, cancel) is { } program)
                proposals.Add(new(program, Name, draft.LogProbability));
        return proposals;
    }

    /// <summary>The program for the task as given, a sketch filled; null where the text is no program, or a sketch that no literals make right.</summary>
    private static CheckedProgram? Program(string text, View view, ArcTask task, CancellationToken cancel)
    {
        try
        {
            var program = Checker.Check(view.Undo(Parser.Parse(text)));
            return !program.IsSketch ? program : program.Holes.Count <= MostHoles ? Filler.Fill(program, task, FillTime, cancel) : null;
        }
        catch (Exception error) when (error is DslException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The task as it is, then views of it drawn by chance: each rigid motion once in eight, the background left black.</summary>
    private static IEnumerable<View> Views(ulong seed)
    {
        var dice = new Dice(seed);
        yield return View.Plain;
        for (int[] turns = [.. dice.Shuffle(Enumerable.Range(1, View.Turns - 1))]; ; turns = dice.Shuffle(Enumerable.Range(0, View.Turns)))
            foreach (var turn in turns)
                yield return new(turn, [0, .. dice.Shuffle(Enumerable.Range(1, 9)).Select(color => (byte)color)]);
    }
}
