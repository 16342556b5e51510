using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>
/// Collects the layers for stacks from the top down: terms that are partly right on some demonstration, each read in several ways.
/// </summary>
internal sealed class LayerBank
{
    private const int MaxLayers = 100_000;
    private const int LayerBytes = 250;
    private const int InkCost = 15;
    private const int BackgroundCost = 30;
    private const int RecolorCost = 40;
    private const int MoveCost = 20;

    /// <summary>The least share of right cells that a layer must have on some demonstration.</summary>
    private const double LeastShare = 0.3;

    private readonly LearnerTask task;
    private readonly HashSet<ulong> known = [];
    private readonly List<(byte Color, ulong[] Cells)> colors;
    private readonly ulong[] visible, ink, right, seen, seenRight;
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
        (visible, ink, seen) = (Cells.NewMask(), Cells.NewMask(), Cells.NewMask());
        (right, seenRight) = (new ulong[Cells.DemonstrationWords], new ulong[Cells.DemonstrationWords]);
        counts = new int[task.Inputs.Length];
        maxLayers = (int)Math.Min(MaxLayers, maxBytes / (LayerBytes + sizeof(ulong) * (visible.Length + right.Length)));
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

    /// <summary>Adds the layers of a term.</summary>
    public void Add(Term term)
    {
        if (Layers.Count >= maxLayers || term.Type is not (SearchType.Grid or SearchType.Grids))
            return;
        var isMoved = term.Type == SearchType.Grid
            && IsFrameSized(term)
            && term.Values.Any(value => value.Grid.Row != 0 || value.Grid.Col != 0);
        if (!Draw(term, isMoved))
            return;
        var cost = term.Cost + (isMoved ? MoveCost : 0);
        Add(term, LayerReading.Whole, 0, isMoved, cost, visible, right);
        var hasBackground = !visible.AsSpan().SequenceEqual(ink);
        if (hasBackground)
        {
            Intersect(right, ink);
            Add(term, LayerReading.Ink, 0, isMoved, cost + InkCost, ink, seenRight);
            if (term.Type == SearchType.Grid)
            {
                for (var i = 0; i < seen.Length; i++)
                    seen[i] = visible[i] & ~ink[i];
                Intersect(right, seen);
                Add(term, LayerReading.Background, 0, isMoved, cost + BackgroundCost, seen, seenRight);
            }
        }
        foreach (var (color, cells) in colors)
        {
            Intersect(cells, ink);
            Add(term, LayerReading.Recolored, color, isMoved, cost + RecolorCost, ink, seenRight);
        }
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

    /// <summary>Draws a term into the masks; false if nothing is visible on the demonstrations.</summary>
    private bool Draw(Term term, bool atOrigin)
    {
        Array.Clear(visible);
        Array.Clear(ink);
        Array.Clear(right);
        for (var i = 0; i < task.Inputs.Length; i++)
            if (term.Type == SearchType.Grid)
                Cells.Draw(i, term.Values[i].Grid, atOrigin, visible, ink, right);
            else
                foreach (ref readonly var item in term.Values[i].List.Span)
                    Cells.Draw(i, item.Grid, false, visible, ink, right);
        return visible.AsSpan(0, right.Length).ContainsAnyExcept(0UL);
    }

    private void Add(Term term, LayerReading reading, byte color, bool isMoved, int cost, ulong[] shown, ulong[] correct)
    {
        if (!IsPartlyRight(shown, correct) || !known.Add(OutputCells.HashOf(correct, OutputCells.HashOf(shown))))
            return;
        var isFull = reading == LayerReading.Whole && shown.AsSpan().SequenceEqual(Cells.All)
            && term.Type == SearchType.Grid && IsFrameSized(term);
        Layers.Add(new(term, reading, color, isMoved, isFull, cost, [.. shown], [.. correct], [.. counts]));
    }

    /// <summary>Whether enough of the layer is right on some demonstration. Fills in the counts of cells.</summary>
    private bool IsPartlyRight(ulong[] shown, ulong[] correct)
    {
        var isRight = false;
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = OutputCells.CountOf(Cells.Of(shown, i));
            if (i < task.Outputs.Length && counts[i] > 0)
                isRight |= OutputCells.CountOf(Cells.Of(correct, i)) >= LeastShare * counts[i];
        }
        return isRight;
    }
}
