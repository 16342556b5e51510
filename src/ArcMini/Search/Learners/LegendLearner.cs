using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Where the items of a list take the colours of the items of another list, such as a legend, learns which of them belong together: those
/// of one shape, those in the same rows, one inside of the other, the nearest.
/// <c>a |> map(p => p |> recolor(b |> find(o => o |> same_shape(p)) |> color))</c>
/// </summary>
internal sealed class LegendLearner(LearnerTask task) : ILearner
{
    private const int MaxTargets = 8;
    private const int MaxLegends = 300;
    private const int MaxItems = 30;
    private const int StepsCost = 70;
    private const ulong HashMultiplier = 0xD6E8FEB86659FD93;

    /// <summary>The interpreter steps that relations may take on one task. They take about a quarter of a second.</summary>
    private const long MaxSteps = 20_000_000;

    private static readonly Limits PerCall = new(Steps: 60_000, Cells: 60_000);

    /// <summary>The relations that the language has a word for, each in both directions, and equal numbers.</summary>
    private static readonly Relation[] Relations =
    [
        .. Plain(SearchType.Bool, SearchType.Grid, SearchType.Grid).SelectMany(row => new[]
        {
            new Relation(row, IsSwapped: false, (entry, item) => Call.Of(row.Primitive.Name, entry, item)),
            new Relation(row, IsSwapped: true, (entry, item) => Call.Of(row.Primitive.Name, item, entry)),
        }),
        .. Plain(SearchType.Int, SearchType.Grid).Select(row => new Relation(
            row,
            IsSwapped: false,
            (entry, item) => Call.Of("eq", Call.Of(row.Primitive.Name, entry), Call.Of(row.Primitive.Name, item)))),
        .. Plain(SearchType.Int, SearchType.Grid, SearchType.Grid).Select(row => new Relation(
            row, IsSwapped: false, (entry, item) => Call.Of(row.Primitive.Name, entry, item))),
    ];

    private readonly Grid[] outputs = task.Outputs;
    private readonly int needed = OutputEvidence.Needed(task.Outputs);
    private readonly List<TargetList> targets = [];
    private readonly List<LegendList> legends = [];
    private readonly HashSet<ulong> known = [];
    private readonly Run run = new(new Budget(PerCall), Run.FunctionSlots);
    private long steps;

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (term.Type != SearchType.Grids || !findings.WantsPieces || steps > MaxSteps)
            return;
        if (legends.Count < MaxLegends && Legend(term) is { } legend)
        {
            legends.Add(legend);
            foreach (var target in targets)
                Join(target, legend, findings);
        }
        if (targets.Count < MaxTargets && Targets(term) is { } found)
        {
            targets.Add(found);
            foreach (var other in legends)
                Join(found, other, findings);
        }
    }

    private static IEnumerable<Production> Plain(SearchType result, params SearchType[] parameters) => Productions.All.Where(row =>
        row.Application == Application.Plain && row.Result == result && row.Parameters.SequenceEqual(parameters));

    /// <summary>A list whose items have a colour; null where a grid has no items, or too many.</summary>
    private LegendList? Legend(Term term)
    {
        var colors = new byte[term.Values.Length][];
        for (var i = 0; i < colors.Length; i++)
        {
            var items = term.Values[i].List;
            if (items.Count is 0 or > MaxItems)
                return null;
            colors[i] = new byte[items.Count];
            for (var item = 0; item < items.Count; item++)
            {
                if (ColorOf(items[item].Grid) is not { } color)
                    return null;
                colors[i][item] = color;
            }
        }
        return colors.All(some => some.Length == 1) ? null : new(term, [.. term.Values.Select(value => value.List)], colors);
    }

    /// <summary>A list whose items each have one colour on the outputs; null where they do not, or nothing changes.</summary>
    private TargetList? Targets(Term term)
    {
        var wanted = new byte[outputs.Length][];
        var (newOn, hash) = (0, 0UL);
        for (var i = 0; i < wanted.Length; i++)
        {
            var items = term.Values[i].List;
            if (items.Count is 0 or > MaxItems)
                return null;
            wanted[i] = new byte[items.Count];
            var isNew = false;
            for (var item = 0; item < items.Count; item++)
            {
                var grid = items[item].Grid;
                if (ColorIn(grid, outputs[i]) is not { } color)
                    return null;
                wanted[i][item] = color;
                isNew |= grid.Cells.ContainsAnyExcept(color, grid.Backdrop, Grid.Transparent);
                hash = (hash + grid.Hash + (ulong)(grid.Row * Grid.MaxSide + grid.Col)) * HashMultiplier;
            }
            newOn += isNew ? 1 : 0;
        }
        if (newOn < needed || wanted.SelectMany(colors => colors).Distinct().Count() < 2 || !known.Add(hash))
            return null;
        return new(term, [.. term.Values.Select(value => value.List)], wanted);
    }

    /// <summary>
    /// The one colour that an output has where an item has ink; null where it has two, and where the item reaches outside.
    /// </summary>
    private static byte? ColorIn(Grid item, Grid output)
    {
        byte? color = null;
        for (var at = 0; at < item.Area; at++)
            if (item.IsInk(item.Cells[at]))
            {
                var (row, col) = (item.Row + at / item.Cols, item.Col + at % item.Cols);
                if (!output.Contains(row, col) || (color ??= output[row, col]) != output[row, col])
                    return null;
            }
        return color;
    }

    /// <summary>The most frequent colour of the ink, as the primitive <c>color</c> gives it; null where there is no ink.</summary>
    private static byte? ColorOf(Grid item)
    {
        Span<int> counts = stackalloc int[Color.Count];
        foreach (var cell in item.Cells)
            if (item.IsInk(cell))
                counts[cell]++;
        var best = 0;
        for (var color = 1; color < Color.Count; color++)
            if (counts[color] > counts[best])
                best = color;
        return counts[best] == 0 ? null : (byte)best;
    }

    private void Join(TargetList target, LegendList legend, IFindings findings)
    {
        for (var i = 0; i < outputs.Length; i++)
            foreach (var color in target.Wanted[i])
                if (!legend.Colors[i].Contains(color))
                    return;
        foreach (var relation in Relations)
            if (steps <= MaxSteps && IsRight(target, legend, relation))
                findings.Place(Piece(target, legend, relation));
    }

    /// <summary>Whether a relation finds an entry for every item, and one of the right colour on the demonstrations.</summary>
    private bool IsRight(TargetList target, LegendList legend, Relation relation)
    {
        for (var i = 0; i < target.Items.Length; i++)
            for (var item = 0; item < target.Items[i].Count; item++)
            {
                var entry = Partner(target.Items[i][item].Grid, legend.Items[i], relation);
                if (entry < 0 || (i < outputs.Length && legend.Colors[i][entry] != target.Wanted[i][item]))
                    return false;
            }
        return true;
    }

    /// <summary>The index of the first entry to which an item has a relation, or to which its number is least; -1 for none.</summary>
    private int Partner(Grid item, Items entries, Relation relation)
    {
        var (best, least) = (-1, int.MaxValue);
        for (var at = 0; at < entries.Count; at++)
        {
            var entry = entries[at].Grid;
            if (relation.Production.Parameters.Length == 1)
            {
                if (Number(relation.Production, entry) == Number(relation.Production, item))
                    return at;
            }
            else if (Apply(relation, entry, item) is { IsFailed: false } value)
            {
                if (relation.Production.Result == SearchType.Int && value.Int < least)
                    (best, least) = (at, value.Int);
                else if (relation.Production.Result == SearchType.Bool && value.Bool)
                    return at;
            }
        }
        return best;
    }

    private Value Apply(Relation relation, Grid entry, Grid item) => relation.IsSwapped
        ? Apply(relation.Production, item, entry)
        : Apply(relation.Production, entry, item);

    private int Number(Production production, Grid grid) => Apply(production, grid) is { IsFailed: false } value ? value.Int : int.MinValue;

    private Value Apply(Production production, params ReadOnlySpan<Value> arguments)
    {
        run.Budget.Reset(PerCall);
        var value = run.Call(production.Primitive.Body, 0, arguments[0], arguments);
        steps += run.Budget.Steps + 1;
        return value;
    }

    private PlacedPiece Piece(TargetList target, LegendList legend, Relation relation)
    {
        var choice = relation.Production.Result == SearchType.Int && relation.Production.Parameters.Length == 2 ? "min_by" : "find";
        var recolored = Term.FunctionOf(item => Call.Of("recolor", Ink(item), Call.Of("color", Partner(item))));
        return new(
            Call.Of("map", target.Term.Expression, recolored),
            target.Term.Cost + legend.Term.Cost + StepsCost + task.Costs.Of(relation.Production.Primitive.Name),
            [.. outputs.Select((_, i) => Recolored(target.Items[i], target.Wanted[i]))]);

        Expr Ink(Expr item) => target.HasBackground ? Call.Of("ink", item) : item;

        Call Partner(Expr item) => Call.Of(choice, legend.Term.Expression, Term.FunctionOf(entry => relation.Body(entry, item)));
    }

    private static IReadOnlyList<(Grid, Point)> Recolored(Items items, byte[] colors) =>
        [.. colors.Select((color, item) => (Recolored(items[item].Grid, color), new Point(items[item].Grid.Row, items[item].Grid.Col)))];

    private static Grid Recolored(Grid item, byte color) => Budget.Load(
        item.Rows, item.Cols, [.. item.Cells.ToArray().Select(cell => item.IsInk(cell) ? color : Grid.Transparent)]);

    /// <summary>A relation between an entry of the legend and an item.</summary>
    /// <param name="Production">A primitive of both; or of each, where their numbers are equal.</param>
    /// <param name="IsSwapped">Whether the item is the first argument.</param>
    /// <param name="Body">The expression that tells the entry, given those of the entry and of the item.</param>
    private sealed record Relation(Production Production, bool IsSwapped, Func<Expr, Expr, Expr> Body);

    /// <summary>A list with the colours that its items have on the outputs.</summary>
    private sealed record TargetList(Term Term, Items[] Items, byte[][] Wanted)
    {
        /// <summary>Whether some item shows background beside its ink, as a row of a grid does and an object does not.</summary>
        public bool HasBackground { get; } =
            Items.SelectMany(list => list.Span.ToArray()).Any(item => item.Grid.Backdrop != Grid.Transparent);
    }

    /// <summary>A list with the colours of its items.</summary>
    private sealed record LegendList(Term Term, Items[] Items, byte[][] Colors);
}
