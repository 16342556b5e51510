using System.Runtime.InteropServices;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Where what was computed from the items of a list is right on the outputs for some items and wrong for others, learns from a property
/// of the items which to take: <c>input |> objects |> filter(o => o |> has_color(red)) |> map(o => o |> halo(blue))</c>.
/// </summary>
internal sealed class ItemPieceLearner(LearnerTask task) : ILearner
{
    private const int MaxImages = 2000;

    /// <summary>The cost of choosing items by what the outputs show.</summary>
    private const int ChoiceCost = 20;

    private const int NotCost = 20;
    private const int MinusCost = 15;

    private static readonly Production Filter =
        Productions.All.First(production => production is { Application: Application.Key, Primitive.Name: "filter" });

    /// <summary>The ways to choose items by a property, by its type.</summary>
    private static readonly ILookup<SearchType, ItemChooser> Choosers = new[]
    {
        (SearchType.Bools, new ItemChooser("filter", 0, value => value, _ => 1)),
        (SearchType.Bools, new ItemChooser("filter", NotCost, value => Call.Of("not", value), _ => 0)),
        (SearchType.Ints, new ItemChooser("all_max_by", 0, value => value, numbers => Extreme(numbers, 1))),
        (SearchType.Ints, new ItemChooser("all_max_by", MinusCost, Negated, numbers => Extreme(numbers, -1))),
    }.ToLookup(row => row.Item1, row => row.Item2);

    private readonly Grid[] outputs = task.Outputs;
    private readonly int needed = OutputEvidence.Needed(task.Outputs);
    private readonly Dictionary<Term, ItemList?> lists = [];

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (!findings.WantsPieces || term.Base is not { Type: SearchType.Grids } items)
            return;
        if (term.Type != SearchType.Grids && !Choosers.Contains(term.Type))
            return;
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, items, out var isKnown);
        if ((isKnown ? slot : slot = ItemList.Of(items, outputs.Length)) is not { } list)
            return;
        if (term.Type == SearchType.Grids)
            LearnImage(term, list, findings);
        else
            LearnProperty(term, list, findings);
    }

    private void LearnImage(Term term, ItemList list, IFindings findings)
    {
        if (list.Images.Count == MaxImages || Image(term, list) is not { } image)
            return;
        list.Images.Add(image);
        foreach (var choice in list.Choices)
            if (image.IsRightFor(choice))
                findings.Place(Piece(list, image, choice));
    }

    private void LearnProperty(Term term, ItemList list, IFindings findings)
    {
        var choices = Choosers[term.Type].Select(chooser => list.Choose(term, chooser)).OfType<ItemChoice>().ToList();
        foreach (var choice in choices)
            foreach (var image in list.Images)
                if (image.IsRightFor(choice))
                    findings.Place(Piece(list, image, choice));
    }

    /// <summary>
    /// For which items of its base an image is right on the outputs, and for which wrong; null where a choice would not help.
    /// </summary>
    private ItemImage? Image(Term term, ItemList list)
    {
        var (useful, wrong, usefulOn) = (UInt128.Zero, UInt128.Zero, 0);
        for (var i = 0; i < outputs.Length; i++)
        {
            var (grids, before) = (term.Values[i].List, useful);
            for (var item = 0; item < grids.Count; item++)
            {
                var grid = grids[item].Grid;
                if (!PlacedPiece.IsRight(grid, new(grid.Row, grid.Col), task.Inputs[i], outputs[i], out var isNew))
                    wrong |= list.Bit(i, item);
                else if (isNew)
                    useful |= list.Bit(i, item);
            }
            usefulOn += useful != before ? 1 : 0;
        }
        return wrong == 0 || usefulOn < needed ? null : new(term, useful, wrong);
    }

    private static Expr Negated(Expr number) => Call.Of("sub", new IntLiteral(0, default), number);

    /// <summary>The greatest number, or the least for a sign of -1.</summary>
    private static int Extreme(Items numbers, int sign)
    {
        var extreme = int.MinValue;
        foreach (ref readonly var number in numbers.Span)
            extreme = Math.Max(extreme, sign * number.Int);
        return sign * extreme;
    }

    private PlacedPiece Piece(ItemList list, ItemImage image, ItemChoice choice)
    {
        var (items, function) = (image.Term.Base!, choice.Property.Function());
        var chosen = Call.Of(
            choice.Chooser.Primitive, items.Expression, function with { Body = choice.Chooser.Argument(function.Body) });
        return new(
            image.Term == items ? chosen : Call.Of("map", chosen, image.Term.Function()),
            image.Term.Cost + choice.Property.Cost - items.Cost + task.Costs.Step(items.Root, Filter) + ChoiceCost + choice.Chooser.Cost,
            [.. outputs.Select((_, i) => list.Chosen(image.Term.Values[i].List, i, choice))]);
    }

    /// <summary>A way to choose items by a property.</summary>
    /// <param name="Primitive">The primitive that chooses.</param>
    /// <param name="Cost">Its cost beside that of the property.</param>
    /// <param name="Argument">The body of the primitive's argument, given that of the property.</param>
    /// <param name="Wanted">The value that the property has for the chosen items, given its values for all.</param>
    private sealed record ItemChooser(string Primitive, int Cost, Func<Expr, Expr> Argument, Func<Items, int> Wanted);

    /// <summary>A property with a way to choose by it, and a bit for each item that is chosen.</summary>
    private sealed record ItemChoice(Term Property, ItemChooser Chooser, UInt128 Chosen);

    /// <summary>An image of a list, with a bit for each item where it is right and new, and for each where it is wrong.</summary>
    private sealed record ItemImage(Term Term, UInt128 Useful, UInt128 Wrong)
    {
        public bool IsRightFor(ItemChoice choice) => (choice.Chosen & Wrong) == 0 && (Useful & ~choice.Chosen) == 0;
    }

    /// <summary>
    /// The items of a list on all demonstrations, a bit each, with the images of the list and the choices among its items.
    /// </summary>
    private sealed class ItemList
    {
        private const int MaxItems = 128;

        private readonly int[] starts;
        private readonly HashSet<UInt128> known = [0];

        private ItemList(int[] starts) => this.starts = starts;

        public List<ItemImage> Images { get; } = [];

        public List<ItemChoice> Choices { get; } = [];

        /// <summary>Null for a list with too many items, and for one with a single item or none.</summary>
        public static ItemList? Of(Term list, int demonstrations)
        {
            var starts = new int[demonstrations + 1];
            for (var i = 0; i < demonstrations; i++)
                starts[i + 1] = starts[i] + list.Values[i].List.Count;
            return starts[^1] is > 1 and <= MaxItems ? new(starts) : null;
        }

        public UInt128 Bit(int demonstration, int item) => UInt128.One << (starts[demonstration] + item);

        /// <summary>The choice by a property; null where it chooses no item, and where another choice is the same.</summary>
        public ItemChoice? Choose(Term property, ItemChooser chooser)
        {
            var chosen = UInt128.Zero;
            for (var i = 0; i < starts.Length - 1; i++)
            {
                var values = property.Values[i].List;
                var wanted = chooser.Wanted(values);
                for (var item = 0; item < values.Count; item++)
                    if (values[item].Int == wanted)
                        chosen |= Bit(i, item);
            }
            if (!known.Add(chosen))
                return null;
            var choice = new ItemChoice(property, chooser, chosen);
            Choices.Add(choice);
            return choice;
        }

        public IReadOnlyList<(Grid Grid, Point At)> Chosen(Items grids, int demonstration, ItemChoice choice) =>
        [
            .. Enumerable.Range(0, grids.Count)
                .Where(item => (choice.Chosen & Bit(demonstration, item)) != 0)
                .Select(item => grids[item].Grid)
                .Select(grid => (grid, new Point(grid.Row, grid.Col))),
        ];
    }
}
