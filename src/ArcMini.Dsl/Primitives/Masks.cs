using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Combining two grids of one size cell by cell.</summary>
internal static class Masks
{
    public static Family Family { get; } = new("Masks",
        "Combining two grids of the same size cell by cell, aligned at their top left cells, into an object. Fails if the sizes differ.",
    [
        new("both", "a: Grid, b: Grid -> Grid", "The ink of a where b has ink too.",
            "both(\"0110\", \"0022\")", x => Combine(x, (a, b) => a && b)),
        new("either", "a: Grid, b: Grid -> Grid", "The ink of a, and the ink of b where a has none.",
            "either(\"0110\", \"0022\")", x => Combine(x, (a, b) => a || b)),
        new("only", "a: Grid, b: Grid -> Grid", "The ink of a where b has none.",
            "only(\"0110\", \"0022\")", x => Combine(x, (a, b) => a && !b)),
        new("exclusive", "a: Grid, b: Grid -> Grid", "The ink of a where b has none, and the ink of b where a has none.",
            "exclusive(\"0110\", \"0022\")", x => Combine(x, (a, b) => a != b)),
        new("neither", "a: Grid, b: Grid -> Grid", "The cells where neither a nor b has ink, in black.",
            "neither(\"0110\", \"0022\")", x => Combine(x, (a, b) => !a && !b)),
        new("agree", "a: Grid, b: Grid -> Grid", "The cells in which a and b have the same colour.", "agree(\"0110\", \"0121\")", Agree),
        new("mask", "g: Grid, m: Grid -> Grid", "The cells of g where m has ink.", "mask(\"1234\", \"0110\")", x => Masked(x, true)),
        new("unmask", "g: Grid, m: Grid -> Grid", "The cells of g where m has no ink.",
            "unmask(\"1234\", \"0110\")", x => Masked(x, false)),
    ]);

    /// <summary>
    /// The cells for which a condition on the ink of a and of b holds. A cell shows the ink of a, else the ink of b, else black.
    /// </summary>
    private static Value Combine(CallContext x, Func<bool, bool, bool> wanted)
    {
        var (a, b) = (x.Grid(0), x.Grid(1));
        if (!a.IsSizeOf(b))
            return x.Fail($"grids of {a.Rows} x {a.Cols} and {b.Rows} x {b.Cols} cells cannot be combined");
        var result = x.NewTransparent(a);
        for (var i = 0; i < a.Area; i++)
        {
            var (ink, other) = (a.IsInk(a.Cells[i]), b.IsInk(b.Cells[i]));
            if (wanted(ink, other))
                result.WritableCells[i] = ink ? a.Cells[i] : other ? b.Cells[i] : (byte)0;
        }
        return result;
    }

    /// <summary>The cells of the first grid where the second has ink, or where it has none.</summary>
    private static Value Masked(CallContext x, bool wanted)
    {
        var (g, m) = (x.Grid(0), x.Grid(1));
        if (!g.IsSizeOf(m))
            return x.Fail($"a grid of {g.Rows} x {g.Cols} cells cannot be masked by one of {m.Rows} x {m.Cols}");
        var result = x.NewTransparent(g);
        for (var i = 0; i < g.Area; i++)
            if (m.IsInk(m.Cells[i]) == wanted)
                result.WritableCells[i] = g.Cells[i];
        return result;
    }

    private static Value Agree(CallContext x)
    {
        var (a, b) = (x.Grid(0), x.Grid(1));
        if (!a.IsSizeOf(b))
            return x.Fail($"grids of {a.Rows} x {a.Cols} and {b.Rows} x {b.Cols} cells cannot be compared");
        var result = x.NewTransparent(a);
        for (var i = 0; i < a.Area; i++)
            if (a.Cells[i] == b.Cells[i])
                result.WritableCells[i] = a.Cells[i];
        return result;
    }
}
