using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Enumeration;

/// <summary>One thread's evaluator of trials.</summary>
internal sealed class CandidateEvaluator
{
    private const int MaxGridSide = 40;
    private const int MaxListItems = 200;
    private static readonly Limits PerValue = new(60_000, 60_000);
    private readonly Grid[] inputs;
    private readonly Run run;
    private readonly Value[] results;
    private readonly Value[] arguments = new Value[4];

    public CandidateEvaluator(Grid[] inputs)
    {
        this.inputs = inputs;
        run = new Run(new Budget(PerValue), 64);
        results = new Value[inputs.Length];
    }

    /// <summary>Values on one grid that were computed.</summary>
    public long Evaluations { get; private set; }

    /// <summary>Evaluates a trial, which keeps its values unless it fails on an input or gives what the bank knows or what is not <paramref name="wanted"/>.</summary>
    public void Evaluate(ref CandidateTerm trial, Bank bank, Func<int, SearchType, Value, bool>? wanted)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            if (!TryMake(trial, i) || !Fits(trial.Production.Result, results[i]) || wanted?.Invoke(i, trial.Production.Result, results[i]) == false)
                return;
        }
        var print = Fingerprint.Of(trial.Production.Result, results, trial.Production.Application == Application.Each ? trial.Argument(trial.Production.FirstList).Base : null);
        if (bank.Contains(print))
            return;
        trial.Fingerprint = print;
        trial.Values = [.. results];
    }

    /// <summary>The values of an entry, which its trial made before; its arguments' values were recalled for that and have been kept.</summary>
    public Value[] Recompute(Term entry)
    {
        var trial = entry.Candidate;
        for (var i = 0; i < inputs.Length; i++)
            if (!TryMake(trial, i))
                throw new InvalidOperationException($"{trial.Production.Primitive.Name} made a value once and not again");
        return [.. results];
    }

    /// <summary>Puts a trial's value on one input among the results, unless it fails.</summary>
    private bool TryMake(in CandidateTerm trial, int input)
    {
        var move = trial.Production;
        var count = move.Parameters.Length;
        arguments[0] = trial.First.Values[input];
        if (count > 1)
            arguments[1] = trial.Second!.Values[input];
        if (count > 2)
            arguments[2] = trial.Third!.Values[input];
        if (count > 3)
            arguments[3] = trial.Fourth!.Values[input];
        if (move.Application == Application.Pair && !TakeApart())
            return false;
        if (move.Application == Application.Key)
            arguments[move.FirstList] = TabulatedFunction.Of(arguments[0].List, arguments[move.FirstList].List);
        run.Budget.Reset(PerValue);
        Evaluations++;
        results[input] = move.Application == Application.Fold
            ? run.Fold(move.Primitive.Body, move.Lists, inputs[input], arguments.AsSpan(0, count))
            : run.Call(move.Primitive.Body, move.Application == Application.Each ? move.Lists : 0, inputs[input], arguments.AsSpan(0, move.Application == Application.Pair ? 2 : count));
        return !results[input].IsFailed;
    }

    private bool TakeApart()
    {
        var list = arguments[0].List;
        if (list.Count != 2)
            return false;
        (arguments[0], arguments[1]) = (list[0], list[1]);
        return true;
    }

    private static bool Fits(SearchType kind, Value value) => kind switch
    {
        SearchType.Grid => value.Grid.Rows <= MaxGridSide && value.Grid.Cols <= MaxGridSide,
        _ => !kind.IsList() || value.List.Count <= MaxListItems,
    };
}
