using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>
/// Search backwards from the outputs: grids that are one move short of them. A grid that some move with constants makes of the outputs is a goal;
/// once a value equals it on the demonstrations, every move with constants, or with another goal that was reached, is looked at that makes the outputs
/// of it. So such a value is one move from an answer, however dear that move is.
/// </summary>
internal sealed class Goals
{
    private const int MaxGoals = 1000;
    private const int MaxConstantCost = 30;
    private const int MaxSide = 30;

    /// <summary>Interpreter steps that working backwards may take.</summary>
    private const long MaxSteps = 40_000_000;

    private static readonly Limits PerValue = new(60_000, 60_000);
    private static readonly Move[] Steps = [.. Moves.All.Where(move => move is { Form: Form.Plain, Result: Kind.Grid } && move.Parameters[0] == Kind.Grid)];
    private static readonly Move[] Joins = [.. Steps.Where(move => move.Parameters is [Kind.Grid, Kind.Grid])];

    private readonly Dictionary<ulong, Grid[]> goals = [];
    private readonly List<Entry> reached = [];
    private readonly IReadOnlyList<Grid> outputs;
    private readonly int[] smallestFirst;
    private readonly Weights weights;
    private readonly (Move Move, Entry[] Constants)[] calls;
    private readonly Run run = new(new Budget(PerValue), 64);
    private long steps;

    /// <summary>Works backwards from the outputs with the constants among the seeds.</summary>
    public Goals(IReadOnlyList<Grid> outputs, Weights weights, IEnumerable<Entry> seeds)
    {
        this.outputs = outputs;
        this.weights = weights;
        smallestFirst = [.. Enumerable.Range(0, outputs.Count).OrderBy(i => outputs[i].Area)];
        var constants = seeds.Where(seed => seed.Kind is Kind.Int or Kind.Color or Kind.Point && seed.Cost <= MaxConstantCost).ToLookup(seed => seed.Kind);
        calls = [.. Steps.SelectMany(move => Choices(move, constants).Select(chosen => (move, chosen)))];
        foreach (var (move, chosen) in calls)
        {
            if (goals.Count == MaxGoals)
                break;
            var values = new Grid[outputs.Count];
            if (Array.TrueForAll(smallestFirst, i => (values[i] = Call(move, chosen, i, outputs[i])!) is not null))
                goals.TryAdd(Key(values), values);
        }
        goals.Remove(Key(outputs));
    }

    /// <summary>The moves that make the outputs of a new entry, where it is the first to equal a goal.</summary>
    public IEnumerable<Trial> Reached(Entry entry)
    {
        if (entry.Kind != Kind.Grid || !goals.Remove(Key(Demonstrations(entry))))
            yield break;
        var values = Demonstrations(entry).ToArray();
        foreach (var (move, chosen) in calls)
            if (Gives(move, chosen, values))
                yield return Trial(move, entry, chosen);
        reached.Add(entry);
        foreach (var other in reached)
            foreach (var move in Joins)
                foreach (var (first, second) in other == entry ? [(entry, entry)] : new[] { (entry, other), (other, entry) })
                    if (Gives(move, [], [.. Demonstrations(first)], [.. Demonstrations(second)]))
                        yield return Trial(move, first, [second]);
    }

    private IEnumerable<Grid> Demonstrations(Entry entry) => entry.Values.Take(outputs.Count).Select(value => value.Grid);

    private Trial Trial(Move move, Entry first, Entry[] rest) => new(
        move, first, rest.ElementAtOrDefault(0), rest.ElementAtOrDefault(1), null,
        Math.Min(Enumeration.MaxCost, first.Cost + weights.Step(first.Root, move) + rest.Sum(entry => entry.Cost)));

    /// <summary>All choices of constants for what a move takes after its first argument, two at most.</summary>
    private static IEnumerable<Entry[]> Choices(Move move, ILookup<Kind, Entry> constants) => move.Parameters switch
    {
        [_] => [[]],
        [_, var one] => constants[one].Select(constant => (Entry[])[constant]),
        [_, var one, var two] => constants[one].SelectMany(first => constants[two].Select(second => (Entry[])[first, second])),
        _ => [],
    };

    /// <summary>Whether a move makes the outputs.</summary>
    private bool Gives(Move move, Entry[] constants, params Grid[][] arguments) =>
        Array.TrueForAll(smallestFirst, i => Call(move, constants, i, [.. arguments.Select(argument => argument[i])]) is { } grid && grid.Equals(outputs[i]));

    private Grid? Call(Move move, Entry[] constants, int pair, params Grid[] grids)
    {
        if (steps > MaxSteps)
            return null;
        run.Budget.Reset(PerValue);
        var value = run.Call(move.Primitive, 0, grids[0], [.. grids.Select(grid => (Value)grid), .. constants.Select(constant => constant.Values[pair])]);
        steps += run.Budget.Steps + 1;
        return !value.IsFailed && value.Grid is { Rows: <= MaxSide, Cols: <= MaxSide } made ? made : null;
    }

    private static ulong Key(IEnumerable<Grid> values) => values.Aggregate(0UL, (key, grid) => (key ^ grid.Hash) * 0xD6E8FEB86659FD93 + 1);
}
