using System.Runtime.InteropServices;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>
/// Where what is made of the items of a list is right in the outputs for some of them and wrong for others, learns from a property of the items which to
/// take: <c>input |> objects |> filter(o => o |> has_color(red)) |> map(o => o |> halo(blue))</c>.
/// </summary>
internal sealed class ItemPieceLearner(Grid[] inputs, Grid[] outputs, ProductionCosts weights)
{
    private const int MaxMade = 2000;

    /// <summary>What it costs to choose by what the outputs tell.</summary>
    private const int ChoiceCost = 20;

    private static readonly Production Filter = Productions.All.First(move => move is { Application: Application.Key, Primitive.Name: "filter" });

    /// <summary>How items are chosen, by the kind of a property: those for which it holds, or does not; those with the greatest number, or the least.</summary>
    private static readonly ILookup<SearchType, ItemChooser> Ways = new[]
    {
        (SearchType.Bools, new ItemChooser("filter", 0, value => value, _ => 1)),
        (SearchType.Bools, new ItemChooser("filter", 20, value => Call.Of("not", value), _ => 0)),
        (SearchType.Ints, new ItemChooser("all_max_by", 0, value => value, numbers => Extreme(numbers, 1))),
        (SearchType.Ints, new ItemChooser("all_max_by", 15, value => Call.Of("sub", new IntLiteral(0, default), value), numbers => Extreme(numbers, -1))),
    }.ToLookup(way => way.Item1, way => way.Item2);

    private readonly int needed = OutputEvidence.Needed(outputs);
    private readonly Dictionary<Term, ItemList?> lists = [];

    /// <summary>The drawings that a new entry, a list of grids or a property of the items of one, makes possible.</summary>
    public IEnumerable<PlacedPiece> Of(Term entry)
    {
        if (entry.Base is not { Type: SearchType.Grids } items || (entry.Type != SearchType.Grids && !Ways.Contains(entry.Type)))
            return [];
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, items, out var isKnown);
        if ((isKnown ? list : list = ItemList.Of(items, outputs.Length)) is not { } known)
            return [];
        if (entry.Type == SearchType.Grids)
            return Look(entry, known) is { } made ? known.Choices.Where(made.IsToldBy).Select(choice => Draw(known, made, choice)) : [];
        return Ways[entry.Type].Select(way => known.Choose(entry, way)).OfType<ItemChoice>().ToList()
            .SelectMany(choice => known.Made.Where(made => made.IsToldBy(choice)).Select(made => Draw(known, made, choice)));
    }

    /// <summary>For which items of its base a list is right, and for which wrong; null where no choice among them helps.</summary>
    private MadeItems? Look(Term entry, ItemList list)
    {
        if (list.Made.Count == MaxMade)
            return null;
        var (useful, wrong, helped) = (UInt128.Zero, UInt128.Zero, 0);
        for (var i = 0; i < outputs.Length; i++)
        {
            var (grids, before) = (entry.Values[i].List, useful);
            for (var item = 0; item < grids.Count; item++)
                if (!PlacedPiece.Stands(grids[item].Grid, new(grids[item].Grid.Row, grids[item].Grid.Col), inputs[i], outputs[i], out var isNew))
                    wrong |= list.Bit(i, item);
                else if (isNew)
                    useful |= list.Bit(i, item);
            helped += useful != before ? 1 : 0;
        }
        if (wrong == 0 || helped < needed)
            return null;
        var made = new MadeItems(entry, useful, wrong);
        list.Made.Add(made);
        return made;
    }

    /// <summary>The greatest number, or the least for a sign of -1.</summary>
    private static int Extreme(Items numbers, int sign)
    {
        var extreme = int.MinValue;
        foreach (ref readonly var number in numbers.Span)
            extreme = Math.Max(extreme, sign * number.Int);
        return sign * extreme;
    }

    private PlacedPiece Draw(ItemList list, MadeItems made, ItemChoice choice)
    {
        var (items, function) = (made.Entry.Base!, choice.Property.Function());
        var chosen = Call.Of(choice.Way.Primitive, items.Expression, function with { Body = choice.Way.Change(function.Body) });
        return new(
            made.Entry == items ? chosen : Call.Of("map", chosen, made.Entry.Function()),
            made.Entry.Cost + choice.Property.Cost - items.Cost + weights.Step(items.Root, Filter) + ChoiceCost + choice.Way.Cost,
            [.. outputs.Select((_, i) => list.Chosen(made.Entry.Values[i].List, i, choice))]);
    }

    /// <summary>A way to choose items by a property.</summary>
    /// <param name="Primitive">The primitive that does.</param>
    /// <param name="Cost">What it costs beside the property.</param>
    /// <param name="Change">What the primitive is given, of the property.</param>
    /// <param name="Wanted">What the property has to be of an item, as a number, by what it is of all.</param>
    private sealed record ItemChooser(string Primitive, int Cost, Func<Expr, Expr> Change, Func<Items, int> Wanted);

    /// <summary>A property with a way to choose by it, and the items that are taken.</summary>
    private sealed record ItemChoice(Term Property, ItemChooser Way, UInt128 Taken);

    /// <summary>What was made of the items of a list, with those for which it is right and new, and those for which it is wrong.</summary>
    private sealed record MadeItems(Term Entry, UInt128 Useful, UInt128 Wrong)
    {
        public bool IsToldBy(ItemChoice choice) => (choice.Taken & Wrong) == 0 && (Useful & ~choice.Taken) == 0;
    }

    /// <summary>The items of a list on all demonstrations, each with a bit, what was made of them, and how they can be chosen.</summary>
    private sealed class ItemList
    {
        private const int MaxItems = 128;

        private readonly int[] starts;
        private readonly HashSet<UInt128> taken = [0];

        private ItemList(int[] starts) => this.starts = starts;

        public List<MadeItems> Made { get; } = [];

        public List<ItemChoice> Choices { get; } = [];

        /// <summary>Null for a list of too many items, or of one.</summary>
        public static ItemList? Of(Term list, int pairs)
        {
            var starts = new int[pairs + 1];
            for (var i = 0; i < pairs; i++)
                starts[i + 1] = starts[i] + list.Values[i].List.Count;
            return starts[^1] is > 1 and <= MaxItems ? new(starts) : null;
        }

        public UInt128 Bit(int pair, int item) => UInt128.One << (starts[pair] + item);

        /// <summary>The choice that a property makes; null where it is that of another, or takes nothing.</summary>
        public ItemChoice? Choose(Term property, ItemChooser way)
        {
            var takes = UInt128.Zero;
            for (var i = 0; i < starts.Length - 1; i++)
            {
                var values = property.Values[i].List;
                var wanted = way.Wanted(values);
                for (var item = 0; item < values.Count; item++)
                    if (values[item].Int == wanted)
                        takes |= Bit(i, item);
            }
            if (!taken.Add(takes))
                return null;
            var choice = new ItemChoice(property, way, takes);
            Choices.Add(choice);
            return choice;
        }

        public IReadOnlyList<(Grid Grid, Point At)> Chosen(Items grids, int pair, ItemChoice choice) =>
            [.. Enumerable.Range(0, grids.Count).Where(item => (choice.Taken & Bit(pair, item)) != 0).Select(item => grids[item].Grid).Select(grid => (grid, new Point(grid.Row, grid.Col)))];
    }
}
