using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Learns what becomes of the items of a list, such as the objects of the input: each keeps its colours or is painted in one colour.
/// Where a property of the items tells which, on all demonstrations, it writes the program:
/// <c>input |> paint(objects |> filter(o => size(o) == 3) |> recolor(red))</c>.
/// </summary>
internal sealed class RecolorLearner(LearnerTask task) : ILearner
{
    /// <summary>The cost of painting the items of one rule.</summary>
    private const int RuleCost = 30;

    private const int MinusCost = 15;

    private static readonly Name Input = new("input", default);

    private readonly Grid[] outputs = task.Outputs;

    /// <summary>The outcome of each item on each demonstration, by list; null for a list whose items do not explain the outputs.</summary>
    private readonly Dictionary<Term, byte[][]?> outcomes = [];

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (Learn(term) is { } found)
            findings.Solve(found);
    }

    private FoundExpression? Learn(Term property)
    {
        if (!task.KeepsSize || property.Type is not (SearchType.Ints or SearchType.Bools or SearchType.Colors))
            return null;
        if (property.Base is not { Type: SearchType.Grids } items)
            return null;
        if (!outcomes.TryGetValue(items, out var known))
            outcomes[items] = known = ItemOutcomes.Of(items, task.Inputs, outputs);
        if (known is null)
            return null;
        if (property.Type == SearchType.Colors && ItemOutcomes.AreColors(property, known, items))
            return PaintAll(property, items);
        return RecolorRule.Learn(property, known) is { } rules && AreTrusted(property, rules)
            ? new(Paint(property, rules), property.Cost + CostOf(rules))
            : PaintExtreme(property, known, 1) ?? PaintExtreme(property, known, -1);
    }

    /// <summary>The program that paints each item in the colour that its property is.</summary>
    private static FoundExpression PaintAll(Term colors, Term items)
    {
        var color = colors.Function();
        var recolor = color with { Body = Call.Of("recolor", new Name(color.Parameters[0], default), color.Body) };
        return new(Call.Of("paint", Input, Call.Of("map", items.Expression, recolor)), colors.Cost + RuleCost);
    }

    private static int CostOf(IReadOnlyList<RecolorRule> rules)
    {
        var painted = rules.Where(rule => rule.Outcome != ItemOutcomes.Stays).DistinctBy(rule => rule.Outcome).Count();
        var numbers = rules.Select(rule => rule.Number).OfType<int>().Distinct();
        return RuleCost * painted + numbers.Sum(OutputEvidence.CostOf);
    }

    /// <summary>
    /// The program where the items with the greatest number, or the least for a sign of -1, have one outcome and all others another; null
    /// where that does not hold.
    /// </summary>
    private FoundExpression? PaintExtreme(Term property, byte[][] known, int sign)
    {
        if (property.Type != SearchType.Ints)
            return null;
        var (best, rest, informative) = ((byte?)null, (byte?)null, 0);
        for (var i = 0; i < known.Length; i++)
        {
            var numbers = property.Values[i].List;
            if (numbers.Count == 0)
                continue;
            var extreme = Enumerable.Range(0, numbers.Count).Max(item => sign * numbers[item].Int);
            for (var item = 0; item < numbers.Count; item++)
                if ((sign * numbers[item].Int == extreme ? best ??= known[i][item] : rest ??= known[i][item]) != known[i][item])
                    return null;
            informative += known[i].Distinct().Count() > 1 ? 1 : 0;
        }
        if (informative < OutputEvidence.Needed(outputs) || best == rest)
            return null;
        var number = property.Function();
        if (sign < 0)
            number = number with { Body = Call.Of("sub", new IntLiteral(0, default), number.Body) };
        var items = property.Base!.Expression;
        Expr painted = Input;
        foreach (var (layer, outcome) in new[] { (items, rest!.Value), (Call.Of("all_max_by", items, number), best!.Value) })
            if (outcome != ItemOutcomes.Stays)
                painted = Call.Of("paint", painted, Call.Of("recolor", layer, new ColorLiteral(outcome, default)));
            else if (painted is Call)
                painted = Call.Of("paint", painted, layer);
        var layers = best != ItemOutcomes.Stays && rest != ItemOutcomes.Stays ? 3 : 2;
        return new(painted, property.Cost + RuleCost * layers + (sign > 0 ? 0 : MinusCost));
    }

    /// <summary>Whether the rules cover every item of the tests, and each rule was seen at work on enough demonstrations.</summary>
    private bool AreTrusted(Term property, IReadOnlyList<RecolorRule> rules)
    {
        var (shown, tests) = (property.Values.Take(outputs.Length), property.Values.Skip(outputs.Length));
        return tests.All(test => Items(test).All(item => rules.Any(rule => rule.Holds(item.Int))))
            && rules.All(rule => shown.Count(seen => Items(seen).Any(item => rule.Holds(item.Int))) >= OutputEvidence.Needed(outputs));

        static Value[] Items(Value list) => list.List.Span.ToArray();
    }

    /// <summary>The program that paints the items of each rule.</summary>
    private static Expr Paint(Term property, IReadOnlyList<RecolorRule> rules)
    {
        var function = property.Function();
        Expr painted = Input;
        foreach (var same in rules.Where(rule => rule.Outcome != ItemOutcomes.Stays).GroupBy(rule => rule.Outcome))
        {
            var test = same.Select(rule => rule.Test(function.Body)).Aggregate((one, other) => Call.Of("or", one, other));
            var chosen = Call.Of("filter", property.Base!.Expression, function with { Body = test });
            painted = Call.Of("paint", painted, Call.Of("recolor", chosen, new ColorLiteral(same.Key, default)));
        }
        return painted;
    }
}
