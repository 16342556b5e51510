using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Drawing and filling the frames of objects, and filling what ink encloses.</summary>
internal static class Outlines
{
    /// <summary>The frame of the first argument filled with the colour that is the second.</summary>
    public static Value Solid(CallContext x)
    {
        var solid = x.NewTransparent(x.Grid(0));
        solid.WritableCells.Fill(x.Color(1));
        return solid;
    }

    /// <summary>A grid with its outermost ring of cells in a colour.</summary>
    public static Value Border(CallContext x)
    {
        var result = x.Copy(x.Grid(0));
        DrawRing(result, x.Color(1));
        return result;
    }

    /// <summary>The outermost ring of cells of an object's frame, as an object.</summary>
    public static Value Box(CallContext x)
    {
        var box = x.NewTransparent(x.Grid(0));
        DrawRing(box, x.Color(1));
        return box;
    }

    /// <summary>The four corner cells of an object's frame, as an object.</summary>
    public static Value Corners(CallContext x)
    {
        var corners = x.NewTransparent(x.Grid(0));
        foreach (var row in (ReadOnlySpan<int>)[0, corners.Rows - 1])
            foreach (var col in (ReadOnlySpan<int>)[0, corners.Cols - 1])
                corners.WritableCells[row * corners.Cols + col] = x.Color(1);
        return corners;
    }

    /// <summary>Concentric boxes around an object, the first along the inside of its frame, each next one n cells further out.</summary>
    public static Value Ripple(CallContext x)
    {
        var (g, o, n, color) = (x.Grid(0), x.Grid(1), x.Int(2), x.Color(3));
        var (top, left) = (o.Row - g.Row, o.Col - g.Col);
        return n < 1 ? x.Fail("boxes lie at least one cell apart") : x.Cells(g, g.Rows, g.Cols, (_, r, c) =>
        {
            var outside = Math.Max(Math.Max(top - r, r - (top + o.Rows - 1)), Math.Max(left - c, c - (left + o.Cols - 1)));
            return outside >= 0 && outside % n == 0 ? color : g[r, c];
        });
    }

    /// <summary>A grid with the background that ink encloses in a colour.</summary>
    public static Value FillHoles(CallContext x)
    {
        var g = x.Grid(0);
        using var spaces = new Components(x, g, g.Inks.Others, sameColor: false, reach: 0);
        var result = x.Copy(g);
        spaces.FillInside(result, x.Color(1));
        return result;
    }

    /// <summary>Gives the outermost ring of cells of a grid that is being made a colour.</summary>
    public static void DrawRing(Grid target, byte color)
    {
        target.WritableCells[..target.Cols].Fill(color);
        target.WritableCells[^target.Cols..].Fill(color);
        for (var r = 0; r < target.Rows; r++)
            target.WritableCells[r * target.Cols] = target.WritableCells[(r + 1) * target.Cols - 1] = color;
    }
}
