using System.Numerics;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Finding a regularity and completing it.</summary>
internal static class Patterns
{
    public static Family Family { get; } = new("Patterns", "Finding a regularity and completing it.",
    [
        new("complete_tiling", "g: Grid, c: Color -> Grid", "With the cells of the colour c replaced as the smallest tiling, perhaps a skew one, that fits all other cells says.", "complete_tiling(\"1212/1202/1212\", black)", CompleteTiling),
        new("repair_tiling", "g: Grid -> Grid", "As complete_tiling, with the cells of the one colour without which the smallest tiling fits.", "repair_tiling(\"123123/155123/155123/123123\")", RepairTiling),
        new("unit", "g: Grid -> Grid", "The smallest tile that g is a repetition of, perhaps cut off at its end.", "unit(\"12121/12121\")",
            x => Period(x, x.Grid(0), Grid.Unknown, out var rows, out var cols) ? x.Part(x.Grid(0), 0, 0, rows, cols)! : x.Grid(0)),
        new("complete_symmetry", "g: Grid, c: Color -> Grid", "With the cells of the colour c replaced by their mirror images in both directions and along the diagonal where those fit.",
            "complete_symmetry(\"1221/2332/2332/1200\", black)", x => Complete(x, x.Color(1), [Axis.X, Axis.Y, Axis.Diagonal])),
        new("repair_symmetry", "g: Grid -> Grid", "As complete_symmetry, with the cells of the one colour (the rarest, if several) of which that leaves nothing.", "repair_symmetry(\"1221/2332/2332/1255\")", RepairSymmetry),
        new("symmetrize", "g: Grid -> Grid", "The ink and its mirror images left to right and top to bottom, within its own frame.", "symmetrize(\"100/010/000\")",
            x => x.Cells(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, (g, r, c) => Seen(g, g[r, c], g[r, g.Cols - 1 - c], g[g.Rows - 1 - r, c], g[g.Rows - 1 - r, g.Cols - 1 - c]))),
        new("reflect_about", "g: Grid, o: Grid -> Grid", "With the mirror images of the ink left to right and top to bottom about the middle of o.", "reflect_about(\"30000/03000/00200/00000/00000\", keep(\"00000/00000/00200/00000/00000\", red) |> crop)", ReflectAbout),
        new("denoise", "g: Grid -> Grid", "With each cell that shares its colour with none of its eight neighbours in the most frequent colour around it.", "denoise(\"111/121/111\")", Denoise),
        new("opening", "g: Grid, n: Int -> Grid", "Only the ink that lies in solid blocks of n x n cells of one colour; the rest is transparent.", "opening(\"11000/11100/00001\", 2)", Opening),
        new("restore", "g: Grid, s: Grid -> Grid", "With s laid wherever one of its colours is missing: g is background there, and all other cells of s are there alone.", "restore(\"0000010/0200000/0000010\", \"010/020/010\")", Restore),
        new("rewrite", "g: Grid, p: Grid, q: Grid -> Grid", "With q laid, for every part of g that equals p moved, turned or mirrored, moved, turned or mirrored alike. What is transparent in p fits any cell; a cell belongs to the first part that needs it.",
            "rewrite(\"1200/0000/0210\", \"12\", \"12/3.\")", Rewrite),
        new("spread", "g: Grid -> Grid", "With each background cell beside ink, diagonals not counted, in the colour of that ink.", "spread(\"000/010/000\")", Spread),
        new("fill_nearest", "g: Grid -> Grid", "With every background cell in the colour of the ink nearest to it; background where two colours are as near.", "fill_nearest(\"10002\")", FillNearest),
    ]);

    private enum Axis
    {
        X,
        Y,
        Diagonal,
    }

    /// <summary>The smallest rows x cols by which all cells but those of one colour repeat; false where nothing smaller than the grid does.</summary>
    private static bool Period(CallContext x, Grid g, byte but, out int rows, out int cols)
    {
        (rows, cols) = (0, 0);
        var widths = Widths(x, g, but);
        for (var area = 1; area < g.Area; area++)
            for (var height = 1; height <= Math.Min(area, g.Rows); height++)
                if (area % height == 0 && area / height <= g.Cols && widths[area / height] && Repeats(x, g, height, area / height, but, 0) is not null)
                {
                    (rows, cols) = (height, area / height);
                    return true;
                }
        return false;
    }

    /// <summary>Which widths a tile may have because every row alone repeats by them, so that most tiles need no look at how the rows go together.</summary>
    private static bool[] Widths(CallContext x, Grid g, byte but)
    {
        var widths = new bool[g.Cols + 1];
        Span<byte> tile = stackalloc byte[Grid.MaxSide];
        for (var width = 1; width <= g.Cols; width++)
        {
            widths[width] = true;
            for (var r = 0; r < g.Rows && widths[width]; r++)
            {
                x.Charge(g.Cols);
                tile[..width].Fill(but);
                widths[width] = Repeats(g.Line(r), 0, tile[..width], but);
            }
        }
        return widths;
    }

    /// <summary>Lays a line of cells over a line of a tile, again and again from column <paramref name="at"/> of the tile on; false where two cells contradict each other.</summary>
    private static bool Repeats(ReadOnlySpan<byte> line, int at, Span<byte> tile, byte but)
    {
        foreach (var cell in line)
        {
            ref var known = ref tile[at];
            if (++at == tile.Length)
                at = 0;
            if (cell == but || cell == known)
                continue;
            if (known != but)
                return false;
            known = cell;
        }
        return true;
    }

    /// <summary>The tile, row by row, with <paramref name="but"/> where it is not known; null where two cells contradict each other.</summary>
    private static byte[]? Repeats(CallContext x, Grid g, int rows, int cols, byte but, int skew)
    {
        Span<byte> tile = stackalloc byte[rows * cols];
        tile.Fill(but);
        for (var line = 0; line < rows; line++)
            for (var r = line; r < g.Rows; r += rows)
            {
                x.Charge(g.Cols);
                if (!Repeats(g.Line(r), Place(r, 0, rows, cols, skew) - line * cols, tile.Slice(line * cols, cols), but))
                    return null;
            }
        return tile.ToArray();
    }

    /// <summary>Where a cell lies in its tile, if each row of tiles lies <paramref name="skew"/> columns further right than the one above.</summary>
    private static int Place(int r, int c, int rows, int cols, int skew) => r % rows * cols + ((c - r / rows * skew) % cols + cols) % cols;

    private static Value CompleteTiling(CallContext x)
    {
        var (g, but) = (x.Grid(0), x.Color(1));
        var widths = Widths(x, g, but);
        for (var area = 1; area < g.Area; area++)
            if (Tiled(x, g, area, widths, but) is { } tiled)
                return tiled;
        return x.Fail("no tiling fits the other cells");
    }

    private static Value RepairTiling(CallContext x)
    {
        var g = x.Grid(0);
        var colors = Colors.ByCount(g, ink: false);
        var widths = colors.ConvertAll(color => Widths(x, g, color));
        for (var area = 1; area < g.Area; area++)
            for (var i = colors.Count - 1; i >= 0; i--)
                if (Tiled(x, g, area, widths[i], colors[i]) is { } tiled)
                    return tiled;
        return x.Fail("no colour alone spoils a tiling");
    }

    /// <summary>With the cells of one colour replaced as a tiling with tiles of the given area says; null where none fits the other cells.</summary>
    private static Grid? Tiled(CallContext x, Grid g, int area, bool[] widths, byte but)
    {
        for (var rows = 1; rows <= Math.Min(area, g.Rows); rows++)
        {
            if (area % rows != 0 || area / rows > g.Cols || !widths[area / rows])
                continue;
            var cols = area / rows;
            for (var skew = 0; skew < cols; skew++)
                if (Repeats(x, g, rows, cols, but, skew) is { } tile && !tile.Contains(but))
                    return x.Cells(g, g.Rows, g.Cols, (source, r, c) => source[r, c] == but ? tile[Place(r, c, rows, cols, skew)] : source[r, c]);
        }
        return null;
    }

    /// <summary>Looks, for each kind of mirror, for the axis that contradicts no known cell and maps the most of them onto one another.</summary>
    private static Grid Complete(CallContext x, byte but, params ReadOnlySpan<Axis> axes)
    {
        var g = x.Grid(0);
        var result = x.Copy(g);
        foreach (var axis in axes)
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

    private static Value RepairSymmetry(CallContext x)
    {
        var colors = Colors.ByCount(x.Grid(0), ink: false);
        for (var i = colors.Count - 1; i >= 0; i--)
            if (Complete(x, colors[i], Axis.X, Axis.Y, Axis.Diagonal) is var repaired && !repaired.Cells.Contains(colors[i]))
                return repaired;
        return x.Fail("no colour hides a symmetry");
    }

    private static Mirror? Best(CallContext x, Grid g, Axis axis, byte but)
    {
        var (from, to) = axis switch { Axis.X => (0, 2 * (g.Cols - 1)), Axis.Y => (0, 2 * (g.Rows - 1)), _ => (-g.Rows, g.Cols) };
        var (best, agreed) = ((Mirror?)null, Math.Max(1, (g.Area - g.Cells.Count(but)) / 4));
        for (var sum = from; sum <= to; sum++)
        {
            var mirror = Mirror.Of(g, axis, sum);
            if (mirror.Area > agreed && Agreement(x, g, mirror, but) is var agreement && agreement > agreed)
                (best, agreed) = (mirror, agreement);
        }
        return best;
    }

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

    /// <summary>An axis at a place: the rectangle of cells whose images lie on the grid, and where among all cells these images lie.</summary>
    private readonly record struct Mirror(int Top, int Bottom, int Left, int Right, int Start, int Down, int Across)
    {
        public int Area => Math.Max(0, Bottom - Top) * Math.Max(0, Right - Left);

        /// <summary>The mirror that maps column c to sum - c, row r to sum - r, or (r, c) to (c - sum, r + sum).</summary>
        public static Mirror Of(Grid g, Axis axis, int sum) => axis switch
        {
            Axis.X => new(0, g.Rows, Math.Max(0, sum - g.Cols + 1), Math.Min(g.Cols, sum + 1), sum, g.Cols, -1),
            Axis.Y => new(Math.Max(0, sum - g.Rows + 1), Math.Min(g.Rows, sum + 1), 0, g.Cols, sum * g.Cols, -g.Cols, 1),
            _ => new(Math.Max(0, -sum), Math.Min(g.Rows, g.Cols - sum), Math.Max(0, sum), Math.Min(g.Cols, g.Rows + sum), sum - sum * g.Cols, 1, g.Cols),
        };

        public int Image(int r, int c) => Start + r * Down + c * Across;
    }

    private static byte Seen(Grid g, params ReadOnlySpan<byte> cells)
    {
        foreach (var cell in cells)
            if (g.IsInk(cell))
                return cell;
        return cells[0];
    }

    private static Value Denoise(CallContext x)
    {
        x.Charge(x.Grid(0).Area * 9);
        return x.Cells(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, (g, r, c) =>
        {
            var own = g[r, c];
            if (own == Grid.Transparent || Drawing.Near(g, r, c, true, ColorSet.Of(own)) > 0)
                return own;
            Span<int> counts = stackalloc int[Grid.Transparent];
            for (var dr = -1; dr <= 1; dr++)
                for (var dc = -1; dc <= 1; dc++)
                    if (g.Contains(r + dr, c + dc) && g[r + dr, c + dc] is < Grid.Transparent and var cell && (dr, dc) != (0, 0))
                        counts[cell]++;
            byte best = 0;
            for (byte color = 1; color < Grid.Transparent; color++)
                if (counts[color] > counts[best])
                    best = color;
            return counts[best] > 0 ? best : own;
        });
    }

    private static Value Spread(CallContext x)
    {
        x.Charge(x.Grid(0).Area * 9);
        return x.Cells(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, (g, r, c) =>
        {
            if (g.IsInk(g[r, c]))
                return g[r, c];
            for (var dr = -1; dr <= 1; dr++)
                for (var dc = -1; dc <= 1; dc++)
                    if ((dr == 0 || dc == 0) && g.Contains(r + dr, c + dc) && g.IsInk(g[r + dr, c + dc]))
                        return g[r + dr, c + dc];
            return g[r, c];
        });
    }

    private static Value FillNearest(CallContext x)
    {
        var g = x.Grid(0);
        var inks = Enumerable.Range(0, g.Area).Where(i => g.IsInk(g.Cells[i])).Select(i => (Row: i / g.Cols, Col: i % g.Cols, Color: g.Cells[i])).ToArray();
        x.Charge((long)g.Area * Math.Max(1, inks.Length));
        return x.Cells(g, g.Rows, g.Cols, (grid, r, c) =>
        {
            if (grid.IsInk(grid[r, c]))
                return grid[r, c];
            var (best, color) = (int.MaxValue, grid[r, c]);
            foreach (var ink in inks)
            {
                var distance = Math.Abs(ink.Row - r) + Math.Abs(ink.Col - c);
                if (distance < best)
                    (best, color) = (distance, ink.Color);
                else if (distance == best && ink.Color != color)
                    color = grid[r, c];
            }
            return color;
        });
    }

    private static Value Opening(CallContext x)
    {
        var (g, n) = (x.Grid(0), x.Int(1));
        if (n is < 1 or > Grid.MaxSide)
            return x.Fail($"a block of {n} x {n} is none");
        x.Charge((long)g.Area * n * n);
        var result = x.Clear(g);
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

    private static Value Restore(CallContext x)
    {
        var (g, s) = (x.Grid(0), x.Grid(1));
        x.Charge((long)g.Area * s.Area);
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        var colors = Colors.ByCount(s, ink: true);
        if (colors.Count < 2 || !g.Cells.ContainsAny(colors.ToArray()))
            return result;
        var inks = Inks(s);
        var crowds = new (int Ink, int Own)[g.Area];
        foreach (var (r, c, _, crowd) in Inks(g))
            crowds[r * g.Cols + c] = crowd;
        for (var row = 1 - s.Rows; row < g.Rows; row++)
            for (var col = 1 - s.Cols; col < g.Cols; col++)
                if (Partial(row, col))
                    foreach (var (r, c, color, _) in inks)
                        if (g.Contains(row + r, col + c))
                            result.WritableCells[(row + r) * g.Cols + col + c] = color;
        return result;

        bool Partial(int row, int col)
        {
            var (seen, missing) = (0, 0);
            foreach (var (r, c, color, crowd) in inks)
            {
                var inside = g.Contains(row + r, col + c);
                var at = (row + r) * g.Cols + col + c;
                if (inside && g.Cells[at] == color && crowds[at].Ink <= crowd.Ink && crowds[at].Own <= crowd.Own)
                    seen |= 1 << color;
                else if (!inside || !g.IsInk(g.Cells[at]))
                    missing |= 1 << color;
                else
                    return false;
            }
            return seen != 0 && (seen & missing) == 0 && BitOperations.PopCount((uint)missing) == 1;
        }

        // All ink with its place, and how many cells beside it are ink, and how many of its own colour.
        static List<(int Row, int Col, byte Color, (int Ink, int Own) Crowd)> Inks(Grid grid)
        {
            var inks = new List<(int, int, byte, (int, int))>();
            for (var r = 0; r < grid.Rows; r++)
                for (var c = 0; c < grid.Cols; c++)
                    if (grid[r, c] is var color && grid.IsInk(color))
                        inks.Add((r, c, color, (Drawing.Near(grid, r, c, false, grid.Inks), Drawing.Near(grid, r, c, false, ColorSet.Of(color)))));
            return inks;
        }
    }

    /// <summary>Both patterns are brought to the frame that holds them, and turned with it.</summary>
    private static Value Rewrite(CallContext x)
    {
        var (g, p, q) = (x.Grid(0), x.Grid(1), x.Grid(2));
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        var (held, sought) = (Build.Counts(g), Build.Counts(p));
        for (byte color = 0; color < Color.Count; color++)
            if (sought[color] > held[color])
                return result;
        var (row, col) = (Math.Min(p.Row, q.Row), Math.Min(p.Col, q.Col));
        var (rows, cols) = (Math.Max(p.Row + p.Rows, q.Row + q.Rows) - row, Math.Max(p.Col + p.Cols, q.Col + q.Cols) - col);
        var (from, to) = (x.Clear(rows, cols, row, col), x.Clear(rows, cols, row, col));
        x.Lay(from, p);
        x.Lay(to, q);
        var taken = new bool[g.Area];
        for (var i = 0; i < 8; i++)
        {
            foreach (var place in Places(x, g, held, from, taken))
                x.Lay(result, x.Budget.Move(to, g.Row + place.Row, g.Col + place.Col));
            (from, to) = (Next(from), Next(to));

            Grid Next(Grid grid) => i == 3 ? x.Cells(grid, grid.Rows, grid.Cols, (s, r, c) => s[r, s.Cols - 1 - c]) : x.Cells(grid, grid.Cols, grid.Rows, (s, r, c) => s[s.Rows - 1 - c, r]);
        }
        return result;
    }

    /// <summary>Where a pattern, which may reach past the grid where it is transparent, equals what lies under it and nobody has taken.</summary>
    private static List<Point> Places(CallContext x, Grid g, in ColorCounts counts, Grid p, bool[] taken)
    {
        var places = new List<Point>();
        x.Charge((long)(g.Rows + p.Rows) * (g.Cols + p.Cols) * 2);
        var ink = new List<Point>(p.Area);
        for (var i = 0; i < p.Area; i++)
            if (p.Cells[i] != Grid.Transparent)
                ink.Add(new(i / p.Cols, i % p.Cols));
        if (ink.Count == 0)
            return places;
        var rarest = ink[0];
        foreach (var cell in ink)
            if (counts[p[cell.Row, cell.Col]] < counts[p[rarest.Row, rarest.Col]])
                rarest = cell;
        for (int from = 0, skip; (skip = g.Cells[from..].IndexOf(p[rarest.Row, rarest.Col])) >= 0; from += skip + 1)
            if (((from + skip) / g.Cols - rarest.Row, (from + skip) % g.Cols - rarest.Col) is var (row, col) && IsAt(row, col))
            {
                x.Charge(ink.Count);
                foreach (var cell in ink)
                    taken[(row + cell.Row) * g.Cols + col + cell.Col] = true;
                places.Add(new(row, col));
            }
        return places;

        bool IsAt(int row, int col)
        {
            foreach (var cell in ink)
                if (!g.Contains(row + cell.Row, col + cell.Col) || g[row + cell.Row, col + cell.Col] != p[cell.Row, cell.Col] || taken[(row + cell.Row) * g.Cols + col + cell.Col])
                    return false;
            return true;
        }
    }

    private static Value ReflectAbout(CallContext x)
    {
        var (g, o) = (x.Grid(0), x.Grid(1));
        var (row, col) = (2 * (o.Row - g.Row) + o.Rows - 1, 2 * (o.Col - g.Col) + o.Cols - 1);
        x.Charge(3 * g.Area);
        return x.Cells(g, g.Rows, g.Cols, (_, r, c) => Seen(g, g[r, c], At(r, col - c), At(row - r, c), At(row - r, col - c)));

        byte At(int r, int c) => g.Contains(r, c) ? g[r, c] : g.Backdrop;
    }
}
