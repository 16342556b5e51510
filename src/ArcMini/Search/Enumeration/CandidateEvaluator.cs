using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Enumeration;

/// <summary>Evaluates candidates on all inputs.</summary>
internal sealed class CandidateEvaluator
{
    private const int MaxGridSide = 40;
    private const int MaxListItems = 200;
    private static readonly Limits PerValue = new(Steps: 60_000, Cells: 60_000);

    private readonly Grid[] inputs;
    private readonly Run run;
    private readonly Value[] results;
    private readonly Value[] arguments = new Value[4];

    /// <summary>An evaluator for the inputs of a task, those of the demonstrations first.</summary>
    public CandidateEvaluator(Grid[] inputs)
    {
        this.inputs = inputs;
        run = new Run(new Budget(PerValue), Run.FunctionSlots);
        results = new Value[inputs.Length];
    }

    /// <summary>The number of evaluations: values that were computed, each on one input.</summary>
    public long Evaluations { get; private set; }

    /// <summary>
    /// Evaluates a candidate and stores its values in it. They stay null where the candidate fails on an input, where a value is not
    /// wanted, and where the bank has the values already.
    /// </summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="bank">The known terms.</param>
    /// <param name="isWanted">Whether a value on an input is of use; null where all are.</param>
    public void Evaluate(ref CandidateTerm candidate, Bank bank, Func<int, SearchType, Value, bool>? isWanted)
    {
        var production = candidate.Production;
        var taken = new TakenValues(candidate);
        for (var i = 0; i < inputs.Length; i++)
            if (!TryCompute(production, taken, i)
                || !Fits(production.Result, results[i])
                || isWanted?.Invoke(i, production.Result, results[i]) == false)
                return;
        var imageOf = production.Application == Application.Each ? candidate.Argument(production.FirstList).Base : null;
        var fingerprint = Fingerprint.Of(production.Result, results, imageOf);
        if (bank.Contains(fingerprint))
            return;
        candidate.Fingerprint = fingerprint;
        candidate.Values = [.. results];
    }

    /// <summary>Computes the evicted values of a term again.</summary>
    public Value[] Recompute(Term term)
    {
        var candidate = term.Candidate;
        var taken = new TakenValues(candidate);
        for (var i = 0; i < inputs.Length; i++)
            if (!TryCompute(candidate.Production, taken, i))
                throw new InvalidOperationException($"{candidate.Production.Primitive.Name} gave a value once and fails now");
        return [.. results];
    }

    /// <summary>A candidate with its values; null where it fails on an input.</summary>
    public Term? TermOf(in CandidateTerm candidate)
    {
        var taken = new TakenValues(candidate);
        for (var i = 0; i < inputs.Length; i++)
            if (!TryCompute(candidate.Production, taken, i) || !Fits(candidate.Production.Result, results[i]))
                return null;
        return new(candidate, [.. results]);
    }

    /// <summary>Computes the value on one input; false where that fails.</summary>
    private bool TryCompute(Production production, in TakenValues taken, int input)
    {
        var count = production.Parameters.Length;
        arguments[0] = taken.First[input];
        if (count > 1)
            arguments[1] = taken.Second![input];
        if (count > 2)
            arguments[2] = taken.Third![input];
        if (count > 3)
            arguments[3] = taken.Fourth![input];
        if (production.Application == Application.Pair && !TryTakePair())
            return false;
        if (production.Application == Application.Key)
            arguments[production.FirstList] = TabulatedFunction.Of(arguments[0].List, arguments[production.FirstList].List);
        run.Budget.Reset(PerValue);
        Evaluations++;
        results[input] = production.Application switch
        {
            Application.Fold => run.Fold(production.Primitive.Body, production.Lists, inputs[input], arguments.AsSpan(0, count)),
            Application.Each => run.Call(production.Primitive.Body, production.Lists, inputs[input], arguments.AsSpan(0, count)),
            Application.Pair => run.Call(production.Primitive.Body, 0, inputs[input], arguments.AsSpan(0, 2)),
            _ => run.Call(production.Primitive.Body, 0, inputs[input], arguments.AsSpan(0, count)),
        };
        return !results[input].IsFailed;
    }

    /// <summary>Replaces a list of two items, the first argument, by the items; false for a list of another length.</summary>
    private bool TryTakePair()
    {
        var list = arguments[0].List;
        if (list.Count != 2)
            return false;
        (arguments[0], arguments[1]) = (list[0], list[1]);
        return true;
    }

    private static bool Fits(SearchType type, Value value) => type switch
    {
        SearchType.Grid => value.Grid.Rows <= MaxGridSide && value.Grid.Cols <= MaxGridSide,
        _ => !type.IsList() || value.List.Count <= MaxListItems,
    };

    /// <summary>
    /// The values of a candidate's arguments. All are taken before the candidate is computed: to compute an evicted one again uses the same
    /// evaluator.
    /// </summary>
    private readonly ref struct TakenValues(in CandidateTerm candidate)
    {
        public readonly Value[] First = candidate.First.Values;
        public readonly Value[]? Second = candidate.Second?.Values;
        public readonly Value[]? Third = candidate.Third?.Values;
        public readonly Value[]? Fourth = candidate.Fourth?.Values;
    }
}
