using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>
/// Completing mirror symmetries. The cells of one colour, named <c>but</c> here, are unknown: they contradict no mirror image.
/// </summary>
internal static class Symmetries
{
    /// <summary>A mirror counts only if more than one in this many known cells equals its mirror image.</summary>
    private const int KnownCellsPerMatch = 4;

    private enum Axis
    {
        X,
        Y,
        Diagonal,
    }

    /// <summary>The first argument with the cells of the colour that is the second replaced by their mirror images.</summary>
    public static Value Complete(CallContext x) => Completed(x, x.Color(1));

    /// <summary>As <see cref="Complete"/>, for the rarest colour of which no cell is left after that.</summary>
    public static Value Repair(CallContext x)
    {
        var colors = Colors.ByCount(x.Grid(0), ink: false);
        for (var i = colors.Count - 1; i >= 0; i--)
            if (Completed(x, colors[i]) is var repaired && !repaired.Cells.Contains(colors[i]))
                return repaired;
        return x.Fail("no colour hides a symmetry");
    }

    /// <summary>A grid with the mirror images of its ink, left to right and top to bottom, about its own middle.</summary>
    public static Value Symmetrize(CallContext x) => x.Cells(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, (g, r, c) =>
    {
        var (row, col) = (g.Rows - 1 - r, g.Cols - 1 - c);
        return FirstInk(g, g[r, c], g[r, col], g[row, c], g[row, col]);
    });

    /// <summary>A grid with the mirror images of its ink, left to right and top to bottom, about the middle of an object.</summary>
    public static Value ReflectAbout(CallContext x)
    {
        var (g, o) = (x.Grid(0), x.Grid(1));
        var (row, col) = (2 * (o.Row - g.Row) + o.Rows - 1, 2 * (o.Col - g.Col) + o.Cols - 1);
        x.Charge(3 * g.Area);
        return x.Cells(g, g.Rows, g.Cols, (_, r, c) => FirstInk(g, g[r, c], At(r, col - c), At(row - r, c), At(row - r, col - c)));

        byte At(int r, int c) => g.Contains(r, c) ? g[r, c] : g.Backdrop;
    }

    /// <summary>The first of the given cells that is ink, or else the first cell.</summary>
    private static byte FirstInk(Grid g, params ReadOnlySpan<byte> cells)
    {
        foreach (var cell in cells)
            if (g.IsInk(cell))
                return cell;
        return cells[0];
    }

    /// <summary>
    /// Replaces the unknown cells with the help of one mirror after the other: left to right, top to bottom, along the diagonal. Each has
    /// the axis that <see cref="Best"/> finds; without one it is left out.
    /// </summary>
    private static Grid Completed(CallContext x, byte but)
    {
        var g = x.Grid(0);
        var result = x.Copy(g);
        foreach (var axis in (ReadOnlySpan<Axis>)[Axis.X, Axis.Y, Axis.Diagonal])
        {
            if (Best(x, result, axis, but) is not { } mirror)
                continue;
            x.Charge(g.Area);
            for (var r = mirror.Top; r < mirror.Bottom; r++)
                for (var c = mirror.Left; c < mirror.Right; c++)
                    if (result[r, c] == but)
                        result.WritableCells[r * g.Cols + c] = result.Cells[mirror.Image(r, c)];
        }
        return result;
    }

    /// <summary>
    /// The mirror of one kind under which no two known cells contradict each other and the most are equal. Null if too few are equal
    /// under every mirror.
    /// </summary>
    private static Mirror? Best(CallContext x, Grid g, Axis axis, byte but)
    {
        var (from, to) = axis switch
        {
            Axis.X => (0, 2 * (g.Cols - 1)),
            Axis.Y => (0, 2 * (g.Rows - 1)),
            _ => (-g.Rows, g.Cols),
        };
        var (best, agreed) = ((Mirror?)null, Math.Max(1, (g.Area - g.Cells.Count(but)) / KnownCellsPerMatch));
        for (var sum = from; sum <= to; sum++)
        {
            var mirror = Mirror.Of(g, axis, sum);
            if (mirror.Area > agreed && Agreement(x, g, mirror, but) is var agreement && agreement > agreed)
                (best, agreed) = (mirror, agreement);
        }
        return best;
    }

    /// <summary>How many known cells equal their known mirror images; 0 if any two differ.</summary>
    private static int Agreement(CallContext x, Grid g, Mirror mirror, byte but)
    {
        var cells = g.Cells;
        var agreement = 0;
        for (var r = mirror.Top; r < mirror.Bottom; r++)
        {
            x.Charge(g.Cols);
            var image = mirror.Image(r, mirror.Left);
            foreach (var cell in cells[(r * g.Cols + mirror.Left)..(r * g.Cols + mirror.Right)])
            {
                var other = cells[image];
                image += mirror.Across;
                if (cell == but || other == but)
                    continue;
                if (cell != other)
                    return 0;
                agreement++;
            }
        }
        return agreement;
    }

    /// <summary>
    /// A mirror axis at a place. It holds the rectangle of the cells whose mirror images lie on the grid. The image of the cell at row r
    /// and column c has the index <c>Start + r * Down + c * Across</c> among the cells of the grid.
    /// </summary>
    private readonly record struct Mirror(int Top, int Bottom, int Left, int Right, int Start, int Down, int Across)
    {
        /// <summary>The number of cells whose mirror images lie on the grid.</summary>
        public int Area => Math.Max(0, Bottom - Top) * Math.Max(0, Right - Left);

        /// <summary>The mirror that maps column c to sum - c, row r to sum - r, or (r, c) to (c - sum, r + sum).</summary>
        public static Mirror Of(Grid g, Axis axis, int sum) => axis switch
        {
            Axis.X => new(0, g.Rows, Math.Max(0, sum - g.Cols + 1), Math.Min(g.Cols, sum + 1), sum, g.Cols, -1),
            Axis.Y => new(Math.Max(0, sum - g.Rows + 1), Math.Min(g.Rows, sum + 1), 0, g.Cols, sum * g.Cols, -g.Cols, 1),
            _ => Diagonal(g, sum),
        };

        private static Mirror Diagonal(Grid g, int sum) => new(
            Math.Max(0, -sum), Math.Min(g.Rows, g.Cols - sum), Math.Max(0, sum), Math.Min(g.Cols, g.Rows + sum),
            sum - sum * g.Cols, 1, g.Cols);

        /// <summary>The index of the mirror image of a cell.</summary>
        public int Image(int r, int c) => Start + r * Down + c * Across;
    }
}
