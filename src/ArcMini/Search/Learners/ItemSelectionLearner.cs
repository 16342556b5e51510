using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Where every output is an item of a list, or was computed from an item, learns which item: the one with the greatest number, the only one
/// for which a property holds, the odd one out. <c>input |> objects |> max_by(o => o |> holes |> count) |> crop</c>
/// </summary>
internal sealed class ItemSelectionLearner(LearnerTask task) : ILearner
{
    private const int NotCost = 20;

    private static readonly SelectionRule[] Rules =
    [
        new(Selector("max_by", SearchType.Ints), IsNegated: false, items => Extreme(items, 1)),
        new(Selector("min_by", SearchType.Ints), IsNegated: false, items => Extreme(items, -1)),
        new(Selector("odd_by", SearchType.Ints), IsNegated: false, Odd),
        new(Selector("odd_by", SearchType.Colors), IsNegated: false, Odd),
        new(Selector("find", SearchType.Bools), IsNegated: false, items => Only(items, 1)),
        new(Selector("find", SearchType.Bools), IsNegated: true, items => Only(items, 0)),
    ];

    private readonly Grid[] outputs = task.Outputs;

    /// <summary>By base, the lists whose items include the outputs, and which items these are.</summary>
    private readonly Dictionary<Term, List<(Term List, bool[][] Right)>> choices = [];

    private delegate int SelectionFunction(ReadOnlySpan<Value> properties);

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (term.Base is not { Type: SearchType.Grids } items)
            return;
        if (term.Type != SearchType.Grids)
        {
            foreach (var (list, isRight) in choices.GetValueOrDefault(items, []))
                Select(list, isRight, term, findings);
        }
        else if (RightItems(term) is { } right)
        {
            if (!choices.TryGetValue(items, out var known))
                choices[items] = known = [];
            known.Add((term, right));
            foreach (var property in items.Images)
                Select(term, right, property, findings);
        }
    }

    /// <summary>
    /// For each demonstration, which items are the output. Null where a demonstration has none, or where every item is right on too many
    /// demonstrations to learn from.
    /// </summary>
    private bool[][]? RightItems(Term list)
    {
        var right = new bool[outputs.Length][];
        var informative = 0;
        for (var i = 0; i < right.Length; i++)
        {
            var items = list.Values[i].List;
            right[i] = new bool[items.Count];
            for (var item = 0; item < items.Count; item++)
                right[i][item] = items[item].Grid.Equals(outputs[i]);
            if (!right[i].Contains(true))
                return null;
            informative += right[i].Contains(false) ? 1 : 0;
        }
        return informative >= OutputEvidence.Needed(outputs) ? right : null;
    }

    private void Select(Term list, bool[][] right, Term property, IFindings findings)
    {
        var items = list.Base!;
        foreach (var rule in Rules)
            if (rule.Selector.Parameters[1] == property.Type && IsRight(rule, right, property))
            {
                var step = task.Costs.Step(items.Root, rule.Selector) + (rule.IsNegated ? NotCost : 0);
                findings.Solve(new(list.Item(Selected(rule, property)), property.Cost + list.Cost - items.Cost + step));
            }
    }

    /// <summary>Whether a rule chooses a right item on every demonstration, and one item on every test.</summary>
    private static bool IsRight(SelectionRule rule, bool[][] right, Term property)
    {
        for (var i = 0; i < property.Values.Length; i++)
        {
            var item = rule.Choose(property.Values[i].List.Span);
            if (item < 0 || (i < right.Length && !right[i][item]))
                return false;
        }
        return true;
    }

    private static Call Selected(SelectionRule rule, Term property)
    {
        var function = property.Function();
        if (rule.IsNegated)
            function = function with { Body = Call.Of("not", function.Body) };
        return Call.Of(rule.Selector.Primitive.Name, property.Base!.Expression, function);
    }

    /// <summary>The item with the greatest number, or the least for a sign of -1; -1 where two items have it.</summary>
    private static int Extreme(ReadOnlySpan<Value> numbers, int sign)
    {
        var (best, isOne) = (-1, false);
        for (var i = 0; i < numbers.Length; i++)
            if (best < 0 || sign * numbers[i].Int > sign * numbers[best].Int)
                (best, isOne) = (i, true);
            else if (numbers[i].Int == numbers[best].Int)
                isOne = false;
        return isOne ? best : -1;
    }

    /// <summary>The only item with a truth value, 0 or 1; -1 where there is none or more than one.</summary>
    private static int Only(ReadOnlySpan<Value> truths, int wanted)
    {
        var only = -1;
        for (var i = 0; i < truths.Length; i++)
            if (truths[i].Int == wanted)
            {
                if (only >= 0)
                    return -1;
                only = i;
            }
        return only;
    }

    /// <summary>The only item whose value differs from the value that all others share; -1 where there is none.</summary>
    private static int Odd(ReadOnlySpan<Value> values)
    {
        if (values.Length < 3)
            return -1;
        var common = values[0].Int == values[1].Int ? values[0].Int : values[2].Int;
        var odd = -1;
        for (var i = 0; i < values.Length; i++)
            if (values[i].Int != common)
            {
                if (odd >= 0)
                    return -1;
                odd = i;
            }
        return odd;
    }

    private static Production Selector(string primitive, SearchType keys) => Productions.All.First(production =>
        production.Primitive.Name == primitive && production.Application == Application.Key && production.Parameters[1] == keys);

    /// <summary>A way to choose an item by a property.</summary>
    /// <param name="Selector">The production that chooses in the program.</param>
    /// <param name="IsNegated">Whether the program asks for the items without the property.</param>
    /// <param name="Choose">The index of the chosen item, given the properties of all; -1 where the choice is not clear.</param>
    private sealed record SelectionRule(Production Selector, bool IsNegated, SelectionFunction Choose);
}
