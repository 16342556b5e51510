using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Searches backwards from the outputs, by one production. A goal is a tuple of grids that some production with constants computes from the
/// outputs, one for each demonstration. When a term equals a goal, every production with constants that turns the term into the outputs is
/// tried at once. So is every production that takes two terms that equal goals. Such a term is one step from an answer, whatever the
/// step costs.
/// </summary>
internal sealed class GoalLearner : ILearner
{
    private const int MaxGoals = 1000;
    private const int MaxConstantCost = 30;
    private const ulong KeyMultiplier = 0xD6E8FEB86659FD93;

    /// <summary>The interpreter steps that working backwards may take on one task.</summary>
    private const long MaxSteps = 40_000_000;

    private static readonly Limits PerValue = new(Steps: 60_000, Cells: 60_000);

    private static readonly Production[] Unary =
    [
        .. Productions.All.Where(production =>
            production is { Application: Application.Plain, Result: SearchType.Grid } && production.Parameters[0] == SearchType.Grid),
    ];

    private static readonly Production[] Binary =
        [.. Unary.Where(production => production.Parameters is [SearchType.Grid, SearchType.Grid])];

    private readonly HashSet<ulong> goals = [];
    private readonly List<Term> reached = [];
    private readonly Value[] arguments = new Value[3];
    private readonly Grid[] outputs;
    private readonly int[] smallestFirst;
    private readonly ProductionCosts costs;
    private readonly (Production Production, Term[] Constants)[] calls;
    private readonly Run run = new(new Budget(PerValue), Run.FunctionSlots);
    private long steps;

    /// <summary>Computes the goals of a task.</summary>
    public GoalLearner(LearnerTask task)
    {
        (outputs, costs) = (task.Outputs, task.Costs);
        smallestFirst = [.. Enumerable.Range(0, outputs.Length).OrderBy(i => outputs[i].Area)];
        var constants = task.Seeds
            .Where(seed => seed.Type is SearchType.Int or SearchType.Color or SearchType.Point && seed.Cost <= MaxConstantCost)
            .ToLookup(seed => seed.Type);
        calls = [.. Unary.SelectMany(production => ConstantChoices(production, constants).Select(chosen => (production, chosen)))];
        foreach (var (production, chosen) in calls)
        {
            if (goals.Count == MaxGoals)
                break;
            var values = new Grid[outputs.Length];
            if (Array.TrueForAll(smallestFirst, i => (values[i] = Call(production, i, outputs[i], null, chosen)!) is not null))
                goals.Add(Key(values));
        }
        goals.Remove(Key(outputs));
    }

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (term.Type != SearchType.Grid || !goals.Remove(Key(term)))
            return;
        foreach (var (production, chosen) in calls)
            if (GivesOutputs(production, term, null, chosen))
                findings.Try(Candidate(production, term, chosen));
        reached.Add(term);
        foreach (var other in reached)
            foreach (var production in Binary)
            {
                if (GivesOutputs(production, term, other, []))
                    findings.Try(Candidate(production, term, [other]));
                if (other != term && GivesOutputs(production, other, term, []))
                    findings.Try(Candidate(production, other, [term]));
            }
    }

    private CandidateTerm Candidate(Production production, Term first, Term[] rest)
    {
        var cost = first.Cost + costs.Step(first.Root, production) + rest.Sum(term => term.Cost);
        return new(production, first, rest.ElementAtOrDefault(0), rest.ElementAtOrDefault(1), null, Math.Min(Enumerator.MaxCost, cost));
    }

    /// <summary>All choices of constants for the arguments after the first, of which there are at most two.</summary>
    private static IEnumerable<Term[]> ConstantChoices(Production production, ILookup<SearchType, Term> constants) =>
        production.Parameters switch
        {
            [_] => [[]],
            [_, var one] => constants[one].Select(constant => (Term[])[constant]),
            [_, var one, var two] => constants[one].SelectMany(first => constants[two].Select(second => (Term[])[first, second])),
            _ => [],
        };

    private bool GivesOutputs(Production production, Term first, Term? second, Term[] constants)
    {
        foreach (var pair in smallestFirst)
        {
            var made = Call(production, pair, first.Values[pair].Grid, second?.Values[pair].Grid, constants);
            if (made is null || !made.Equals(outputs[pair]))
                return false;
        }
        return true;
    }

    /// <summary>The result of a production on one demonstration; null where it fails, is too large, or no steps are left.</summary>
    private Grid? Call(Production production, int pair, Grid first, Grid? second, Term[] constants)
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
        var value = run.Call(production.Primitive.Body, 0, first, arguments.AsSpan(0, count));
        steps += run.Budget.Steps + 1;
        return !value.IsFailed && value.Grid is { Rows: <= Grid.MaxTaskSide, Cols: <= Grid.MaxTaskSide } made ? made : null;
    }

    private ulong Key(Term term)
    {
        var key = 0UL;
        for (var i = 0; i < outputs.Length; i++)
            key = Key(key, term.Values[i].Grid);
        return key;
    }

    private static ulong Key(IEnumerable<Grid> values) => values.Aggregate(0UL, Key);

    private static ulong Key(ulong before, Grid grid) => (before ^ grid.Hash) * KeyMultiplier + 1;
}
