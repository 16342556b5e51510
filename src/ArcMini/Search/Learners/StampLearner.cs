using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Learns what the outputs show around points: <c>input |> points_of(red) |> map(p => "3.3/.2./3.3" |> move_to(plus(p, up_left)))</c>. A
/// cell belongs to the stamp if it has the same colour at the same offset from every point on all demonstrations, and is new on enough
/// of them.
/// </summary>
internal sealed class StampLearner(LearnerTask task) : ILearner
{
    /// <summary>The farthest row and column of a stamp from its point.</summary>
    private const int Reach = 3;

    private const int MaxPoints = 60;
    private const int StepCost = 30;
    private const int ColorCost = 23;
    private const int CellCost = 7;

    private readonly Grid[] inputs = task.Inputs;
    private readonly Grid[] outputs = task.Outputs;
    private readonly int needed = OutputEvidence.Needed(task.Outputs);

    /// <summary>
    /// For each demonstration the colour that is not new: the background where the size changes, else null for the input's cell.
    /// </summary>
    private readonly byte?[] oldColors =
        [.. task.Outputs.Select((output, i) => output.IsSizeOf(task.Inputs[i]) ? (byte?)null : output.Backdrop)];

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (term.Type != SearchType.Points || !findings.WantsPieces || !HasEnoughPoints(term))
            return;
        var lists = term.Values.AsSpan(0, outputs.Length);
        var cells = new List<(Point Offset, byte Color)>();
        for (var row = -Reach; row <= Reach; row++)
            for (var col = -Reach; col <= Reach; col++)
                if (ColorAt(lists, new(row, col)) is { } color)
                    cells.Add((new(row, col), color));
        if (cells.Count > 0)
            findings.Place(Stamp(term, cells));
    }

    private bool HasEnoughPoints(Term points)
    {
        var used = 0;
        foreach (var list in points.Values.AsSpan(0, outputs.Length))
        {
            if (list.List.Count > MaxPoints)
                return false;
            used += list.List.Count > 0 ? 1 : 0;
        }
        return used >= needed;
    }

    /// <summary>
    /// The colour at an offset from every point; null where the points differ, and where it is not new on enough demonstrations.
    /// </summary>
    private byte? ColorAt(ReadOnlySpan<Value> lists, Point offset)
    {
        var (color, newOn) = ((byte?)null, 0);
        for (var i = 0; i < lists.Length; i++)
        {
            var isNew = false;
            foreach (ref readonly var point in lists[i].List.Span)
            {
                var (row, col) = (point.Point.Row + offset.Row, point.Point.Col + offset.Col);
                if (!outputs[i].Contains(row, col))
                    continue;
                var seen = outputs[i][row, col];
                if ((color ??= seen) != seen)
                    return null;
                isNew |= seen != (oldColors[i] ?? inputs[i][row, col]);
            }
            newOn += isNew ? 1 : 0;
        }
        return newOn >= needed ? color : null;
    }

    private PlacedPiece Stamp(Term points, List<(Point Offset, byte Color)> cells)
    {
        var corner = new Point(cells.Min(cell => cell.Offset.Row), cells.Min(cell => cell.Offset.Col));
        var (rows, cols) = (cells.Max(cell => cell.Offset.Row) - corner.Row + 1, cells.Max(cell => cell.Offset.Col) - corner.Col + 1);
        var drawn = Enumerable.Repeat(Grid.Transparent, rows * cols).ToArray();
        foreach (var (offset, color) in cells)
            drawn[(offset.Row - corner.Row) * cols + offset.Col - corner.Col] = color;
        var stamp = Budget.Load(rows, cols, drawn);
        var point = new Name("p", default);
        Expr place = corner == default ? point : Call.Of("plus", point, new PointLiteral(corner, default));
        var colors = cells.DistinctBy(cell => cell.Color).Count();
        return new(
            Call.Of("map", points.Expression, new Lambda(["p"], Call.Of("move_to", new GridLiteral(stamp, default), place), default)),
            points.Cost + StepCost + ColorCost * colors + CellCost * cells.Count,
            [.. outputs.Select((_, i) => Placed(points.Values[i].List, stamp, corner))]);
    }

    private static IReadOnlyList<(Grid, Point)> Placed(Items points, Grid stamp, Point corner) =>
        [.. points.Span.ToArray().Select(point => (stamp, point.Point + corner))];
}
