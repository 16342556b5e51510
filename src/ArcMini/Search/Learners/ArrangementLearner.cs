using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Where the outputs are the items of a list side by side, one below another or in rows, learns their order from a property of the items:
/// <c>input |> objects |> sort_by(o => o |> size) |> map(o => canvas(1, 1, o |> color)) |> join_y</c>. An item is a grid, or a colour that
/// fills a part of the output.
/// </summary>
internal sealed class ArrangementLearner(LearnerTask task) : ILearner
{
    private const int ReverseCost = 15;
    private const int MaxUnordered = 1000;

    private static readonly Production SortBy = Productions.All.First(production =>
        production is { Primitive.Name: "sort_by", Application: Application.Key } && production.Parameters[1] == SearchType.Ints);

    private readonly Grid[] outputs = task.Outputs;

    /// <summary>The outputs cut into parts of one colour, in each way in which all of them can be cut.</summary>
    private readonly List<Layout> solidLayouts = [.. SolidLayouts(task.Outputs)];

    /// <summary>The lists that have the parts of the outputs in another order, by base.</summary>
    private readonly Dictionary<Term, List<Arrangement>> unordered = [];

    /// <summary>The numbers of parts in a row, by their values on the demonstrations.</summary>
    private readonly CappedLookup<string, Term> numbers = new();

    /// <summary>The ordered lists that lack the number of parts in a row, by that number on the demonstrations.</summary>
    private readonly CappedLookup<string, FoundExpression> ordered = new();

    private int count;

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        switch (term.Type)
        {
            case SearchType.Grids when GridLayout(term) is { } layout:
                LearnList(term, layout, term.Expression, item => item, findings);
                break;
            case SearchType.Colors:
                foreach (var layout in solidLayouts)
                    LearnColors(term, layout, findings);
                break;
            case SearchType.Ints:
                foreach (var arrangement in unordered.GetValueOrDefault(term.Base!, []))
                    LearnOrder(arrangement, term, findings);
                break;
            case SearchType.Int:
                LearnNumber(term, findings);
                break;
        }
    }

    private void LearnColors(Term colors, Layout layout, IFindings findings) =>
        LearnList(colors, layout, null, color => Call.Of("canvas", Number(layout.Rows), Number(layout.Cols), color), findings);

    /// <summary>Tries a list in its own order, and keeps it until a property tells another order.</summary>
    private void LearnList(Term list, Layout layout, Expr? plain, Func<Expr, Expr> part, IFindings findings)
    {
        var items = new Items[outputs.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = list.Values[i].List;
            if (!HaveSameItems(items[i].Span, layout.Parts[i]))
                return;
        }
        foreach (var test in list.Values.AsSpan(outputs.Length))
            if (!CanBeArranged(list.Type, test.List))
                return;
        var arrangement = new Arrangement(list, layout, items, part);
        if (arrangement.IsRight((_, at, _) => at))
            Order(arrangement, plain ?? arrangement.Map(list.Base!.Expression), list.Cost, findings);
        if (arrangement.IsRight((_, at, length) => length - 1 - at))
            Order(arrangement, arrangement.Map(Call.Of("reverse", list.Base!.Expression)), list.Cost + ReverseCost, findings);
        if (++count > MaxUnordered)
            return;
        if (!unordered.TryGetValue(list.Base!, out var known))
            unordered[list.Base!] = known = [];
        known.Add(arrangement);
        foreach (var property in list.Base!.Images.Where(image => image.Type == SearchType.Ints).ToList())
            LearnOrder(arrangement, property, findings);
    }

    private void LearnOrder(Arrangement arrangement, Term property, IFindings findings)
    {
        var (list, items) = (arrangement.List, property.Base!);
        var orders = new int[outputs.Length][];
        for (var i = 0; i < orders.Length; i++)
        {
            var numbers = property.Values[i].List;
            orders[i] = [.. Enumerable.Range(0, numbers.Count).OrderBy(item => numbers[item].Int)];
        }
        var sorted = Call.Of("sort_by", items.Expression, property.Function());
        var cost = list.Cost + property.Cost - items.Cost + task.Costs.Step(items.Root, SortBy);
        if (arrangement.IsRight((i, at, _) => orders[i][at]))
            Order(arrangement, arrangement.Map(sorted), cost, findings);
        else if (arrangement.IsRight((i, at, length) => orders[i][length - 1 - at]))
            Order(arrangement, arrangement.Map(Call.Of("reverse", sorted)), cost + ReverseCost, findings);
    }

    /// <summary>Joins a list in the right order; where it is in several rows, waits for the number of parts in a row.</summary>
    private void Order(Arrangement arrangement, Expr list, int cost, IFindings findings)
    {
        var layout = arrangement.Layout;
        if (arrangement.List.Type == SearchType.Colors)
            cost += task.Costs.Of("canvas") + OutputEvidence.CostOf(layout.Rows) + OutputEvidence.CostOf(layout.Cols);
        if (layout.IsColumn)
            findings.Solve(new(Call.Of("join_y", list), cost + task.Costs.Of("join_y")));
        else if (layout.IsRow)
            findings.Solve(new(Call.Of("join_x", list), cost + task.Costs.Of("join_x")));
        else if (ordered.Add(layout.PerRow, new(list, cost)))
            foreach (var number in numbers[layout.PerRow])
                Arrange(new(list, cost), number, findings);
    }

    private void LearnNumber(Term number, IFindings findings)
    {
        var key = Key(outputs.Select((_, i) => number.Values[i].Int));
        if (numbers.Add(key, number))
            foreach (var list in ordered[key])
                Arrange(list, number, findings);
    }

    private void Arrange(FoundExpression list, Term number, IFindings findings) =>
        findings.Solve(new(
            Call.Of("arrange", list.Expression, number.Expression), list.Cost + number.Cost + task.Costs.Of("arrange")));

    /// <summary>The outputs cut into parts of the size of a list's items; null where they have not as many parts as the list.</summary>
    private Layout? GridLayout(Term list)
    {
        var parts = new Value[outputs.Length][];
        var perRow = new int[outputs.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var items = list.Values[i].List;
            if (items.Count == 0 || Cut(outputs[i], items[0].Grid.Rows, items[0].Grid.Cols, items.Count) is not { } cut)
                return null;
            (parts[i], perRow[i]) = (cut, outputs[i].Cols / items[0].Grid.Cols);
        }
        return Layout.Of(outputs, parts, perRow);
    }

    private static IEnumerable<Layout> SolidLayouts(Grid[] outputs)
    {
        for (var rows = 1; rows <= outputs.Min(output => output.Rows); rows++)
            for (var cols = 1; cols <= outputs.Min(output => output.Cols); cols++)
                if (SolidLayout(outputs, rows, cols) is { } layout)
                    yield return layout;
    }

    /// <summary>The outputs cut into parts of a size, as colours; null where a part has two.</summary>
    private static Layout? SolidLayout(Grid[] outputs, int rows, int cols)
    {
        var colors = new Value[outputs.Length][];
        for (var i = 0; i < colors.Length; i++)
        {
            if (Cut(outputs[i], rows, cols, outputs[i].Area / (rows * cols)) is not { } parts)
                return null;
            if (parts.Any(part => part.Grid.Cells.ContainsAnyExcept(part.Grid.Cells[0])))
                return null;
            colors[i] = [.. parts.Select(part => (Value)part.Grid.Cells[0])];
        }
        return Layout.Of(outputs, colors, [.. outputs.Select(output => output.Cols / cols)], rows, cols);
    }

    /// <summary>The parts of a size that an output consists of, row by row; null where it does not consist of so many.</summary>
    private static Value[]? Cut(Grid output, int rows, int cols, int count)
    {
        if (output.Rows % rows != 0 || output.Cols % cols != 0 || output.Area != count * rows * cols)
            return null;
        var perRow = output.Cols / cols;
        var parts = new Value[count];
        var cells = new byte[rows * cols];
        for (var part = 0; part < count; part++)
        {
            for (var row = 0; row < rows; row++)
                output.Line(part / perRow * rows + row).Slice(part % perRow * cols, cols).CopyTo(cells.AsSpan(row * cols));
            parts[part] = Budget.Load(rows, cols, cells);
        }
        return parts;
    }

    /// <summary>Whether two lists have the same items, in any order.</summary>
    private static bool HaveSameItems(ReadOnlySpan<Value> some, Value[] others)
    {
        if (some.Length != others.Length)
            return false;
        Span<bool> taken = stackalloc bool[others.Length];
        foreach (ref readonly var item in some)
        {
            var at = 0;
            while (at < others.Length && (taken[at] || !others[at].Equals(item)))
                at++;
            if (at == others.Length)
                return false;
            taken[at] = true;
        }
        return true;
    }

    /// <summary>Whether a list on a test has items, all of one size if they are grids.</summary>
    private static bool CanBeArranged(SearchType type, Items list) => list.Count > 0
        && (type != SearchType.Grids || Array.TrueForAll(list.Span.ToArray(), item => item.Grid.IsSizeOf(list[0].Grid)));

    private static IntLiteral Number(int number) => new(number, default);

    private static string Key(IEnumerable<int> numbers) => string.Join(' ', numbers);

    /// <summary>The outputs cut into parts of one size.</summary>
    /// <param name="Parts">For each demonstration the parts, row by row: grids, or colours.</param>
    /// <param name="PerRow">The number of parts in a row on all demonstrations, as a key.</param>
    /// <param name="IsRow">Whether all parts are in one row.</param>
    /// <param name="IsColumn">Whether all parts are in one column.</param>
    /// <param name="Rows">The height of a part that is a colour.</param>
    /// <param name="Cols">The width of a part that is a colour.</param>
    private sealed record Layout(Value[][] Parts, string PerRow, bool IsRow, bool IsColumn, int Rows, int Cols)
    {
        /// <summary>A layout; null where too few demonstrations have different parts to tell an order.</summary>
        public static Layout? Of(Grid[] outputs, Value[][] parts, int[] perRow, int rows = 0, int cols = 0)
        {
            var informative = parts.Count(some => Array.Exists(some, part => !part.Equals(some[0])));
            if (informative < OutputEvidence.Needed(outputs))
                return null;
            var isRow = perRow.Zip(parts).All(row => row.First == row.Second.Length);
            return new(parts, Key(perRow), isRow, perRow.All(n => n == 1), rows, cols);
        }
    }

    /// <summary>A list with the parts of the outputs in some order.</summary>
    /// <param name="List">The list: grids, or the colours of parts.</param>
    /// <param name="Layout">The parts of the outputs.</param>
    /// <param name="Items">The items of the list on each demonstration.</param>
    /// <param name="Part">The expression of a part, given that of an item.</param>
    private sealed record Arrangement(Term List, Layout Layout, Items[] Items, Func<Expr, Expr> Part)
    {
        /// <summary>Whether the items are the parts of the outputs in an order.</summary>
        /// <param name="order">The index of an item, given the demonstration, the index of the part and the number of parts.</param>
        public bool IsRight(Func<int, int, int, int> order)
        {
            for (var i = 0; i < Items.Length; i++)
                for (var at = 0; at < Items[i].Count; at++)
                    if (!Items[i][order(i, at, Items[i].Count)].Equals(Layout.Parts[i][at]))
                        return false;
            return true;
        }

        /// <summary>The parts, given the items of the list's base in their order.</summary>
        public Expr Map(Expr items)
        {
            var function = List.Function();
            var body = Part(function.Body);
            return body is Name ? items : Call.Of("map", items, function with { Body = body });
        }
    }
}
