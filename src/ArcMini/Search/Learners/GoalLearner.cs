using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Search backwards from the outputs: grids that are one move short of them. A grid that some move with constants makes of the outputs is a goal;
/// once a value equals it on the demonstrations, every move with constants, or with another goal that was reached, is looked at that makes the outputs
/// of it. So such a value is one move from an answer, however dear that move is.
/// </summary>
internal sealed class GoalLearner
{
    private const int MaxGoals = 1000;
    private const int MaxConstantCost = 30;
    private const int MaxSide = 30;

    /// <summary>Interpreter steps that working backwards may take.</summary>
    private const long MaxSteps = 40_000_000;

    private static readonly Limits PerValue = new(60_000, 60_000);
    private static readonly Production[] Steps = [.. Productions.All.Where(move => move is { Application: Application.Plain, Result: SearchType.Grid } && move.Parameters[0] == SearchType.Grid)];
    private static readonly Production[] Joins = [.. Steps.Where(move => move.Parameters is [SearchType.Grid, SearchType.Grid])];

    private readonly HashSet<ulong> goals = [];
    private readonly List<Term> reached = [];
    private readonly Value[] arguments = new Value[3];
    private readonly Grid[] outputs;
    private readonly int[] smallestFirst;
    private readonly ProductionCosts weights;
    private readonly (Production Move, Term[] Constants)[] calls;
    private readonly Run run = new(new Budget(PerValue), 64);
    private long steps;

    /// <summary>Works backwards from the outputs with the constants among the seeds.</summary>
    public GoalLearner(Grid[] outputs, ProductionCosts weights, IEnumerable<Term> seeds)
    {
        this.outputs = outputs;
        this.weights = weights;
        smallestFirst = [.. Enumerable.Range(0, outputs.Length).OrderBy(i => outputs[i].Area)];
        var constants = seeds.Where(seed => seed.Type is SearchType.Int or SearchType.Color or SearchType.Point && seed.Cost <= MaxConstantCost).ToLookup(seed => seed.Type);
        calls = [.. Steps.SelectMany(move => Choices(move, constants).Select(chosen => (move, chosen)))];
        foreach (var (move, chosen) in calls)
        {
            if (goals.Count == MaxGoals)
                break;
            var values = new Grid[outputs.Length];
            if (Array.TrueForAll(smallestFirst, i => (values[i] = Call(move, i, outputs[i], null, chosen)!) is not null))
                goals.Add(Key(values));
        }
        goals.Remove(Key(outputs));
    }

    /// <summary>The moves that make the outputs of a new entry, where it is the first to equal a goal.</summary>
    public IEnumerable<CandidateTerm> Reached(Term entry) => entry.Type == SearchType.Grid && goals.Remove(Key(entry)) ? From(entry) : [];

    private IEnumerable<CandidateTerm> From(Term entry)
    {
        foreach (var (move, chosen) in calls)
            if (Gives(move, entry, null, chosen))
                yield return Trial(move, entry, chosen);
        reached.Add(entry);
        foreach (var other in reached)
            foreach (var move in Joins)
            {
                if (Gives(move, entry, other, []))
                    yield return Trial(move, entry, [other]);
                if (other != entry && Gives(move, other, entry, []))
                    yield return Trial(move, other, [entry]);
            }
    }

    private CandidateTerm Trial(Production move, Term first, Term[] rest) => new(
        move, first, rest.ElementAtOrDefault(0), rest.ElementAtOrDefault(1), null,
        Math.Min(Enumerator.MaxCost, first.Cost + weights.Step(first.Root, move) + rest.Sum(entry => entry.Cost)));

    /// <summary>All choices of constants for what a move takes after its first argument, two at most.</summary>
    private static IEnumerable<Term[]> Choices(Production move, ILookup<SearchType, Term> constants) => move.Parameters switch
    {
        [_] => [[]],
        [_, var one] => constants[one].Select(constant => (Term[])[constant]),
        [_, var one, var two] => constants[one].SelectMany(first => constants[two].Select(second => (Term[])[first, second])),
        _ => [],
    };

    /// <summary>Whether a move makes the outputs.</summary>
    private bool Gives(Production move, Term first, Term? second, Term[] constants)
    {
        foreach (var pair in smallestFirst)
            if (Call(move, pair, first.Values[pair].Grid, second?.Values[pair].Grid, constants) is not { } grid || !grid.Equals(outputs[pair]))
                return false;
        return true;
    }

    /// <summary>What a move makes on one pair of one grid or two, and of constants; null where it fails or there are no steps left.</summary>
    private Grid? Call(Production move, int pair, Grid first, Grid? second, Term[] constants)
    {
        if (steps > MaxSteps)
            return null;
        var count = 0;
        arguments[count++] = first;
        if (second is not null)
            arguments[count++] = second;
        foreach (var constant in constants)
            arguments[count++] = constant.Values[pair];
        run.Budget.Reset(PerValue);
        var value = run.Call(move.Primitive.Body, 0, first, arguments.AsSpan(0, count));
        steps += run.Budget.Steps + 1;
        return !value.IsFailed && value.Grid is { Rows: <= MaxSide, Cols: <= MaxSide } made ? made : null;
    }

    private ulong Key(Term entry)
    {
        var key = 0UL;
        for (var i = 0; i < outputs.Length; i++)
            key = Key(key, entry.Values[i].Grid);
        return key;
    }

    private static ulong Key(IEnumerable<Grid> values) => values.Aggregate(0UL, Key);

    private static ulong Key(ulong before, Grid grid) => (before ^ grid.Hash) * 0xD6E8FEB86659FD93 + 1;
}
