using System.Diagnostics;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Stacking;
using ArcMini.Search.Terms;

namespace ArcMini.Search;

/// <summary>
/// One search for programs of one task. It enumerates terms in the order of cost, tells each to the learners, and stacks pieces now and
/// then. It finds the cheapest programs that give all demonstration outputs, one for each different set of answers on the tests.
/// </summary>
internal sealed class Searcher : IFindings
{
    /// <summary>
    /// The names of the learners, which can be switched off, in the order in which they are told a term. A term is a piece itself before
    /// others make pieces of it. A constant, because the text of <c>--help</c> has to be one.
    /// </summary>
    public const string Parts =
        "recolor, color-map, item-selection, ink-color, arrangement, tally, legend, conditional-join, stack, cell-rule, stamp, "
        + "item-piece, item-step, placement, goal";

    private const string StackPart = "stack";

    /// <summary>The part that completes a program if no learner does.</summary>
    private const string Enumeration = "enumeration";

    private const int FirstStacks = 20_000;
    private const int MaxNearMisses = 10;

    /// <summary>The layers of stacks may take one part in so many of the bank's memory, beside it.</summary>
    private const int LayerShare = 8;

    /// <summary>
    /// After a sure find, the search goes on for as many evaluations as it has made, and for this many more: other programs may agree or
    /// disagree.
    /// </summary>
    private const int AfterFind = 400_000;

    private readonly LearnerTask task;
    private readonly Func<FoundExpression, string, bool> offer;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Stopwatch stacking = new();
    private readonly Stacker? stacker;
    private readonly (string Part, ILearner Learner)[] learners;
    private readonly Enumerator enumerator;
    private readonly TimeSpan prepared;
    private readonly HashSet<string> stacked = [];
    private readonly List<(int Right, Term Term)> nearMisses = [];

    /// <summary>The learner that is told a term now.</summary>
    private string? learning;

    private long nextStacks = FirstStacks;
    private long evaluated;
    private long stackedAt;
    private long last = long.MaxValue;

    /// <summary>Prepares a search.</summary>
    /// <param name="pairs">The demonstrations.</param>
    /// <param name="tests">The inputs of the tests.</param>
    /// <param name="costs">The costs of the productions.</param>
    /// <param name="bounds">When it stops.</param>
    /// <param name="without">The <see cref="Parts"/> that are switched off.</param>
    /// <param name="offer">
    /// Called for every program with the part that completed it, in the order in which they are found. Returns whether the program is sure.
    /// </param>
    /// <param name="cancel">Stops it as if its time were up.</param>
    public Searcher(
        IReadOnlyList<(Grid Input, Grid Output)> pairs,
        Grid[] tests,
        ProductionCosts costs,
        SearchBounds bounds,
        IReadOnlyList<string> without,
        Func<FoundExpression, string, bool> offer,
        CancellationToken cancel)
    {
        var smallestFirst = pairs.OrderBy(pair => pair.Input.Area).ToList();
        Grid[] inputs = [.. smallestFirst.Select(pair => pair.Input), .. tests];
        Grid[] outputs = [.. smallestFirst.Select(pair => pair.Output)];
        task = new(inputs, outputs, costs, [.. Seeds.Of(inputs, outputs, costs)]);
        this.offer = offer;
        learners =
        [
            .. Parts.Split(", ").Where(name => !without.Contains(name)).Select(name =>
                (name, Learner(name, task, bounds.MaxBytes / LayerShare))),
        ];
        stacker = learners.Select(learner => learner.Learner).OfType<Stacker>().SingleOrDefault();
        prepared = clock.Elapsed;
        enumerator = new(inputs, task.Seeds, costs, bounds, cancel) { IsWanted = IsWanted, Found = Learn, IsDone = IsDone };
    }

    /// <inheritdoc/>
    public bool WantsPieces => stacker?.WantsPieces ?? false;

    /// <summary>Searches until a bound is reached, or long enough after a find.</summary>
    public SearchReport Run()
    {
        enumerator.Run();
        if (last == long.MaxValue)
            Stack();
        OfferGuesses();
        return new(
            enumerator.Candidates,
            enumerator.Evaluations,
            enumerator.Kept,
            enumerator.Cost,
            clock.Elapsed,
            enumerator.Bands,
            new Dictionary<string, double>
            {
                ["goals"] = prepared.TotalSeconds,
                ["enumeration"] = enumerator.Building.TotalSeconds,
                ["last steps"] = enumerator.Finishing.TotalSeconds,
                ["stacks"] = stacking.Elapsed.TotalSeconds,
            });
    }

    /// <summary>Offers what is right on some demonstrations only.</summary>
    private void OfferGuesses()
    {
        foreach (var (_, term) in nearMisses)
            offer(new(term.Expression, term.Cost), Enumeration);
        foreach (var stack in stacker?.Best ?? [])
            offer(stack.Found, StackPart);
    }

    /// <inheritdoc/>
    public void Solve(FoundExpression found) => Solve(found, learning!);

    /// <inheritdoc/>
    public void Try(in CandidateTerm candidate) => enumerator.TryAtOnce(candidate);

    /// <inheritdoc/>
    public void Place(PlacedPiece piece) => stacker?.Add(piece);

    private static ILearner Learner(string name, LearnerTask task, long layerBytes) => name switch
    {
        "recolor" => new RecolorLearner(task),
        "color-map" => new ColorMapLearner(task),
        "item-selection" => new ItemSelectionLearner(task),
        "ink-color" => new InkColorLearner(task),
        "arrangement" => new ArrangementLearner(task),
        "tally" => new TallyLearner(task),
        "legend" => new LegendLearner(task),
        "conditional-join" => new ConditionalJoinLearner(task),
        StackPart => new Stacker(task, layerBytes),
        "cell-rule" => new CellRuleLearner(task),
        "stamp" => new StampLearner(task),
        "item-piece" => new ItemPieceLearner(task),
        "item-step" => new ItemStepLearner(task),
        "placement" => new PlacementLearner(task),
        "goal" => new GoalLearner(task),
        _ => throw new ArgumentException($"there is no learner {name}", nameof(name)),
    };

    /// <summary>Whether a value may be part of an answer: it is an output or a layer of it. On a test, every value may.</summary>
    private bool IsWanted(int input, SearchType type, Value value) =>
        input >= task.Outputs.Length
        || (type == SearchType.Grid && task.Outputs[input].Equals(value.Grid))
        || (stacker?.IsLayer(input, type, value) ?? false);

    private void Learn(Term term)
    {
        var right = term.Type == SearchType.Grid ? PairsRight(term) : 0;
        if (right == task.Outputs.Length)
        {
            Solve(new(term.Expression, term.Cost), Enumeration);
            return;
        }
        if (right > 0)
            NoteNearMiss(right, term);
        foreach (var (name, learner) in learners)
        {
            learning = name;
            learner.Learn(term, this);
        }
    }

    private void Solve(FoundExpression found, string part)
    {
        if (offer(found, part))
            last = Math.Min(last, 2 * evaluated + AfterFind);
    }

    private bool IsDone(long evaluations)
    {
        evaluated = evaluations;
        if (evaluations >= nextStacks && last == long.MaxValue)
        {
            nextStacks *= 2;
            Stack();
        }
        return evaluations > last;
    }

    private void Stack()
    {
        stacking.Start();
        stacker?.Stack(evaluated - stackedAt);
        stackedAt = evaluated;
        foreach (var stack in stacker?.Best ?? [])
            if (stack.PairsRight == task.Outputs.Length && stacked.Add(Printer.Print(stack.Found.Expression)))
                Solve(stack.Found, StackPart);
        stacking.Stop();
    }

    /// <summary>Keeps the terms that give most outputs; of those that give as many, the first.</summary>
    private void NoteNearMiss(int right, Term term)
    {
        if (nearMisses.Count < MaxNearMisses || right > nearMisses[^1].Right)
            nearMisses.Insert(nearMisses.FindLastIndex(miss => miss.Right >= right) + 1, (right, term));
        if (nearMisses.Count > MaxNearMisses)
            nearMisses.RemoveAt(MaxNearMisses);
    }

    private int PairsRight(Term term)
    {
        var right = 0;
        for (var i = 0; i < task.Outputs.Length; i++)
            if (term.IsOutput(i, task.Outputs[i]))
                right++;
        return right;
    }
}
