using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Where the outputs show the first cells of one pattern, more of them or fewer, learns which number tells how many:
/// <c>canvas(3, 3, black) |> paint("2.2/.2./2.2" |> pixels |> take(input |> objects |> count))</c>. Where the cells have another single
/// colour in each output, it also learns the colour.
/// </summary>
internal sealed class TallyLearner(LearnerTask task) : ILearner
{
    /// <summary>The most terms that are kept for the number of cells, and for their colour.</summary>
    private const int MaxTerms = 3;

    private readonly Tally? tally = Tally.Of(task.Outputs);
    private readonly List<Term> numbers = [];
    private readonly List<Term> colors = [];

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (tally is null)
            return;
        if (term.Type == SearchType.Int && numbers.Count < MaxTerms && IsNumber(term))
        {
            numbers.Add(term);
            if (tally.Colors is null)
                findings.Solve(Program(term, null));
            foreach (var color in colors)
                findings.Solve(Program(term, color));
        }
        else if (term.Type == SearchType.Color && colors.Count < MaxTerms && IsColor(term))
        {
            colors.Add(term);
            foreach (var number in numbers)
                findings.Solve(Program(number, term));
        }
    }

    /// <summary>Whether a number is that of the cells on each demonstration, and the pattern has as many on each test.</summary>
    private bool IsNumber(Term term)
    {
        for (var i = 0; i < term.Values.Length; i++)
        {
            var number = term.Values[i].Int;
            if (i < tally!.Counts.Length ? number != tally.Counts[i] : number < 0 || number > tally.Cells)
                return false;
        }
        return true;
    }

    private bool IsColor(Term term)
    {
        if (tally!.Colors is not { } wanted)
            return false;
        for (var i = 0; i < wanted.Length; i++)
            if (wanted[i] != Grid.Transparent && term.Values[i].Color != wanted[i])
                return false;
        return true;
    }

    private FoundExpression Program(Term number, Term? color)
    {
        var cells = Call.Of("take", tally!.Pixels, number.Expression);
        if (color is not null)
            cells = Call.Of("recolor", cells, color.Expression);
        return new(Call.Of("paint", tally.Canvas, cells), tally.Cost + number.Cost + (color?.Cost ?? 0));
    }

    /// <summary>Outputs of one size that show the first cells of a pattern.</summary>
    /// <param name="Counts">How many cells each output shows.</param>
    /// <param name="Colors">
    /// The colour of the cells on each output, transparent where it shows none; null where the pattern tells the colours.
    /// </param>
    /// <param name="Cells">How many cells the pattern has.</param>
    /// <param name="Canvas">The output without the cells.</param>
    /// <param name="Pixels">All cells of the pattern in order.</param>
    /// <param name="Cost">The cost of the program without the number and the colour.</param>
    private sealed record Tally(int[] Counts, byte[]? Colors, int Cells, Expr Canvas, Expr Pixels, int Cost)
    {
        private const int StepsCost = 80;
        private const int ColorCost = 23;
        private const int CellCost = 7;
        private const int OrderCost = 20;

        /// <summary>The orders of a pattern's cells: each turns the cells in row-major order into the cells in another.</summary>
        private static readonly (bool IsByColumn, bool IsReversed)[] Orders = [(false, false), (false, true), (true, false), (true, true)];

        /// <summary>The tally that some outputs are; null if they are none.</summary>
        public static Tally? Of(Grid[] outputs)
        {
            if (outputs.Length < 2 || !outputs.All(outputs[0].IsSizeOf))
                return null;
            for (byte ground = 0; ground < Color.Count; ground++)
                if (outputs.Any(output => output.Cells.Contains(ground)))
                    foreach (var (isByColumn, isReversed) in Orders)
                        if (Of(outputs, ground, isByColumn, isReversed) is { } tally)
                            return tally;
            return null;
        }

        private static Tally? Of(Grid[] outputs, byte ground, bool isByColumn, bool isReversed)
        {
            var order = CellsInOrder(outputs[0], isByColumn, isReversed);
            var pattern = order.Where(cell => Array.Exists(outputs, output => output.Cells[cell] != ground)).ToArray();
            int[] counts = [.. outputs.Select(output => output.Area - output.Cells.Count(ground))];
            var partly = counts.Count(count => count > 0 && count < outputs[0].Area);
            if (counts.Distinct().Count() < 2 || partly < OutputEvidence.Needed(outputs))
                return null;
            for (var i = 0; i < counts.Length; i++)
                for (var at = 0; at < pattern.Length; at++)
                    if (outputs[i].Cells[pattern[at]] != ground != at < counts[i])
                        return null;
            var cells = ColorsOfCells(outputs, ground);
            var colors = cells is null ? ColorsOfOutputs(outputs, ground) : null;
            if (cells is null && colors is null)
                return null;
            cells ??= [.. outputs[0].Cells.ToArray().Select((_, cell) => pattern.Contains(cell) ? (byte)1 : Grid.Transparent)];
            var canvas = Call.Of("canvas", Number(outputs[0].Rows), Number(outputs[0].Cols), new ColorLiteral(ground, default));
            byte[] used = [.. cells.Distinct().Where(cell => cell != Grid.Transparent)];
            var isAll = used.Length == 1 && pattern.SequenceEqual(order.Take(pattern.Length));
            Expr drawn = isAll
                ? Call.Of("solid", canvas, new ColorLiteral(used[0], default))
                : new GridLiteral(Budget.Load(outputs[0].Rows, outputs[0].Cols, cells), default);
            var pixels = Call.Of("pixels", drawn);
            if (isByColumn)
                pixels = Call.Of("sort_by", pixels, new Name("leftmost", default));
            if (isReversed)
                pixels = Call.Of("reverse", pixels);
            var cost = StepsCost + ColorCost * used.Length + (isAll ? 0 : CellCost * pattern.Length)
                + (isByColumn ? OrderCost : 0) + (isReversed ? OrderCost : 0);
            return new(counts, colors, isAll ? order.Length : pattern.Length, canvas, pixels, cost);
        }

        /// <summary>The colour of each cell where an output shows it, else transparent; null where a cell has two colours.</summary>
        private static byte[]? ColorsOfCells(Grid[] outputs, byte ground)
        {
            var cells = Enumerable.Repeat(Grid.Transparent, outputs[0].Area).ToArray();
            foreach (var output in outputs)
                for (var cell = 0; cell < cells.Length; cell++)
                    if (output.Cells[cell] is var color && color != ground)
                    {
                        if (cells[cell] != Grid.Transparent && cells[cell] != color)
                            return null;
                        cells[cell] = color;
                    }
            return cells;
        }

        /// <summary>The one colour that each output shows, transparent where it shows none; null where an output shows two.</summary>
        private static byte[]? ColorsOfOutputs(Grid[] outputs, byte ground)
        {
            var colors = Enumerable.Repeat(Grid.Transparent, outputs.Length).ToArray();
            for (var i = 0; i < colors.Length; i++)
                foreach (var color in outputs[i].Cells)
                    if (color != ground)
                    {
                        if (colors[i] != Grid.Transparent && colors[i] != color)
                            return null;
                        colors[i] = color;
                    }
            return colors;
        }

        private static IntLiteral Number(int number) => new(number, default);

        private static int[] CellsInOrder(Grid output, bool isByColumn, bool isReversed)
        {
            var cells = Enumerable.Range(0, output.Area);
            if (isByColumn)
                cells = cells.OrderBy(cell => cell % output.Cols);
            return [.. isReversed ? cells.Reverse() : cells];
        }
    }
}
