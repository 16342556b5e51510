using System.Runtime.Intrinsics;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Laying grids over one another.</summary>
internal static class Layering
{
    /// <summary>
    /// Lays the visible cells of a piece over a grid that is being made. Both lie at their places on the common parent; cells outside of
    /// the grid are dropped. With <paramref name="under"/>, only background and transparent cells of the grid are covered.
    /// </summary>
    public static void Lay(this CallContext x, Grid target, Grid piece, bool under = false)
    {
        x.Charge(piece.Area);
        var (dr, dc) = (piece.Row - target.Row, piece.Col - target.Col);
        var backdrop = under ? target.Backdrop : Grid.Unknown;
        var (top, bottom) = (Math.Max(0, -dr), Math.Min(piece.Rows, target.Rows - dr));
        var (from, to) = (Math.Max(0, -dc), Math.Min(piece.Cols, target.Cols - dc));
        if (from >= to || top >= bottom)
            return;
        // Pieces as wide as the grid are laid in one go, since their rows follow each other in both.
        var whole = piece.Cols == target.Cols && dc == 0;
        var (lines, length) = whole ? (1, (bottom - top) * piece.Cols) : (bottom - top, to - from);
        for (var r = top; r < top + lines; r++)
        {
            var above = piece.Cells.Slice(r * piece.Cols + from, length);
            var below = target.WritableCells.Slice((r + dr) * target.Cols + from + dc, length);
            if (under)
                LayUnder(above, below, backdrop);
            else
                LayOver(above, below);
        }
    }

    private static void LayOver(ReadOnlySpan<byte> above, Span<byte> below)
    {
        var at = 0;
        for (; at <= above.Length - SimdCells.Length; at += SimdCells.Length)
        {
            var (over, under) = (SimdCells.Read(above, at), SimdCells.Read(below, at));
            var transparent = Vector128.Equals(over, Vector128.Create(Grid.Transparent));
            SimdCells.Write(Vector128.ConditionalSelect(transparent, under, over), below, at);
        }
        for (; at < above.Length && at < below.Length; at++)
            below[at] = above[at] == Grid.Transparent ? below[at] : above[at];
    }

    private static void LayUnder(ReadOnlySpan<byte> above, Span<byte> below, byte backdrop)
    {
        for (var c = 0; c < above.Length && c < below.Length; c++)
            if (above[c] != Grid.Transparent && (below[c] == backdrop || below[c] == Grid.Transparent))
                below[c] = above[c];
    }

    /// <summary>The first argument with the objects of a list laid over it, or only over its background.</summary>
    public static Value Paint(CallContext x, bool under)
    {
        var painted = x.Copy(x.Grid(0));
        foreach (var piece in x.List(1).Span)
            x.Lay(painted, piece.Grid, under);
        return painted;
    }

    /// <summary>The background of the first argument with the objects of a list laid over it.</summary>
    public static Value PaintAlone(CallContext x)
    {
        var g = x.Grid(0);
        var painted = x.Budget.On(x.NewLike(g), g.Backdrop);
        painted.WritableCells.Fill(g.Backdrop);
        foreach (var piece in x.List(1).Span)
            x.Lay(painted, piece.Grid);
        return painted;
    }

    /// <summary>The ink of b over a, aligned at the top left cells.</summary>
    public static Value Overlay(CallContext x)
    {
        var result = x.Copy(x.Grid(0));
        LayInk(result, x.Grid(1));
        return result;
    }

    /// <summary>The ink of each grid of a list over the next one, aligned at the top left cells.</summary>
    public static Value Stack(CallContext x)
    {
        var grids = x.List(0);
        if (grids.Count == 0)
            return x.Fail("there is nothing to stack");
        var result = x.Copy(x.Budget.On(grids[^1].Grid, grids[^1].Grid.Backdrop));
        for (var i = grids.Count - 2; i >= 0; i--)
        {
            x.Charge(grids[i].Grid.Area);
            LayInk(result, grids[i].Grid);
        }
        return result;
    }

    /// <summary>Lays the ink of a grid over another that is being made, aligned at the top left cells.</summary>
    private static void LayInk(Grid target, Grid top)
    {
        for (var r = 0; r < Math.Min(target.Rows, top.Rows); r++)
            for (var c = 0; c < Math.Min(target.Cols, top.Cols); c++)
                if (top.IsInk(top[r, c]))
                    target.WritableCells[r * target.Cols + c] = top[r, c];
    }

    /// <summary>The first argument with background in the place of the visible cells of a list of objects.</summary>
    public static Value Remove(CallContext x)
    {
        var g = x.Grid(0);
        var result = x.Copy(g);
        foreach (var item in x.List(1).Span)
        {
            var piece = item.Grid;
            x.Charge(piece.Area);
            var (dr, dc) = (piece.Row - g.Row, piece.Col - g.Col);
            for (var r = 0; r < piece.Rows; r++)
                for (var c = 0; c < piece.Cols; c++)
                    if (piece[r, c] != Grid.Transparent && g.Contains(r + dr, c + dc))
                        result.WritableCells[(r + dr) * g.Cols + c + dc] = g.Backdrop;
        }
        return result;
    }

    /// <summary>A grid with an object and copies of it laid over it, each one step further than the one before, to the edge.</summary>
    public static Value Copies(CallContext x)
    {
        var (g, o, d) = (x.Grid(0), x.Grid(1), x.Point(2));
        if (d == default)
            return x.Fail("a step is needed");
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        var (row, col, left) = (o.Row, o.Col, g.Rows + g.Cols + o.Rows + o.Cols);
        while (left-- > 0 && !IsPast(d.Row, row - g.Row, o.Rows, g.Rows) && !IsPast(d.Col, col - g.Col, o.Cols, g.Cols))
        {
            x.Lay(result, x.Budget.Move(o, row, col));
            (row, col) = (row + d.Row, col + d.Col);
        }
        return result;

        // Whether the object has left the grid, in one dimension, on the side to which the step goes.
        static bool IsPast(int step, int at, int length, int side) => step > 0 ? at >= side : step < 0 && at + length <= 0;
    }

    /// <summary>A grid with an object laid over it once for each place, with the object's centre on the place.</summary>
    public static Value Stamp(CallContext x)
    {
        var (g, s) = (x.Grid(0), x.Grid(1));
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        foreach (var place in x.List(2).Span)
            x.Lay(result, x.Budget.Move(s, place.Point.Row - (s.Rows - 1) / 2, place.Point.Col - (s.Cols - 1) / 2));
        return result;
    }
}
