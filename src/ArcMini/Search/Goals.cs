using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>
/// Search backwards from the outputs: grids that are one move short of them. A grid made from the outputs is a goal where some move
/// with constants turns it, or it and another goal, into the outputs exactly; so a value that equals a goal on the demonstrations is
/// one move from an answer, however dear that move is.
/// </summary>
internal sealed class Goals
{
    private const int MaxGoals = 160;
    private const int MaxConstantCost = 30;
    private const int MaxSide = 30;

    /// <summary>Interpreter steps that working backwards may take.</summary>
    private const long MaxSteps = 40_000_000;

    private static readonly Limits PerValue = new(60_000, 60_000);
    private static readonly Move[] Steps = [.. Moves.All.Where(move => move is { Form: Form.Plain, Result: Kind.Grid } && move.Parameters[0] == Kind.Grid)];

    private readonly Dictionary<ulong, Goal> goals = [];
    private readonly IReadOnlyList<Grid> outputs;
    private readonly int[] smallestFirst;
    private readonly Weights weights;
    private readonly Run run = new(new Budget(PerValue), 64);
    private long steps;

    /// <summary>Works backwards from the outputs with the constants among the seeds.</summary>
    public Goals(IReadOnlyList<Grid> outputs, Weights weights, IEnumerable<Entry> seeds)
    {
        this.outputs = outputs;
        this.weights = weights;
        smallestFirst = [.. Enumerable.Range(0, outputs.Count).OrderBy(i => outputs[i].Area)];
        var constants = seeds.Where(seed => seed.Kind is Kind.Int or Kind.Color or Kind.Point && seed.Cost <= MaxConstantCost).ToLookup(seed => seed.Kind);
        (Move Move, Entry[] Constants)[] calls = [.. Steps.SelectMany(move => Choices(move, constants).Select(chosen => (move, chosen)))];
        var made = Made(calls);
        foreach (var goal in made)
            foreach (var (move, chosen) in calls)
                if (Gives(move, chosen, goal.Values))
                    goal.Steps.Add(new(move, goal, null, chosen));
        var parts = made.Where(goal => goal.Values.Zip(outputs).All(pair => pair.First.Area < pair.Second.Area)).ToArray();
        foreach (var move in Steps.Where(move => move.Parameters is [Kind.Grid, Kind.Grid]))
            foreach (var first in parts)
                foreach (var second in parts.Where(part => part != first && Gives(move, [], first.Values, part.Values)))
                {
                    var step = new Step(move, first, second, []);
                    first.Steps.Add(step);
                    second.Steps.Add(step);
                }
        foreach (var goal in made.Where(goal => goal.Steps.Count > 0))
            goals[Key(goal.Values)] = goal;
    }

    /// <summary>The moves that may make the outputs of a new entry, where it equals a goal.</summary>
    public IEnumerable<Trial> Reached(Entry entry)
    {
        if (entry.Kind != Kind.Grid || !goals.TryGetValue(Key(entry.Values.Take(outputs.Count).Select(value => value.Grid)), out var goal))
            yield break;
        goal.Reached ??= entry;
        foreach (var step in goal.Steps)
            if ((step.First == goal ? entry : step.First.Reached) is { } first)
            {
                if (step.Second is null)
                    yield return Trial(step, first, step.Constants);
                else if ((step.Second == goal ? entry : step.Second.Reached) is { } second)
                    yield return Trial(step, first, [second]);
            }
    }

    private Trial Trial(Step step, Entry first, Entry[] rest) => new(
        step.Move, first, rest.ElementAtOrDefault(0), rest.ElementAtOrDefault(1), null,
        Math.Min(Enumeration.MaxCost, first.Cost + weights.Step(first.Root, step.Move) + rest.Sum(entry => entry.Cost)));

    /// <summary>All choices of constants for what a move takes after its first argument, two at most.</summary>
    private static IEnumerable<Entry[]> Choices(Move move, ILookup<Kind, Entry> constants) => move.Parameters switch
    {
        [_] => [[]],
        [_, var one] => constants[one].Select(constant => (Entry[])[constant]),
        [_, var one, var two] => constants[one].SelectMany(first => constants[two].Select(second => (Entry[])[first, second])),
        _ => [],
    };

    /// <summary>Different grids that one move makes of the outputs.</summary>
    private List<Goal> Made((Move Move, Entry[] Constants)[] calls)
    {
        var made = new List<Goal>();
        var seen = new HashSet<ulong> { Key(outputs) };
        foreach (var (move, chosen) in calls)
        {
            if (made.Count == MaxGoals)
                break;
            var values = new Grid[outputs.Count];
            if (Array.TrueForAll(smallestFirst, i => (values[i] = Call(move, chosen, i, outputs[i])!) is not null) && seen.Add(Key(values)))
                made.Add(new(values));
        }
        return made;
    }

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

    private sealed class Goal(Grid[] values)
    {
        public Grid[] Values => values;
        public List<Step> Steps { get; } = [];
        public Entry? Reached { get; set; }
    }

    private sealed record Step(Move Move, Goal First, Goal? Second, Entry[] Constants);
}
