using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>
/// Builds the demonstration outputs in layers: a base of the right size, and over it pieces whose visible cells are all right, until every
/// output is exact. Greedy stacking of pieces is the idea of icecuber (ARC Kaggle 2020).
/// </summary>
internal sealed class Stacker : ILearner
{
    private const int MaxBases = 120;
    private const int MaxPieces = 4000;
    private const int MaxDepth = 3;

    /// <summary>
    /// What a right cell is worth as a cost: the log of its ten colours. A piece that costs more than its cells are worth fits by chance.
    /// </summary>
    private const int CellWorth = 23;

    private const int LayerCost = 20;

    /// <summary>The cost of a layer when layers are compared by cells for their cost.</summary>
    private const double ComparedLayerCost = 30;

    /// <summary>A layer that makes all outputs exact may bring this many times less for its cost than another one.</summary>
    private const double CompletionBonus = 4;

    private readonly Grid[] outputs;
    private readonly OutputCells cells;
    private readonly PieceReader reader;
    private readonly ulong[] draft;
    private readonly int needed;
    private readonly List<StackBase> bases = [];
    private readonly List<StackPiece> pieces = [];
    private readonly HashSet<ulong> masks = [];
    private readonly HashSet<ulong> provisionalMasks = [];
    private int leastRight;

    /// <summary>A stacker for a task.</summary>
    public Stacker(LearnerTask task)
    {
        outputs = task.Outputs;
        needed = OutputEvidence.Needed(outputs);
        cells = new(outputs);
        reader = new(outputs, cells);
        draft = cells.NewMask();
    }

    /// <summary>Whether there is room for more pieces.</summary>
    public bool WantsPieces => pieces.Count < MaxPieces;

    /// <summary>Keeps a term as a base, as a piece, or as both.</summary>
    public void Learn(Term term, IFindings findings)
    {
        if (term.Type == SearchType.Grid)
            AddBase(term);
        if (term.Type is SearchType.Grid or SearchType.Grids)
            foreach (var reading in PieceReader.Readings)
                if (!WantsPieces || AddPiece(term, reading))
                    break;
    }

    /// <summary>Keeps a piece that a learner found, unless another covers the same cells.</summary>
    public void Add(PlacedPiece piece)
    {
        Array.Clear(draft);
        for (var i = 0; i < outputs.Length; i++)
            foreach (var (grid, at) in piece.Grids[i])
                cells.Mark(draft, i, grid, at);
        var hash = OutputCells.HashOf(draft);
        var isNew = piece.IsProvisional ? !masks.Contains(hash) && provisionalMasks.Add(hash) : masks.Add(hash);
        if (isNew)
            pieces.Add(new(piece.Expression, piece.Cost, [.. draft]));
    }

    /// <summary>Whether a value can be a piece on one demonstration: its visible cells are right, read in some way.</summary>
    public bool IsPiece(int pair, SearchType type, Value value)
    {
        foreach (var reading in PieceReader.Readings)
        {
            var color = Grid.Transparent;
            if (reader.TryRead(pair, type, value, reading, ref color, []))
                return true;
        }
        return false;
    }

    /// <summary>All stacks that give every output.</summary>
    public IEnumerable<FoundExpression> Stacks()
    {
        foreach (var start in bases.OrderByDescending(layer => layer.Right).ThenBy(layer => layer.Term.Cost).Take(MaxBases))
        {
            var missing = cells.Complement(start.Mask);
            var (expr, cost) = (start.Term.Expression, start.Term.Cost);
            for (var depth = 0; depth < MaxDepth && !OutputCells.IsEmpty(missing); depth++)
            {
                if (BestPiece(missing) is not { } best)
                    break;
                expr = Call.Of("paint", expr, best.Expression);
                cost += best.Cost + LayerCost;
                missing = OutputCells.Without(missing, best.Mask);
            }
            if (OutputCells.IsEmpty(missing))
                yield return new(expr, cost);
        }
    }

    /// <summary>
    /// The piece that covers most missing cells for its cost. It has to cover some on enough outputs: one that helps on a single output is
    /// likely to be right by chance.
    /// </summary>
    private StackPiece? BestPiece(ulong[] missing)
    {
        var (best, most, open) = ((StackPiece?)null, 0.0, OutputCells.CountOf(missing));
        foreach (var piece in pieces)
        {
            var covered = OutputCells.CountInCommon(piece.Mask, missing);
            if (covered * CellWorth <= piece.Cost || cells.OutputsInCommon(piece.Mask, missing) < needed)
                continue;
            var gain = covered / (piece.Cost + ComparedLayerCost);
            if (gain > most || (covered == open && gain * CompletionBonus > most))
                (best, most) = (piece, gain);
        }
        return best;
    }

    private void AddBase(Term term)
    {
        Array.Clear(draft);
        for (var i = 0; i < outputs.Length; i++)
        {
            var grid = term.Values[i].Grid;
            if (!grid.IsSizeOf(outputs[i]) || grid.Row != 0 || grid.Col != 0)
                return;
            cells.MarkEqual(draft, i, grid);
        }
        var right = OutputCells.CountOf(draft);
        if (right * 2 < cells.Count || right < leastRight || right == cells.Count)
            return;
        bases.Add(new(term, [.. draft], right));
        if (bases.Count > 4 * MaxBases)
            DropWorstBases();
    }

    private void DropWorstBases()
    {
        bases.Sort((a, b) => a.Right != b.Right ? b.Right - a.Right : a.Term.Cost - b.Term.Cost);
        bases.RemoveRange(2 * MaxBases, bases.Count - 2 * MaxBases);
        leastRight = bases[^1].Right;
    }

    /// <summary>
    /// Adds a term as a piece, read in one way. False where that is wrong on an output, so that another way may be tried.
    /// </summary>
    private bool AddPiece(Term term, PieceReading reading)
    {
        Array.Clear(draft);
        var color = Grid.Transparent;
        for (var i = 0; i < outputs.Length; i++)
            if (!reader.TryRead(i, term.Type, term.Values[i], reading, ref color, draft))
                return false;
        if (!OutputCells.IsEmpty(draft) && masks.Add(OutputCells.HashOf(draft)))
            pieces.Add(new(reader.Expression(term, reading, color), term.Cost + PieceReader.CostOf(reading), [.. draft]));
        return true;
    }

    /// <summary>A term of the outputs' size, with a mask of its right cells and their number.</summary>
    private sealed record StackBase(Term Term, ulong[] Mask, int Right);

    /// <summary>A piece with a mask of the cells that it covers, all of them right.</summary>
    private sealed record StackPiece(Expr Expression, int Cost, ulong[] Mask);
}
