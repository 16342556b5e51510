using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>
/// Collects the layers for stacks from the top down: terms that are partly right on some demonstration, each read in several ways, and the
/// pieces that learners found.
/// </summary>
internal sealed class LayerBank
{
    private const int MaxLayers = 100_000;
    private const int LayerBytes = 340;
    private const int InkCost = 15;
    private const int BackgroundCost = 30;
    private const int RecolorCost = 40;
    private const int MoveCost = 20;

    /// <summary>The least share of right cells that a layer must have on some demonstration.</summary>
    private const double LeastShare = 0.3;

    private readonly LearnerTask task;
    private readonly HashSet<ulong> known = [];
    private readonly List<(byte Color, ulong[] Cells)> colors;
    private readonly DrawnCells drawn;
    private readonly ulong[] seen, seenRight;
    private readonly int[] counts;
    private readonly int maxLayers;

    /// <summary>A bank for a frame.</summary>
    /// <param name="task">The task.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="maxBytes">The most memory of the layers in bytes, estimated.</param>
    public LayerBank(LearnerTask task, Frame frame, long maxBytes)
    {
        (this.task, Frame) = (task, frame);
        Cells = new(frame, task.Outputs);
        (drawn, seen, seenRight) = (Cells.NewDrawn(), Cells.NewMask(), new ulong[Cells.DemonstrationWords]);
        counts = new int[task.Inputs.Length];
        maxLayers = (int)Math.Min(MaxLayers, maxBytes / (LayerBytes + sizeof(ulong) * (seen.Length + seenRight.Length)));
        var common = task.Outputs.Select(output => ColorSet.Of(output.Cells)).Aggregate((some, others) => some & others);
        var names = Enumerable.Range(0, Color.Count).Select(color => (byte)color);
        colors = [.. names.Where(common.Has).Select(color => (color, Cells.OfColor(color)))];
    }

    /// <summary>The frame.</summary>
    public Frame Frame { get; }

    /// <summary>The cells of the frame.</summary>
    public FrameCells Cells { get; }

    /// <summary>The layers, in the order in which they were added.</summary>
    public List<Layer> Layers { get; } = [];

    /// <summary>Whether there is no room for more layers.</summary>
    public bool IsFull => Layers.Count >= maxLayers;

    /// <summary>Adds the layers of a term.</summary>
    public void Add(Term term)
    {
        if (IsFull || term.Type is not (SearchType.Grid or SearchType.Grids))
            return;
        var isMoved = term.Type == SearchType.Grid
            && IsFrameSized(term)
            && term.Values.Any(value => value.Grid.Row != 0 || value.Grid.Col != 0);
        if (!Draw(term, isMoved))
            return;
        var cost = term.Cost + (isMoved ? MoveCost : 0);
        Add(Write, cost, term.Type == SearchType.Grid && IsFrameSized(term), drawn.Visible, drawn.Right);
        if (!drawn.Visible.AsSpan().SequenceEqual(drawn.Ink))
        {
            Add(() => Call.Of("ink", Write()), cost + InkCost, isBase: false, drawn.Ink, drawn.InkRight);
            if (term.Type == SearchType.Grid)
            {
                for (var i = 0; i < seen.Length; i++)
                    seen[i] = drawn.Visible[i] & ~drawn.Ink[i];
                Intersect(drawn.Right, seen);
                Add(() => Call.Of("unmask", Write(), Write()), cost + BackgroundCost, isBase: false, seen, seenRight);
            }
        }
        foreach (var (color, cells) in colors)
        {
            Intersect(cells, drawn.Ink);
            var painted = new ColorLiteral(color, default);
            Add(() => Call.Of("recolor", Call.Of("ink", Write()), painted), cost + RecolorCost, isBase: false, drawn.Ink, seenRight);
        }

        Expr Write() => isMoved ? Frame.AtOrigin(term.Expression) : term.Expression;
    }

    /// <summary>Adds a piece that a learner found. What it covers on the tests is not known, so it counts as nothing.</summary>
    public void Add(PlacedPiece piece)
    {
        Array.Clear(seen);
        for (var i = 0; i < task.Outputs.Length; i++)
            foreach (var (grid, at) in piece.Grids[i])
                Cells.Mark(i, grid, at, seen);
        seen.AsSpan(0, seenRight.Length).CopyTo(seenRight);
        Add(() => piece.Expression, piece.Cost, isBase: false, seen, seenRight);
    }

    private void Intersect(ulong[] a, ulong[] b)
    {
        for (var i = 0; i < seenRight.Length; i++)
            seenRight[i] = a[i] & b[i];
    }

    private bool IsFrameSized(Term term)
    {
        for (var i = 0; i < Frame.Sizes.Length; i++)
            if (term.Values[i].Grid.Rows != Frame.Sizes[i].Rows || term.Values[i].Grid.Cols != Frame.Sizes[i].Cols)
                return false;
        return true;
    }

    /// <summary>Draws a term; false if nothing is visible on the demonstrations.</summary>
    private bool Draw(Term term, bool atOrigin)
    {
        drawn.Clear();
        for (var i = 0; i < task.Inputs.Length; i++)
            if (term.Type == SearchType.Grid)
                Cells.Draw(i, term.Values[i].Grid, atOrigin, drawn);
            else
                foreach (ref readonly var item in term.Values[i].List.Span)
                    Cells.Draw(i, item.Grid, false, drawn);
        return drawn.Visible.AsSpan(0, Cells.DemonstrationWords).ContainsAnyExcept(0UL);
    }

    /// <summary>Adds a layer, unless it is mostly wrong or another one covers the same cells and is right on the same.</summary>
    /// <param name="write">Writes its expression.</param>
    /// <param name="cost">The cost of the expression.</param>
    /// <param name="isBase">Whether its grids have the size of the frame.</param>
    /// <param name="shown">The cells that it covers.</param>
    /// <param name="correct">Those that have the colour of the output.</param>
    private void Add(Func<Expr> write, int cost, bool isBase, ulong[] shown, ulong[] correct)
    {
        if (IsFull || !IsPartlyRight(shown, correct) || !known.Add(CellMask.HashOf(correct, CellMask.HashOf(shown))))
            return;
        var isFull = isBase && shown.AsSpan().SequenceEqual(Cells.All);
        Layers.Add(new(write, cost, isFull, [.. shown], [.. correct], [.. counts]));
    }

    /// <summary>Whether enough of the layer is right on some demonstration. Fills in the counts of cells.</summary>
    private bool IsPartlyRight(ulong[] shown, ulong[] correct)
    {
        var isRight = false;
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = CellMask.CountOf(Cells.Of(shown, i));
            if (i < task.Outputs.Length && counts[i] > 0)
                isRight |= CellMask.CountOf(Cells.Of(correct, i)) >= LeastShare * counts[i];
        }
        return isRight;
    }
}
