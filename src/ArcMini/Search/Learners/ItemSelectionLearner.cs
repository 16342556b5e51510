using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Where every output is an item of a list, or what was made of an item, learns which: the one with the greatest number, the only one for which
/// something holds, the odd one out: <c>input |> objects |> max_by(o => o |> holes |> count) |> crop</c>.
/// </summary>
internal sealed class ItemSelectionLearner(Grid[] outputs, ProductionCosts weights)
{
    private const int NotCost = 20;

    private static readonly SelectionRule[] Rules =
    [
        new(Move("max_by", SearchType.Ints), IsNegated: false, items => Extreme(items, 1)),
        new(Move("min_by", SearchType.Ints), IsNegated: false, items => Extreme(items, -1)),
        new(Move("odd_by", SearchType.Ints), IsNegated: false, Odd),
        new(Move("odd_by", SearchType.Colors), IsNegated: false, Odd),
        new(Move("find", SearchType.Bools), IsNegated: false, items => Only(items, 1)),
        new(Move("find", SearchType.Bools), IsNegated: true, items => Only(items, 0)),
    ];

    private readonly Dictionary<Term, List<(Term Made, bool[][] Right)>> choices = [];

    /// <summary>The programs that a new entry, a list or a property of the items of one, makes possible, with their costs.</summary>
    public IEnumerable<(Expr Expression, int Cost)> Of(Term entry)
    {
        if (entry.Base is not { Type: SearchType.Grids } items)
            return [];
        if (entry.Type != SearchType.Grids)
            return choices.GetValueOrDefault(items, []).SelectMany(choice => Choose(choice.Made, choice.Right, entry));
        if (Right(entry) is not { } right)
            return [];
        if (!choices.TryGetValue(items, out var known))
            choices[items] = known = [];
        known.Add((entry, right));
        return items.Images.SelectMany(property => Choose(entry, right, property));
    }

    /// <summary>Which items are the output, for each demonstration; null where one has none, or there is nothing to choose.</summary>
    private bool[][]? Right(Term made)
    {
        var right = new bool[outputs.Length][];
        var open = 0;
        for (var i = 0; i < right.Length; i++)
        {
            var list = made.Values[i].List;
            right[i] = new bool[list.Count];
            for (var item = 0; item < list.Count; item++)
                right[i][item] = list[item].Grid.Equals(outputs[i]);
            if (!right[i].Contains(true))
                return null;
            open += right[i].Contains(false) ? 1 : 0;
        }
        return open >= OutputEvidence.Needed(outputs) ? right : null;
    }

    private IEnumerable<(Expr Expression, int Cost)> Choose(Term made, bool[][] right, Term property)
    {
        foreach (var rule in Rules)
            if (rule.Move.Parameters[1] == property.Type && IsRight(rule, right, property))
                yield return (made.Item(Chosen(rule, property)),
                    property.Cost + made.Cost - made.Base!.Cost + weights.Step(made.Base.Root, rule.Move) + (rule.IsNegated ? NotCost : 0));
    }

    private static bool IsRight(SelectionRule rule, bool[][] right, Term property)
    {
        for (var i = 0; i < property.Values.Length; i++)
            if (rule.Choose(property.Values[i].List.Span) is var item && (item < 0 || (i < right.Length && !right[i][item])))
                return false;
        return true;
    }

    private static Call Chosen(SelectionRule rule, Term property)
    {
        var function = property.Function();
        return Call.Of(rule.Move.Primitive.Name, property.Base!.Expression, rule.IsNegated ? function with { Body = Call.Of("not", function.Body) } : function);
    }

    /// <summary>The item with the greatest number, or the least for a sign of -1; -1 where two have it.</summary>
    private static int Extreme(ReadOnlySpan<Value> items, int sign)
    {
        var (best, isOne) = (-1, false);
        for (var i = 0; i < items.Length; i++)
            if (best < 0 || sign * items[i].Int > sign * items[best].Int)
                (best, isOne) = (i, true);
            else if (items[i].Int == items[best].Int)
                isOne = false;
        return isOne ? best : -1;
    }

    /// <summary>The item that equals a truth value, given as a number; -1 where there is none or more than one.</summary>
    private static int Only(ReadOnlySpan<Value> items, int wanted)
    {
        var only = -1;
        for (var i = 0; i < items.Length; i++)
            if (items[i].Int == wanted)
            {
                if (only >= 0)
                    return -1;
                only = i;
            }
        return only;
    }

    /// <summary>The one item whose value no other has, all others having the same; -1 where there is none.</summary>
    private static int Odd(ReadOnlySpan<Value> items)
    {
        if (items.Length < 3)
            return -1;
        var common = items[0].Int == items[1].Int ? items[0].Int : items[2].Int;
        var odd = -1;
        for (var i = 0; i < items.Length; i++)
            if (items[i].Int != common)
            {
                if (odd >= 0)
                    return -1;
                odd = i;
            }
        return odd;
    }

    private static Production Move(string primitive, SearchType keys) => Productions.All.First(move => move.Primitive.Name == primitive && move.Application == Application.Key && move.Parameters[1] == keys);

    /// <summary>A way to choose an item by a property.</summary>
    /// <param name="Move">The primitive that does.</param>
    /// <param name="IsNegated">Whether it is asked where the property does not hold.</param>
    /// <param name="Choose">The index of the item for the values of the property, -1 where the choice is not clear.</param>
    private sealed record SelectionRule(Production Move, bool IsNegated, Picker Choose);

    private delegate int Picker(ReadOnlySpan<Value> items);
}
