using System.Numerics;
using System.Runtime.Intrinsics;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>
/// Composes demonstration outputs of partial answers: a base of the right size, and over it pieces whose visible cells are all
/// right, until every pair is exact. The idea of stacking pieces greedily is icecuber's (ARC Kaggle 2020).
/// </summary>
internal sealed class Stacker(Grid[] inputs, Grid[] outputs, ProductionCosts weights)
{
    private const int MaxBases = 120;
    private const int MaxPieces = 4000;
    private const int MaxDepth = 3;

    /// <summary>What one right cell is worth, as a cost: the log of its ten colours. A piece that costs more than it explains fits by chance.</summary>
    private const int CellWorth = 23;

    /// <summary>What it costs more to take only the ink of a piece, and to recolour it.</summary>
    private const int InkCost = 15;
    private const int RecolorCost = 30;

    private readonly int[] starts = Starts(outputs);
    private readonly int cells = outputs.Sum(output => output.Area);
    private readonly int needed = OutputEvidence.Needed(outputs);
    private readonly StampLearner stamps = new(inputs, outputs);
    private readonly ItemPieceLearner itemPieces = new(inputs, outputs, weights);
    private readonly PlacementLearner placements = new(inputs, outputs, weights);
    private readonly ulong[] draft = new ulong[Starts(outputs)[^1]];
    private readonly List<StackBase> bases = [];
    private readonly List<StackPiece> pieces = [];
    private readonly HashSet<ulong> masks = [];
    private readonly HashSet<ulong> itemMasks = [];
    private int leastRight;

    private static readonly PieceReading[] Readings = Enum.GetValues<PieceReading>();

    /// <summary>How a value is taken as a piece.</summary>
    private enum PieceReading
    {
        /// <summary>As it is.</summary>
        Whole,

        /// <summary>With its background transparent.</summary>
        Ink,

        /// <summary>Its ink, all in one colour, which the outputs tell.</summary>
        Recolored,
    }

    /// <summary>Takes note of a value: as a base, as a piece, as a piece when its background is made transparent or its ink recoloured, or not at all.</summary>
    public void Add(Term entry)
    {
        if (entry.Type == SearchType.Grid)
            AddBase(entry);
        if (entry.Type is SearchType.Grid or SearchType.Grids)
            foreach (var reading in Readings)
                if (AddPiece(entry, reading))
                    break;
        if (entry.Type == SearchType.Points && pieces.Count < MaxPieces && stamps.Of(entry) is { } stamp)
            AddStamp(entry, stamp);
        if (pieces.Count < MaxPieces)
            foreach (var drawing in itemPieces.Of(entry).Concat(placements.Of(entry)))
                AddDrawing(drawing);
    }

    /// <summary>Whether all that is visible of a grid or of the grids of a list, taken in some way, is right in one output.</summary>
    public bool IsPiece(int pair, SearchType kind, Value value)
    {
        foreach (var reading in Readings)
        {
            var color = Grid.Transparent;
            if (Read(pair, kind, value, reading, ref color, []))
                return true;
        }
        return false;
    }

    /// <summary>Every stack that makes all outputs, each as an expression with its cost.</summary>
    public IEnumerable<(Expr Expression, int Cost)> Stacks()
    {
        foreach (var start in bases.OrderByDescending(layer => layer.Right).ThenBy(layer => layer.Entry.Cost).Take(MaxBases))
        {
            var missing = Not(start.Mask);
            var (expr, cost) = (start.Entry.Expression, start.Entry.Cost);
            for (var depth = 0; depth < MaxDepth && Any(missing); depth++)
            {
                var (best, gain) = (default(StackPiece), 0.0);
                foreach (var piece in pieces)
                    if (Common(piece.Mask, missing) is var common && common * CellWorth > piece.Cost && PairsHelped(piece.Mask, missing) >= needed && common / (piece.Cost + 30.0) is var value && (value > gain || (common == Ones(missing) && value * 4 > gain)))
                        (best, gain) = (piece, value);
                if (best is null)
                    break;
                expr = new Call("paint", [expr, best.Expression], default);
                cost += best.Cost + 20;
                missing = Without(missing, best.Mask);
            }
            if (!Any(missing))
                yield return (expr, cost);
        }
    }

    private void AddBase(Term entry)
    {
        Array.Clear(draft);
        for (var i = 0; i < outputs.Length; i++)
        {
            if (entry.Values[i].Grid is var grid && (!grid.IsSizeOf(outputs[i]) || grid.Row != 0 || grid.Col != 0))
                return;
            MarkEqual(grid.Cells, outputs[i].Cells, draft.AsSpan(starts[i]));
        }
        var right = Ones(draft);
        if (right * 2 < cells || right < leastRight || right == cells)
            return;
        bases.Add(new(entry, [.. draft], right));
        if (bases.Count > 4 * MaxBases)
        {
            bases.Sort((a, b) => a.Right != b.Right ? b.Right - a.Right : a.Entry.Cost - b.Entry.Cost);
            bases.RemoveRange(2 * MaxBases, bases.Count - 2 * MaxBases);
            leastRight = bases[^1].Right;
        }
    }

    /// <summary>Marks the cells that two grids of one size have in common, sixteen at a time.</summary>
    private static void MarkEqual(ReadOnlySpan<byte> seen, ReadOnlySpan<byte> wanted, Span<ulong> marks)
    {
        var at = 0;
        for (; at + Vector128<byte>.Count <= wanted.Length; at += Vector128<byte>.Count)
            marks[at >> 6] |= (ulong)Vector128.Equals(Vector128.Create(seen[at..]), Vector128.Create(wanted[at..])).ExtractMostSignificantBits() << at;
        for (; at < wanted.Length; at++)
            if (seen[at] == wanted[at])
                marks[at >> 6] |= 1UL << at;
    }

    private bool AddPiece(Term entry, PieceReading reading)
    {
        if (pieces.Count >= MaxPieces)
            return false;
        Array.Clear(draft);
        var color = Grid.Transparent;
        for (var i = 0; i < outputs.Length; i++)
            if (!Read(i, entry.Type, entry.Values[i], reading, ref color, draft))
                return false;
        if (!Any(draft) || !masks.Add(Hash(draft)))
            return true;
        pieces.Add(reading switch
        {
            PieceReading.Ink => new(new Call("ink", [entry.Expression], default), entry.Cost + InkCost, [.. draft]),
            PieceReading.Recolored => new(Recolored(entry, color), entry.Cost + RecolorCost, [.. draft]),
            _ => new(entry.Expression, entry.Cost, [.. draft]),
        });
        return true;
    }

    /// <summary>Adds a piece unless another makes the same cells right. One that does so without a choice of items may still come, and be cheaper.</summary>
    private void AddDrawing(PlacedPiece drawing)
    {
        Array.Clear(draft);
        for (var i = 0; i < outputs.Length; i++)
            foreach (var (grid, at) in drawing.Grids[i])
                Mark(i, grid, at);
        if (!masks.Contains(Hash(draft)) && itemMasks.Add(Hash(draft)))
            pieces.Add(new(drawing.Expression, drawing.Cost, [.. draft]));
    }

    private void AddStamp(Term points, Stamp stamp)
    {
        Array.Clear(draft);
        for (var i = 0; i < outputs.Length; i++)
            foreach (var point in points.Values[i].List.Span)
                foreach (var (offset, _) in stamp.Cells)
                    if (outputs[i].Contains(point.Point.Row + offset.Row, point.Point.Col + offset.Col))
                        Mark(draft, i, point.Point.Row + offset.Row, point.Point.Col + offset.Col);
        if (masks.Add(Hash(draft)))
            pieces.Add(new(stamp.Expression, stamp.Cost, [.. draft]));
    }

    private void Mark(int pair, Grid grid, Point at)
    {
        for (int r = at.Row, cell = 0; r < at.Row + grid.Rows; r++)
            for (var c = at.Col; c < at.Col + grid.Cols; c++, cell++)
                if (grid.Cells[cell] != Grid.Transparent && outputs[pair].Contains(r, c))
                    Mark(draft, pair, r, c);
    }

    private void Mark(Span<ulong> marks, int pair, int row, int col)
    {
        var bit = row * outputs[pair].Cols + col;
        marks[starts[pair] + (bit >> 6)] |= 1UL << bit;
    }

    private Expr Recolored(Term entry, byte color)
    {
        var expr = new Call("recolor", [entry.Expression, new ColorLiteral(color, default)], default);
        return entry.Type == SearchType.Grid && Enumerable.Range(0, outputs.Length).Any(i => entry.Values[i].Grid.Backdrop != Grid.Transparent) ? new Call("ink", [expr], default) : expr;
    }

    /// <summary>Reads a grid or the grids of a list as part of one output; false if a cell is wrong. Marks the cells that are right, where there is room for marks.</summary>
    /// <param name="color">The colour that the outputs give to a recoloured piece: transparent as long as no cell has told it.</param>
    private bool Read(int pair, SearchType kind, Value value, PieceReading reading, ref byte color, Span<ulong> marks)
    {
        if (kind == SearchType.Grid)
            return Read(pair, value.Grid, reading, ref color, marks);
        foreach (var item in value.List.Span)
            if (!Read(pair, item.Grid, reading, ref color, marks))
                return false;
        return true;
    }

    private bool Read(int pair, Grid grid, PieceReading reading, ref byte color, Span<ulong> marks)
    {
        var output = outputs[pair];
        for (int r = 0, at = 0; r < grid.Rows; r++)
            for (var c = 0; c < grid.Cols; c++, at++)
            {
                var cell = grid.Cells[at];
                if (cell == Grid.Transparent || (reading != PieceReading.Whole && cell == grid.Backdrop) || !output.Contains(grid.Row + r, grid.Col + c))
                    continue;
                var wanted = output[grid.Row + r, grid.Col + c];
                if (reading == PieceReading.Recolored && color == Grid.Transparent)
                    color = wanted;
                if ((reading == PieceReading.Recolored ? color : cell) != wanted)
                    return false;
                if (!marks.IsEmpty)
                    Mark(marks, pair, grid.Row + r, grid.Col + c);
            }
        return true;
    }

    /// <summary>In how many pairs a piece brings something; one that helps in a single pair is likely to be there by chance.</summary>
    private int PairsHelped(ulong[] mask, ulong[] missing)
    {
        var pairs = 0;
        for (var i = 0; i < outputs.Length; i++)
            for (var word = starts[i]; word < starts[i + 1]; word++)
                if ((mask[word] & missing[word]) != 0)
                {
                    pairs++;
                    break;
                }
        return pairs;
    }

    /// <summary>Where each output's bits begin, in words, and the total.</summary>
    private static int[] Starts(Grid[] outputs)
    {
        var starts = new int[outputs.Length + 1];
        for (var i = 0; i < outputs.Length; i++)
            starts[i + 1] = starts[i] + (outputs[i].Area + 63) / 64;
        return starts;
    }

    private ulong[] Not(ulong[] mask)
    {
        var not = new ulong[mask.Length];
        for (var i = 0; i < outputs.Length; i++)
            for (var at = 0; at < outputs[i].Area; at++)
                if ((mask[starts[i] + (at >> 6)] >> at & 1) == 0)
                    not[starts[i] + (at >> 6)] |= 1UL << at;
        return not;
    }

    private static ulong[] Without(ulong[] a, ulong[] b)
    {
        var rest = new ulong[a.Length];
        for (var i = 0; i < a.Length; i++)
            rest[i] = a[i] & ~b[i];
        return rest;
    }

    private static bool Any(ulong[] mask) => mask.AsSpan().ContainsAnyExcept(0UL);

    private static int Ones(ulong[] mask)
    {
        var ones = 0;
        foreach (var word in mask)
            ones += BitOperations.PopCount(word);
        return ones;
    }

    private static int Common(ulong[] a, ulong[] b)
    {
        var ones = 0;
        for (var i = 0; i < a.Length; i++)
            ones += BitOperations.PopCount(a[i] & b[i]);
        return ones;
    }

    private static ulong Hash(ulong[] mask)
    {
        var hash = 14695981039346656037UL;
        foreach (var word in mask)
            hash = (hash ^ word ^ (word >> 32)) * 1099511628211UL;
        return hash;
    }

    /// <summary>A value of the outputs' size with the cells that it has right, and their number.</summary>
    private sealed record StackBase(Term Entry, ulong[] Mask, int Right);

    /// <summary>A piece with the cells that it makes right.</summary>
    private sealed record StackPiece(Expr Expression, int Cost, ulong[] Mask);
}
