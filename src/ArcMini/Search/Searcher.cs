using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>A program that the search found, with its cost in tenths of a nat.</summary>
internal sealed record Discovery(Dsl.Syntax.Program Program, int Cost);

/// <summary>What a search did.</summary>
internal sealed record SearchReport(long Candidates, long Evaluations, int Kept, int Cost, TimeSpan Time);

/// <summary>
/// The search for one task: enumeration of values in the order of their cost, and stacks of partial answers. Finds the cheapest
/// programs that make all demonstration outputs, one for each different answer on the tests.
/// </summary>
internal sealed class Searcher(IReadOnlyList<(Grid Input, Grid Output)> pairs, IReadOnlyList<Grid> tests, Weights weights)
{
    private const int FirstStacks = 20_000;

    /// <summary>How many evaluations more than have been made are worth making once a program is found, for others that agree or disagree with it.</summary>
    private const int AfterFind = 400_000;

    private readonly Grid[] outputs = [.. pairs.Select(pair => pair.Output)];

    /// <summary>Searches; <paramref name="found"/> is called for every program in the order they are found.</summary>
    public SearchReport Search(Bounds bounds, Action<Discovery> found, CancellationToken cancel)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Grid[] inputs = [.. pairs.Select(pair => pair.Input), .. tests];
        Entry[] seeds = [.. Seeds.Of(inputs, outputs, weights)];
        var goals = new Goals(outputs, weights, seeds);
        var rules = new ItemRules(inputs, outputs);
        var cover = new Cover(outputs);
        var (stacked, nextStacks) = (new HashSet<string>(), (long)FirstStacks);
        var (last, evaluated) = (long.MaxValue, 0L);
        var enumeration = new Enumeration(inputs, seeds, weights, bounds, cancel)
        {
            Found = entry =>
            {
                if (entry.Kind == Kind.Grid && Solves(entry))
                {
                    Solved(entry.Expression, entry.Cost);
                    return [];
                }
                foreach (var (expr, cost) in rules.Of(entry))
                    Solved(expr, cost);
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
        return new(enumeration.Candidates, enumeration.Evaluations, enumeration.Kept, enumeration.Cost, clock.Elapsed);

        void Solved(Expr expr, int cost)
        {
            found(new(new([], expr, []), cost));
            last = Math.Min(last, 2 * evaluated + AfterFind);
        }

        void Stack()
        {
            foreach (var (expr, cost) in cover.Stacks())
                if (stacked.Add(Printer.Print(expr)))
                    found(new(new([], expr, []), cost));
        }
    }

    private bool Solves(Entry entry)
    {
        for (var i = 0; i < outputs.Length; i++)
            if (!entry.Values[i].Grid.Equals(outputs[i]))
                return false;
        return true;
    }
}
