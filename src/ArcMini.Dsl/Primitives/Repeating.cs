using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Repeating a grid: as tiles, as mirror images, in the place of cells.</summary>
internal static class Repeating
{
    /// <summary>A grid with its mirror image to its right.</summary>
    public static Value MirrorX(CallContext x) => x.Lines(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols * 2, static (g, r, line) =>
    {
        g.Line(r).CopyTo(line);
        g.Line(r).CopyTo(line[g.Cols..]);
        line[g.Cols..].Reverse();
    });

    /// <summary>A grid with its mirror image below it.</summary>
    public static Value MirrorY(CallContext x) => x.Lines(x.Grid(0), x.Grid(0).Rows * 2, x.Grid(0).Cols, static (g, r, line) =>
        g.Line(r < g.Rows ? r : 2 * g.Rows - 1 - r).CopyTo(line));

    /// <summary>A grid repeated a number of times downwards and to the right.</summary>
    public static Value Tile(CallContext x)
    {
        var (rows, cols) = (Math.Min(x.Int(1), Grid.MaxSide + 1), Math.Min(x.Int(2), Grid.MaxSide + 1));
        return TileTo(x, x.Grid(0).Rows * rows, x.Grid(0).Cols * cols);
    }

    /// <summary>A grid repeated until a number of rows and columns is filled.</summary>
    public static Value TileTo(CallContext x, int rows, int cols)
    {
        if (Budget.SizeFault(rows, cols) is { } fault)
            return x.Fail(fault);
        return x.Lines(x.Grid(0), rows, cols, static (g, r, line) =>
        {
            for (var c = 0; c < line.Length; c += g.Cols)
                g.Line(r % g.Rows)[..Math.Min(g.Cols, line.Length - c)].CopyTo(line[c..]);
        });
    }

    /// <summary>A grid repeated over the frame of an object.</summary>
    public static Value Cover(CallContext x)
    {
        var o = x.Grid(1);
        var tiled = TileTo(x, o.Rows, o.Cols);
        return tiled.IsFailed ? Value.Failed : x.Budget.Move(tiled.Grid, o.Row, o.Col);
    }

    /// <summary>The Kronecker product: b in the place of every ink cell of a.</summary>
    public static Value Kron(CallContext x)
    {
        var (a, b) = (x.Grid(0), x.Grid(1));
        return x.Lines(a, a.Rows * b.Rows, a.Cols * b.Cols, (g, r, line) =>
        {
            var from = g.Line(r / b.Rows);
            var piece = b.Line(r % b.Rows);
            for (var c = 0; c < g.Cols; c++)
                if (g.IsInk(from[c]))
                    piece.CopyTo(line[(c * piece.Length)..]);
                else
                    line.Slice(c * piece.Length, piece.Length).Fill(g.Backdrop);
        });
    }
}
