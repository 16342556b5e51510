using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>A small grid that the outputs have around every one of some points.</summary>
/// <param name="Expression">The program's list of grids, one for each point.</param>
/// <param name="Cost">The expression's cost.</param>
/// <param name="Cells">The grid's cells, by their distance from the point.</param>
internal sealed record Stamp(Expr Expression, int Cost, IReadOnlyList<(Point Offset, byte Color)> Cells);

/// <summary>
/// Learns from the outputs what is drawn around points: <c>input |> points_of(red) |> map(p => "3.3/.2./3.3" |> move_to(plus(p, up_left)))</c>. A cell
/// belongs to the drawing if it has the same colour at the same distance from every point, on all demonstrations, and is new there on two of them.
/// </summary>
internal sealed class StampLearner(Grid[] inputs, Grid[] outputs)
{
    private const int Reach = 3;
    private const int MaxPoints = 60;
    private const int StepCost = 30;
    private const int ColorCost = 23;
    private const int CellCost = 7;

    private readonly int needed = OutputEvidence.Needed(outputs);
    private readonly byte?[] common = [.. outputs.Select((output, i) => output.IsSizeOf(inputs[i]) ? (byte?)null : output.Backdrop)];

    /// <summary>What is drawn around the points of an entry; null where nothing is.</summary>
    public Stamp? Of(Term points)
    {
        var lists = points.Values.AsSpan(0, outputs.Length);
        var used = 0;
        foreach (var list in lists)
        {
            if (list.List.Count > MaxPoints)
                return null;
            used += list.List.Count > 0 ? 1 : 0;
        }
        if (used < needed)
            return null;
        var cells = new List<(Point Offset, byte Color)>();
        for (var row = -Reach; row <= Reach; row++)
            for (var col = -Reach; col <= Reach; col++)
                if (Color(lists, new(row, col)) is { } color)
                    cells.Add((new(row, col), color));
        return cells.Count == 0 ? null
            : new(Expression(points, cells), points.Cost + StepCost + ColorCost * cells.DistinctBy(cell => cell.Color).Count() + CellCost * cells.Count, cells);
    }

    /// <summary>The colour at a distance from every point; null where there is not one, or it is not new on enough demonstrations.</summary>
    private byte? Color(ReadOnlySpan<Value> lists, Point offset)
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
                isNew |= seen != (common[i] ?? inputs[i][row, col]);
            }
            newOn += isNew ? 1 : 0;
        }
        return newOn >= needed ? color : null;
    }

    private static Call Expression(Term points, List<(Point Offset, byte Color)> cells)
    {
        var (top, left) = (cells.Min(cell => cell.Offset.Row), cells.Min(cell => cell.Offset.Col));
        var (rows, cols) = (cells.Max(cell => cell.Offset.Row) - top + 1, cells.Max(cell => cell.Offset.Col) - left + 1);
        var lines = Enumerable.Range(0, rows).Select(_ => Enumerable.Repeat('.', cols).ToArray()).ToArray();
        foreach (var (offset, color) in cells)
            lines[offset.Row - top][offset.Col - left] = (char)('0' + color);
        if (!GridText.TryRead(string.Join('/', lines.Select(line => new string(line))), out var drawing))
            throw new InvalidOperationException("a drawing is not a grid");
        var point = new Name("p", default);
        Expr place = (top, left) == (0, 0) ? point : Call.Of("plus", point, new PointLiteral(new(top, left), default));
        return Call.Of("map", points.Expression, new Lambda(["p"], Call.Of("move_to", new GridLiteral(drawing, default), place), default));
    }
}
