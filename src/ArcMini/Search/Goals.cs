using ArcMini.Dsl.Primitives;
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

    /// <summary>Interpreter steps that working backwards may take.</summary>
    private const long MaxSteps = 40_000_000;

    private static readonly Limits PerValue = new(60_000, 60_000);

    private readonly Dictionary<ulong, Goal> goals = [];
    private readonly IReadOnlyList<Grid> outputs;
    private readonly Weights weights;
    private readonly Run run = new(new Budget(PerValue), 64);
    private readonly int[] smallestFirst;
    private long steps;

    /// <summary>Works backwards from the outputs with the constants among the seeds.</summary>
    public Goals(IReadOnlyList<Grid> outputs, Weights weights, IEnumerable<Entry> seeds)
    {
        this.outputs = outputs;
        this.weights = weights;
        smallestFirst = [.. Enumerable.Range(0, outputs.Count).OrderBy(i => outputs[i].Area)];
        var constants = seeds.Where(seed => seed.Kind is Kind.Int or Kind.Color or Kind.Point && seed.Cost <= MaxConstantCost).ToLookup(seed => seed.Kind);
        var steps = Moves.All.Where(move => move is { Form: Form.Plain, Result: Kind.Grid } && move.Parameters[0] == Kind.Grid).ToArray();
        Entry[][] Choices(Move move) => move.Parameters.Length switch
        {
            1 => [[]],
            2 => [.. constants[move.Parameters[1]].Select(constant => (Entry[])[constant])],
            3 => [.. constants[move.Parameters[1]].SelectMany(one => constants[move.Parameters[2]].Select(two => (Entry[])[one, two]))],
            _ => [],
        };
        (Move Move, Entry[] Constants)[] calls = [.. steps.SelectMany(move => Choices(move).Select(constants => (move, constants)))];
        Goal whole = new([.. outputs]);
        goals[Key(outputs)] = whole;
        foreach (var (move, chosen) in calls)
            if (goals.Count < MaxGoals && Call(move, i => outputs[i], null, chosen) is { } values && !goals.ContainsKey(Key(values)))
                goals[Key(values)] = new(values);
        foreach (var goal in goals.Values.Skip(1))
            foreach (var (move, chosen) in calls)
                if (Makes(move, goal, null, chosen))
                    goal.Steps.Add(new(move, goal, null, chosen));
        var parts = goals.Values.Skip(1).Where(goal => Enumerable.Range(0, outputs.Count).All(i => goal.Values[i].Area < outputs[i].Area)).ToArray();
        foreach (var move in steps.Where(move => move.Parameters is [Kind.Grid, Kind.Grid]))
            foreach (var first in parts)
                foreach (var second in parts)
                    if (first != second && Makes(move, first, second, []))
                    {
                        var step = new Step(move, first, second, []);
                        first.Steps.Add(step);
                        second.Steps.Add(step);
                    }
        foreach (var (key, goal) in goals.ToArray())
            if (goal.Steps.Count == 0)
                goals.Remove(key);
    }

    /// <summary>How many goals there are.</summary>
    public int Count => goals.Count;

    /// <summary>The moves that may make the outputs of a new entry, where it equals a goal.</summary>
    public IEnumerable<Trial> Reached(Entry entry)
    {
        if (entry.Kind != Kind.Grid || !goals.TryGetValue(Key(entry.Values), out var goal))
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

    private bool Makes(Move move, Goal first, Goal? second, Entry[] constants)
    {
        foreach (var i in smallestFirst)
            if (Call(move, first.Values[i], second?.Values[i], constants, i) is not { } grid || !grid.Equals(outputs[i]))
                return false;
        return true;
    }

    private Grid[]? Call(Move move, Func<int, Grid> first, Grid? second, Entry[] constants)
    {
        var values = new Grid[outputs.Count];
        foreach (var i in smallestFirst)
            if (Call(move, first(i), second, constants, i) is { } grid)
                values[i] = grid;
            else
                return null;
        return values;
    }

    private Grid? Call(Move move, Grid first, Grid? second, Entry[] constants, int i)
    {
        if (steps > MaxSteps)
            return null;
        Value[] arguments = second is null ? [first, .. constants.Select(constant => constant.Values[i])] : [first, second];
        run.Budget.Reset(PerValue);
        var value = run.Call(move.Primitive, 0, first, arguments);
        steps += run.Budget.Steps + 1;
        return !value.IsFailed && value.Grid is { Rows: <= 30, Cols: <= 30 } grid ? grid : null;
    }

    private ulong Key(IReadOnlyList<Grid> values)
    {
        var key = 0UL;
        foreach (var grid in values)
            key = (key ^ grid.Hash) * 0xD6E8FEB86659FD93 + 1;
        return key;
    }

    private ulong Key(Value[] values)
    {
        var key = 0UL;
        for (var i = 0; i < outputs.Count; i++)
            key = (key ^ values[i].Grid.Hash) * 0xD6E8FEB86659FD93 + 1;
        return key;
    }

    private sealed class Goal(Grid[] values)
    {
        public Grid[] Values => values;
        public List<Step> Steps { get; } = [];
        public Entry? Reached { get; set; }
    }

    private sealed record Step(Move Move, Goal First, Goal? Second, Entry[] Constants);
}
