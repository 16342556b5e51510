using System.Diagnostics;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Stacking;
using ArcMini.Search.Terms;

namespace ArcMini.Search;

/// <summary>A program that the search found, with its cost in tenths of a nat.</summary>
internal sealed record Discovery(ArcProgram Program, int Cost);

/// <summary>What a search did.</summary>
/// <param name="Candidates">Values it tried.</param>
/// <param name="Evaluations">Values on one grid that it computed.</param>
/// <param name="Kept">Different values that it found.</param>
/// <param name="Cost">The cost up to which it tried everything, in tenths of a nat.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Bands">What it tried and kept, by cost.</param>
/// <param name="Phases">Seconds spent, by what on.</param>
internal sealed record SearchReport(
    long Candidates, long Evaluations, int Kept, int Cost, TimeSpan Time, IReadOnlyList<CostBand> Bands, IReadOnlyDictionary<string, double> Phases)
{
    /// <summary>The report of this search and one more for the same task.</summary>
    public SearchReport With(SearchReport other) => new(
        Candidates + other.Candidates, Evaluations + other.Evaluations, Kept + other.Kept, Math.Max(Cost, other.Cost), Time + other.Time,
        [.. Bands.Concat(other.Bands).GroupBy(band => band.Cost).OrderBy(bands => bands.Key).Select(bands => new CostBand(bands.Key, bands.Sum(band => band.Tried), bands.Sum(band => band.Kept)))],
        Phases.ToDictionary(phase => phase.Key, phase => phase.Value + other.Phases.GetValueOrDefault(phase.Key)));
}

/// <summary>The values of a range of costs.</summary>
/// <param name="Cost">The lowest cost of the band, in tenths of a nat.</param>
/// <param name="Tried">Values tried.</param>
/// <param name="Kept">Those of them that were new.</param>
internal sealed record CostBand(int Cost, long Tried, long Kept)
{
    /// <summary>How many costs make a band.</summary>
    public const int Width = 10;
}

/// <summary>
/// The search for one task: enumeration of values in the order of their cost, and stacks of partial answers. Finds the cheapest
/// programs that make all demonstration outputs, one for each different answer on the tests.
/// </summary>
internal sealed class Searcher(IReadOnlyList<(Grid Input, Grid Output)> pairs, Grid[] tests, ProductionCosts weights)
{
    private const int FirstStacks = 20_000;
    private const int MaxNearMisses = 3;

    /// <summary>How many evaluations more than have been made are worth making once a program is found, for others that agree or disagree with it.</summary>
    private const int AfterFind = 400_000;

    private readonly Grid[] inputs = [.. pairs.OrderBy(pair => pair.Input.Area).Select(pair => pair.Input), .. tests];
    private readonly Grid[] outputs = [.. pairs.OrderBy(pair => pair.Input.Area).Select(pair => pair.Output)];

    /// <summary>Searches; <paramref name="found"/> is called for every program in the order they are found, and answers whether it reproduces all pairs.</summary>
    public SearchReport Search(SearchBounds bounds, Func<Discovery, bool> found, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var (stacking, near) = (new Stopwatch(), new List<(int Right, Term Entry)>());
        Term[] seeds = [.. Seeds.Of(inputs, outputs, weights)];
        var goals = new GoalLearner(outputs, weights, seeds);
        var rules = new RecolorLearner(inputs, outputs);
        var colors = new ColorMapLearner(outputs);
        var selection = new ItemSelectionLearner(outputs, weights);
        var ink = new InkColorLearner(outputs, weights);
        var cases = new ConditionalJoinLearner(outputs);
        var cover = new Stacker(inputs, outputs, weights);
        var prepared = clock.Elapsed;
        var (stacked, nextStacks) = (new HashSet<string>(), (long)FirstStacks);
        var (last, evaluated) = (long.MaxValue, 0L);
        var enumeration = new Enumerator(inputs, seeds, weights, bounds, cancel)
        {
            Wanted = (input, kind, value) => input >= outputs.Length || (kind == SearchType.Grid && outputs[input].Equals(value.Grid)) || cover.IsPiece(input, kind, value),
            Found = entry =>
            {
                var right = entry.Type == SearchType.Grid ? PairsRight(entry) : 0;
                if (right == outputs.Length)
                {
                    Solved(entry.Expression, entry.Cost);
                    return [];
                }
                if (right > 0)
                    Note(right, entry);
                if ((rules.Of(entry) ?? colors.Of(entry)) is { } told)
                    Solved(told.Expression, told.Cost);
                foreach (var (expression, cost) in selection.Of(entry).Concat(ink.Of(entry)).Concat(cases.Of(entry)))
                    Solved(expression, cost);
                cover.Add(entry);
                return goals.Reached(entry);
            },
            Pause = evaluations =>
            {
                evaluated = evaluations;
                if (evaluations >= nextStacks && last == long.MaxValue)
                {
                    nextStacks *= 2;
                    Stack();
                }
                return evaluations > last;
            },
        };
        enumeration.Run();
        if (last == long.MaxValue)
            Stack();
        if (last == long.MaxValue && stacked.Count == 0)
            foreach (var (_, entry) in near)
                found(new(new([], entry.Expression, []), entry.Cost));
        return new(enumeration.Candidates, enumeration.Evaluations, enumeration.Kept, enumeration.Cost, clock.Elapsed, enumeration.Bands, new Dictionary<string, double>
        {
            ["goals"] = prepared.TotalSeconds,
            ["enumeration"] = enumeration.Building.TotalSeconds,
            ["last steps"] = enumeration.Finishing.TotalSeconds,
            ["stacks"] = stacking.Elapsed.TotalSeconds,
        });

        void Solved(Expr expr, int cost)
        {
            if (found(new(new([], expr, []), cost)))
                last = Math.Min(last, 2 * evaluated + AfterFind);
        }

        void Note(int right, Term entry)
        {
            if (near.Count < MaxNearMisses || right > near[^1].Right)
                near.Insert(near.FindLastIndex(miss => miss.Right >= right) + 1, (right, entry));
            if (near.Count > MaxNearMisses)
                near.RemoveAt(MaxNearMisses);
        }

        void Stack()
        {
            stacking.Start();
            foreach (var (expr, cost) in cover.Stacks())
                if (stacked.Add(Printer.Print(expr)))
                    Solved(expr, cost);
            stacking.Stop();
        }
    }

    private int PairsRight(Term entry)
    {
        var right = 0;
        for (var i = 0; i < outputs.Length; i++)
            if (entry.IsOutput(i, outputs[i]))
                right++;
        return right;
    }
}
