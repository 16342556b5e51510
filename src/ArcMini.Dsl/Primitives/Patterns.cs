using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Finding a regularity and completing it.</summary>
internal static class Patterns
{
    public static Family Family { get; } = new("Patterns", "Finding a regularity and completing it.",
    [
        new("complete_tiling", "g: Grid, c: Color -> Grid",
            "g with the cells of the colour c replaced, so that g is one tile repeated. It is the smallest tile that fits all other " +
                "cells; each row of tiles may be shifted sideways against the row above, always by the same step. Fails if there is " +
                "none.",
            "complete_tiling(\"1212/1202/1212\", black)",
            Tilings.Complete),
        new("repair_tiling", "g: Grid -> Grid",
            "As complete_tiling, but the colour to replace is found: the one that allows the smallest tile.",
            "repair_tiling(\"123123/155123/155123/123123\")",
            Tilings.Repair),
        new("unit", "g: Grid -> Grid",
            "The smallest tile that g is a repetition of; the last copies may be cut off. It is g itself if there is no smaller one.",
            "unit(\"12121/12121\")",
            Tilings.Unit),
        new("complete_symmetry", "g: Grid, c: Color -> Grid",
            "g with the cells of the colour c replaced by their mirror images, left to right, top to bottom and along the diagonal. " +
                "The axes are those that fit the other cells best.",
            "complete_symmetry(\"1221/2332/2332/1200\", black)",
            Symmetries.Complete),
        new("repair_symmetry", "g: Grid -> Grid",
            "As complete_symmetry, but the colour to replace is found: the rarest one that can be replaced everywhere. Fails if " +
                "there is none.",
            "repair_symmetry(\"1221/2332/2332/1255\")",
            Symmetries.Repair),
        new("symmetrize", "g: Grid -> Grid",
            "g with the mirror images of its ink added, left to right and top to bottom, about the middle of g.",
            "symmetrize(\"100/010/000\")",
            Symmetries.Symmetrize),
        new("reflect_about", "g: Grid, o: Grid -> Grid",
            "g with the mirror images of its ink added, left to right and top to bottom, about the middle of o.",
            "reflect_about(\"30000/03000/00200/00000/00000\", keep(\"00000/00000/00200/00000/00000\", red) |> crop)",
            Symmetries.ReflectAbout),
        new("denoise", "g: Grid -> Grid",
            "g with every cell that has no neighbour of its own colour painted in the most frequent colour of its eight neighbours.",
            "denoise(\"111/121/111\")",
            Neighbors.Denoise),
        new("opening", "g: Grid, n: Int -> Grid", "The ink of g that lies in solid blocks of n x n cells of one colour, as an object.",
            "opening(\"11000/11100/00001\", 2)", Opening),
        new("restore", "g: Grid, s: Grid -> Grid",
            "g with every incomplete copy of s completed. In an incomplete copy, exactly one colour of s is missing: background " +
                "lies in its place. All other ink of s is there, and no further ink lies beside it.",
            "restore(\"0000010/0200000/0000010\", \"010/020/010\")",
            Templates.Restore),
        new("rewrite", "g: Grid, p: Grid, q: Grid -> Grid",
            "g with q laid over every part that equals p, where p may be turned or mirrored and q then is too. Transparent cells of " +
                "p match any cell. A cell of g belongs to one part at most.",
            "rewrite(\"1200/0000/0210\", \"12\", \"12/3.\")",
            Rewriting.Rewrite),
        new("spread", "g: Grid -> Grid", "g with every background cell that shares a side with ink painted in the colour of that ink.",
            "spread(\"000/010/000\")", Neighbors.Spread),
        new("fill_nearest", "g: Grid -> Grid",
            "g with every background cell painted in the colour of the nearest ink. A cell stays background if two colours are " +
                "equally near.",
            "fill_nearest(\"10002\")",
            Neighbors.FillNearest),
    ]);

    private static Value Opening(CallContext x)
    {
        var (g, n) = (x.Grid(0), x.Int(1));
        if (n is < 1 or > Grid.MaxSide)
            return x.Fail($"a block has 1 to {Grid.MaxSide} rows, not {n}");
        x.Charge((long)g.Area * n * n);
        var result = x.NewTransparent(g);
        for (var row = 0; row + n <= g.Rows; row++)
            for (var col = 0; col + n <= g.Cols; col++)
                if (g.IsInk(g[row, col]) && Solid(row, col))
                    for (var r = row; r < row + n; r++)
                        result.WritableCells.Slice(r * g.Cols + col, n).Fill(g[row, col]);
        return result;

        bool Solid(int row, int col)
        {
            for (var r = row; r < row + n; r++)
                if (g.Cells.Slice(r * g.Cols + col, n).ContainsAnyExcept(g[row, col]))
                    return false;
            return true;
        }
    }
}
