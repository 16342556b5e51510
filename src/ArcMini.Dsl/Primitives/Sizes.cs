using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Cutting, joining, repeating, scaling.</summary>
internal static class Sizes
{
    public static Family Family { get; } = new("Sizes", "Cutting out, joining, repeating and scaling grids.",
    [
        new("crop", "g: Grid -> Grid", "The smallest part that holds all ink.", "crop(\"0000/0120/0020\")",
            x => Build.Bounds(x.Grid(0), out var b) ? x.Part(x.Grid(0), b.Row, b.Col, b.Rows, b.Cols)! : x.Fail("there is no ink to crop to")),
        new("cut", "g: Grid, o: Grid -> Grid", "The part of g within the frame of o; transparent where that reaches past g.", "cut(\"123/456/789\", first(objects(\"000/044/044\")))",
            x => Window(x, x.Grid(1).Row, x.Grid(1).Col, x.Grid(1).Rows, x.Grid(1).Cols)),
        new("part", "g: Grid, p: Point, rows: Int, cols: Int -> Grid", "The part of the given size whose top left cell lies at p; transparent where that reaches past g.", "part(\"1234/5678/9012\", (1, 2), 3, 2)",
            x => Window(x, x.Point(1).Row, x.Point(1).Col, x.Int(2), x.Int(3))),
        new("top_half", "g: Grid -> Grid", "The upper half, without the middle row if there is one.", "top_half(\"12/34/56\")",
            x => x.PartOrFail(x.Grid(0), 0, 0, x.Grid(0).Rows / 2, x.Grid(0).Cols)),
        new("bottom_half", "g: Grid -> Grid", "The lower half, without the middle row if there is one.", "bottom_half(\"12/34/56\")",
            x => x.PartOrFail(x.Grid(0), (x.Grid(0).Rows + 1) / 2, 0, x.Grid(0).Rows / 2, x.Grid(0).Cols)),
        new("left_half", "g: Grid -> Grid", "The left half, without the middle column if there is one.", "left_half(\"123/456\")",
            x => x.PartOrFail(x.Grid(0), 0, 0, x.Grid(0).Rows, x.Grid(0).Cols / 2)),
        new("right_half", "g: Grid -> Grid", "The right half, without the middle column if there is one.", "right_half(\"123/456\")",
            x => x.PartOrFail(x.Grid(0), 0, (x.Grid(0).Cols + 1) / 2, x.Grid(0).Rows, x.Grid(0).Cols / 2)),
        new("take_top", "g: Grid, n: Int -> Grid", "The first n rows.", "take_top(\"12/34/56\", 2)", x => x.PartOrFail(x.Grid(0), 0, 0, x.Int(1), x.Grid(0).Cols)),
        new("take_bottom", "g: Grid, n: Int -> Grid", "The last n rows.", "take_bottom(\"12/34/56\", 2)",
            x => x.PartOrFail(x.Grid(0), x.Grid(0).Rows - x.Int(1), 0, x.Int(1), x.Grid(0).Cols)),
        new("take_left", "g: Grid, n: Int -> Grid", "The first n columns.", "take_left(\"123/456\", 2)", x => x.PartOrFail(x.Grid(0), 0, 0, x.Grid(0).Rows, x.Int(1))),
        new("take_right", "g: Grid, n: Int -> Grid", "The last n columns.", "take_right(\"123/456\", 2)",
            x => x.PartOrFail(x.Grid(0), 0, x.Grid(0).Cols - x.Int(1), x.Grid(0).Rows, x.Int(1))),
        new("shrink", "g: Grid -> Grid", "Without its outermost ring of cells.", "shrink(\"1111/1231/1111\")",
            x => x.PartOrFail(x.Grid(0), 1, 1, x.Grid(0).Rows - 2, x.Grid(0).Cols - 2)),
        new("frame", "g: Grid, c: Color -> Grid", "With one more ring of cells around it, in the colour c.", "frame(\"12/34\", red)", Frame),
        new("pad", "o: Grid, n: Int -> Grid", "With n more rings of transparent cells around it.", "pad(\"12/34\", 1)", Pad),
        new("rows", "g: Grid -> List<Grid>", "Its rows from the top, each a grid.", "rows(\"12/34\")", x => Tiles(x, 1, x.Grid(0).Cols)),
        new("cols", "g: Grid -> List<Grid>", "Its columns from the left, each a grid.", "cols(\"12/34\")", x => Tiles(x, x.Grid(0).Rows, 1)),
        new("tiles", "g: Grid, rows: Int, cols: Int -> List<Grid>", "Equal tiles of the given size, row by row.", "tiles(\"1122/1122\", 2, 2)", x => Tiles(x, x.Int(1), x.Int(2))),
        new("split_x", "g: Grid, n: Int -> List<Grid>", "n equal parts from left to right; lines of one cell between them are dropped. Their background is the most frequent colour that all have.", "split_x(\"12534/12534\", 2)",
            x => Split(x, x.Int(1), x.Grid(0).Cols, (at, length) => x.Part(x.Grid(0), 0, at, x.Grid(0).Rows, length)!)),
        new("split_y", "g: Grid, n: Int -> List<Grid>", "n equal parts from top to bottom; lines of one cell between them are dropped. Their background is as in split_x.", "split_y(\"12/34/56/78\", 2)",
            x => Split(x, x.Int(1), x.Grid(0).Rows, (at, length) => x.Part(x.Grid(0), at, 0, length, x.Grid(0).Cols)!)),
        new("panels", "g: Grid -> List<Grid>", "The parts between the straight lines that cross the whole grid in one colour, row by row.", "panels(\"010500/000500/555555/002500\")", Panels),
        new("map_panels", "g: Grid, f: (Grid -> Grid) -> Grid", "What f gives for each panel of g, joined in the same rows and columns without the lines.", "map_panels(\"010500/000500/555555/002500\", blank)", MapPanels),
        new("halves", "g: Grid -> List<Grid>", "The two halves on either side of the middle row or column that is all of one colour; without such a line, those that have fewer colours each, or those of its longer side. Their background is the most frequent colour that both have.", "halves(\"12534/12534\")", Halves),
        new("separators", "g: Grid -> Grid", "The straight lines between its panels, as an object.", "separators(\"12512/34534/55555/12512\")", Separators),
        new("beside", "a: Grid, b: Grid -> Grid", "a with b to its right; the heights are equal.", "beside(\"12/34\", \"5/6\")", x => JoinX(x, [x.Grid(0), x.Grid(1)])),
        new("above", "a: Grid, b: Grid -> Grid", "a with b below it; the widths are equal.", "above(\"12/34\", \"56\")", x => JoinY(x, [x.Grid(0), x.Grid(1)])),
        new("join_x", "gs: List<Grid> -> Grid", "All side by side, from left to right.", "join_x([\"1/2\", \"3/4\", \"5/6\"])", x => JoinX(x, Grids(x.List(0)))),
        new("join_y", "gs: List<Grid> -> Grid", "All one below another.", "join_y([\"12\", \"34\"])", x => JoinY(x, Grids(x.List(0)))),
        new("arrange", "gs: List<Grid>, n: Int -> Grid", "All in rows of n each; the grids are of one size.", "arrange([\"1\", \"2\", \"3\", \"4\"], 2)", Arrange),
        new("mirror_x", "g: Grid -> Grid", "With its mirror image to its right.", "mirror_x(\"12/34\")",
            x => x.Lines(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols * 2, static (g, r, line) =>
            {
                g.Line(r).CopyTo(line);
                g.Line(r).CopyTo(line[g.Cols..]);
                line[g.Cols..].Reverse();
            })),
        new("mirror_y", "g: Grid -> Grid", "With its mirror image below it.", "mirror_y(\"12/34\")",
            x => x.Lines(x.Grid(0), x.Grid(0).Rows * 2, x.Grid(0).Cols, static (g, r, line) => g.Line(r < g.Rows ? r : 2 * g.Rows - 1 - r).CopyTo(line))),
        new("tile", "g: Grid, rows: Int, cols: Int -> Grid", "Repeated so many times downwards and to the right.", "tile(\"12/34\", 2, 2)",
            x => Tiled(x, x.Grid(0).Rows * Math.Min(x.Int(1), Grid.MaxSide + 1), x.Grid(0).Cols * Math.Min(x.Int(2), Grid.MaxSide + 1))),
        new("tile_to", "g: Grid, rows: Int, cols: Int -> Grid", "Repeated from the top left to fill the given size.", "tile_to(\"12/34\", 3, 5)",
            x => Tiled(x, x.Int(1), x.Int(2))),
        new("cover", "g: Grid, o: Grid -> Grid", "Repeated over the frame of o, from its top left cell.", "cover(\"12/34\", \"00000/00000/00000\")",
            x => Tiled(x, x.Grid(1).Rows, x.Grid(1).Cols) is { IsFailed: false } tiled ? x.Budget.Move(tiled.Grid, x.Grid(1).Row, x.Grid(1).Col) : Value.Failed),
        new("scale", "g: Grid, n: Int -> Grid", "Every cell n times as high and wide.", "scale(\"12/34\", 2)", x => Stretch(x, x.Int(1), x.Int(1))),
        new("stretch", "g: Grid, rows: Int, cols: Int -> Grid", "Every cell so many times as high and as wide.", "stretch(\"12\", 1, 3)", x => Stretch(x, x.Int(1), x.Int(2))),
        new("downscale", "g: Grid, n: Int -> Grid", "The most frequent ink of every block of n x n; background where that has none.", "downscale(\"0022/0130\", 2)",
            Downscale),
        new("subsample", "g: Grid, n: Int -> Grid", "Every n-th row and column, from the first.", "subsample(\"12345/67812/34567\", 2)",
            x => x.Int(1) is > 0 and var n ? x.Cells(x.Grid(0), (x.Grid(0).Rows - 1) / n + 1, (x.Grid(0).Cols - 1) / n + 1, (g, r, c) => g[r * n, c * n]) : x.Fail("a step is at least 1")),
        new("unscale", "g: Grid -> Grid", "The smallest grid that scaled up is g; g itself where no smaller one is.", "unscale(\"111122/111122\")", Unscale),
        new("kron", "a: Grid, b: Grid -> Grid", "b in place of every ink cell of a, background in place of the others.", "kron(\"10/01\", \"23/32\")", Kron),
        new("dedupe", "g: Grid -> Grid", "Without the rows and columns that equal the one before.", "dedupe(\"1122/1122/3344\")", Dedupe),
        new("canvas", "rows: Int, cols: Int, c: Color -> Grid", "A grid of the given size all in one colour.", "canvas(2, 3, red)", Canvas),
        new("blank", "g: Grid -> Grid", "A grid of the same size that is all background.", "blank(\"1000/2000\")", Blank),
    ]);

    private static Value Tiled(CallContext x, int rows, int cols) => Budget.SizeFault(rows, cols) is { } fault ? x.Fail(fault) : x.Lines(x.Grid(0), rows, cols, static (g, r, line) =>
    {
        for (var c = 0; c < line.Length; c += g.Cols)
            g.Line(r % g.Rows)[..Math.Min(g.Cols, line.Length - c)].CopyTo(line[c..]);
    });

    /// <summary>The part of a grid within a rectangle of the given place and size, which must reach the grid.</summary>
    private static Value Window(CallContext x, int row, int col, int rows, int cols)
    {
        var g = x.Grid(0);
        if (x.Part(g, row - g.Row, col - g.Col, rows, cols) is { } part)
            return part;
        if (rows < 1 || cols < 1 || row >= g.Row + g.Rows || col >= g.Col + g.Cols || row + rows <= g.Row || col + cols <= g.Col)
            return x.Fail($"no part of {rows} x {cols} at ({row}, {col}) is inside the grid");
        var window = x.Budget.On(x.Clear(rows, cols, row, col), g.Backdrop);
        x.Lay(window, g);
        return window;
    }

    private static Value Frame(CallContext x)
    {
        var g = x.Grid(0);
        var framed = x.Budget.NewGrid(g.Rows + 2, g.Cols + 2, g.Row - 1, g.Col - 1, g.Backdrop);
        framed.WritableCells.Fill(x.Color(1));
        for (var r = 0; r < g.Rows; r++)
            g.Cells.Slice(r * g.Cols, g.Cols).CopyTo(framed.WritableCells[((r + 1) * framed.Cols + 1)..]);
        return framed;
    }

    private static Value Tiles(CallContext x, int rows, int cols)
    {
        var g = x.Grid(0);
        if (rows < 1 || cols < 1 || g.Rows % rows != 0 || g.Cols % cols != 0)
            return x.Fail($"a grid of {g.Rows} x {g.Cols} does not fall into tiles of {rows} x {cols}");
        var tiles = new List<Grid>();
        for (var r = 0; r < g.Rows; r += rows)
            for (var c = 0; c < g.Cols; c += cols)
                tiles.Add(x.Part(g, r, c, rows, cols)!);
        return x.Grids(tiles);
    }

    private static Value Split(CallContext x, int n, int side, Func<int, int, Grid> part)
    {
        if (n < 1 || n > side)
            return x.Fail($"{side} cells do not fall into {n} parts");
        var gap = side % n == 0 ? 0 : (side - (n - 1)) % n == 0 && side >= 2 * n - 1 ? 1 : -1;
        if (gap < 0)
            return x.Fail($"{side} cells do not fall into {n} equal parts");
        var length = (side - gap * (n - 1)) / n;
        return Alike(x, [.. Enumerable.Range(0, n).Select(i => part(i * (length + gap), length))]);
    }

    /// <summary>The colour that each row and column has throughout, and that of the lines: the ink that fills the most of them, else the background's; null where none does.</summary>
    private static (byte[] Rows, byte[] Cols, byte? Color) Lines(CallContext x, Grid g)
    {
        x.Charge(2 * g.Area);
        var (rows, cols) = (new byte[g.Rows], new byte[g.Cols]);
        for (var r = 0; r < rows.Length; r++)
            rows[r] = UniformRow(g, r);
        for (var c = 0; c < cols.Length; c++)
            cols[c] = UniformCol(g, c);
        var (best, most) = ((byte?)null, (Ink: false, Lines: 0));
        for (byte color = 0; color < Grid.Transparent; color++)
            if ((g.IsInk(color), rows.AsSpan().Count(color) + cols.AsSpan().Count(color)) is (_, > 0) found && found.CompareTo(most) > 0)
                (best, most) = (color, found);
        return (rows, cols, best);
    }

    private static Value Separators(CallContext x)
    {
        var g = x.Grid(0);
        var (rows, cols, color) = Lines(x, g);
        var lines = x.Clear(g);
        for (var r = 0; r < g.Rows; r++)
            for (var c = 0; c < g.Cols; c++)
                if (rows[r] == color || cols[c] == color)
                    lines.WritableCells[r * g.Cols + c] = g[r, c];
        return color is null ? x.Fail("no straight line of one colour crosses the grid") : lines;
    }

    /// <summary>Where the lines have the background's colour, the panels have the most frequent other one for theirs.</summary>
    private static Value Panels(CallContext x)
    {
        var g = x.Grid(0);
        var (rows, cols, color) = Lines(x, g);
        if (color is null)
            return x.Fail("no straight line of one colour crosses the grid");
        var backdrop = color == g.Backdrop ? Colors.ByCount(g, ink: true) is [var most, ..] ? most : Grid.Unknown : g.Backdrop;
        var panels = new List<Grid>();
        foreach (var (row, height) in Stretches(rows, color.Value))
            foreach (var (col, width) in Stretches(cols, color.Value))
                panels.Add(x.Budget.On(x.Part(g, row, col, height, width)!, backdrop));
        return panels.Count > 0 ? x.Grids(panels) : x.Fail("there is nothing between the lines");
    }

    private static Value MapPanels(CallContext x)
    {
        var found = Panels(x);
        if (found.IsFailed)
            return found;
        var panels = Grids(found.List);
        var joined = new List<Grid>();
        foreach (var row in panels.GroupBy(panel => panel.Row))
        {
            var line = JoinX(x, [.. row.Select(panel => x.Apply(1, panel).Grid)]);
            if (line.IsFailed)
                return line;
            joined.Add(line.Grid);
        }
        return JoinY(x, [.. joined]);
    }

    private static Value Halves(CallContext x)
    {
        var g = x.Grid(0);
        var (row, col) = (g.Rows / 2, g.Cols / 2);
        x.Charge(g.Rows + g.Cols);
        var across = g.Rows % 2 == 1 && g.Rows > 1 && UniformRow(g, row) is var line && line != Grid.Unknown && g.IsInk(line);
        var along = g.Cols % 2 == 1 && g.Cols > 1 && UniformCol(g, col) is var other && other != Grid.Unknown && g.IsInk(other);
        if (row == 0 && col == 0)
            return x.Fail("one cell has no halves");
        var stacked = col == 0 || (row > 0 && (across != along ? across : MoreHuesBeside(g, row, col) is var more && more != 0 ? more > 0 : g.Rows > g.Cols));
        return Alike(x, stacked
            ? [x.Part(g, 0, 0, row, g.Cols)!, x.Part(g, g.Rows - row, 0, row, g.Cols)!]
            : [x.Part(g, 0, 0, g.Rows, col)!, x.Part(g, 0, g.Cols - col, g.Rows, col)!]);
    }

    /// <summary>How many more colours the left and right halves have, each counted by itself, than the upper and lower ones.</summary>
    private static int MoreHuesBeside(Grid g, int row, int col)
    {
        var (left, right) = (default(ColorSet), default(ColorSet));
        for (var r = 0; r < g.Rows; r++)
            (left, right) = (left | ColorSet.Of(g.Line(r)[..col]), right | ColorSet.Of(g.Line(r)[^col..]));
        return left.Colors + right.Colors - ColorSet.Of(g.Cells[..(row * g.Cols)]).Colors - ColorSet.Of(g.Cells[^(row * g.Cols)..]).Colors;
    }

    /// <summary>Parts on one backdrop: the most frequent of the colours that all of them have, else that which they have now.</summary>
    private static Value Alike(CallContext x, Grid[] parts)
    {
        var (common, sums) = (ColorSet.Visible, default(ColorCounts));
        foreach (var part in parts)
        {
            x.Charge(part.Area);
            common &= ColorSet.Of(part.Cells);
            var counts = Build.Counts(part);
            for (var color = 0; color < Grid.Transparent; color++)
                sums[color] += counts[color];
        }
        var (backdrop, most) = (parts[0].Backdrop, 0);
        for (byte color = 0; color < Grid.Transparent; color++)
            if (common.Has(color) && sums[color] > most)
                (backdrop, most) = (color, sums[color]);
        return x.Budget.NewList(Array.ConvertAll(parts, part => (Value)x.Budget.On(part, backdrop)));
    }

    private static byte UniformRow(Grid g, int row) => g.Line(row).ContainsAnyExcept(g[row, 0]) ? Grid.Unknown : g[row, 0];

    private static byte UniformCol(Grid g, int col)
    {
        for (var r = 1; r < g.Rows; r++)
            if (g[r, col] != g[0, col])
                return Grid.Unknown;
        return g[0, col];
    }

    private static List<(int From, int Length)> Stretches(byte[] lines, byte line)
    {
        var stretches = new List<(int, int)>();
        for (int at = 0, from = 0; at <= lines.Length; at++)
            if (at == lines.Length || lines[at] == line)
            {
                if (at > from)
                    stretches.Add((from, at - from));
                from = at + 1;
            }
        return stretches;
    }

    private static Grid[] Grids(Items items)
    {
        var grids = new Grid[items.Count];
        for (var i = 0; i < grids.Length; i++)
            grids[i] = items[i].Grid;
        return grids;
    }

    private static Value JoinX(CallContext x, Grid[] grids)
    {
        if (grids.Length == 0 || grids.Any(grid => grid.Rows != grids[0].Rows))
            return x.Fail("grids side by side need one height");
        var joined = x.Budget.NewGrid(grids[0].Rows, grids.Sum(grid => grid.Cols), grids[0].Row, grids[0].Col, grids[0].Backdrop);
        var col = 0;
        foreach (var grid in grids)
        {
            for (var r = 0; r < grid.Rows; r++)
                grid.Cells.Slice(r * grid.Cols, grid.Cols).CopyTo(joined.WritableCells[(r * joined.Cols + col)..]);
            col += grid.Cols;
        }
        return joined;
    }

    private static Value JoinY(CallContext x, Grid[] grids)
    {
        if (grids.Length == 0 || grids.Any(grid => grid.Cols != grids[0].Cols))
            return x.Fail("grids one below another need one width");
        var joined = x.Budget.NewGrid(grids.Sum(grid => grid.Rows), grids[0].Cols, grids[0].Row, grids[0].Col, grids[0].Backdrop);
        var at = 0;
        foreach (var grid in grids)
        {
            grid.Cells.CopyTo(joined.WritableCells[at..]);
            at += grid.Area;
        }
        return joined;
    }

    private static Value Arrange(CallContext x)
    {
        var (grids, n) = (Grids(x.List(0)), x.Int(1));
        if (n < 1 || grids.Length == 0 || grids.Length % n != 0 || grids.Any(grid => grid.Rows != grids[0].Rows || grid.Cols != grids[0].Cols))
            return x.Fail($"{grids.Length} grids cannot be arranged in rows of {n}");
        var rows = new List<Grid>();
        foreach (var row in grids.Chunk(n))
            rows.Add(JoinX(x, row).Grid);
        return JoinY(x, [.. rows]);
    }

    private static Value Stretch(CallContext x, int rows, int cols) => rows < 1 || cols < 1
        ? x.Fail("a cell becomes at least one cell")
        : x.Lines(x.Grid(0), x.Grid(0).Rows * Math.Min(rows, Grid.MaxSide + 1), x.Grid(0).Cols * Math.Min(cols, Grid.MaxSide + 1), (g, r, line) =>
        {
            var from = g.Line(r / rows);
            for (var c = 0; c < from.Length; c++)
                line.Slice(c * cols, cols).Fill(from[c]);
        });

    private static Value Downscale(CallContext x)
    {
        var (g, n) = (x.Grid(0), x.Int(1));
        return n < 1 || n > g.Rows || n > g.Cols ? x.Fail($"no block of {n} x {n} fits") : Blocks();

        Grid Blocks()
        {
            x.Charge(g.Area);
            var counts = new int[Grid.Transparent];
            return x.Cells(g, g.Rows / n, g.Cols / n, (grid, r, c) =>
            {
                Array.Clear(counts);
                for (var i = 0; i < n * n; i++)
                    if (grid[r * n + i / n, c * n + i % n] is var cell && grid.IsInk(cell))
                        counts[cell]++;
                return counts.Max() is > 0 and var most ? (byte)Array.IndexOf(counts, most) : grid.Backdrop;
            });
        }
    }

    private static Value Unscale(CallContext x)
    {
        var g = x.Grid(0);
        for (var n = Math.Min(g.Rows, g.Cols); n > 1; n--)
            if (g.Rows % n == 0 && g.Cols % n == 0 && Blocky(n))
                return x.Cells(g, g.Rows / n, g.Cols / n, (grid, r, c) => grid[r * n, c * n]);
        return g;

        bool Blocky(int n)
        {
            for (var r = 0; r < g.Rows; r++)
            {
                x.Charge(g.Cols);
                for (var c = 0; c < g.Cols; c++)
                    if (g[r, c] != g[r / n * n, c / n * n])
                        return false;
            }
            return true;
        }
    }

    private static Value Kron(CallContext x)
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

    private static Value Dedupe(CallContext x)
    {
        var g = x.Grid(0);
        x.Charge(2 * g.Area);
        int[] rows = [.. Enumerable.Range(0, g.Rows).Where(r => r == 0 || !g.Cells.Slice(r * g.Cols, g.Cols).SequenceEqual(g.Cells.Slice((r - 1) * g.Cols, g.Cols)))];
        int[] cols = [.. Enumerable.Range(0, g.Cols).Where(c => c == 0 || !Enumerable.Range(0, g.Rows).All(r => g[r, c] == g[r, c - 1]))];
        return x.Cells(g, rows.Length, cols.Length, (grid, r, c) => grid[rows[r], cols[c]]);
    }

    private static Value Canvas(CallContext x)
    {
        if (Budget.SizeFault(x.Int(0), x.Int(1)) is { } fault)
            return x.Fail(fault);
        var canvas = x.Budget.NewGrid(x.Int(0), x.Int(1), 0, 0, x.Color(2));
        canvas.WritableCells.Fill(x.Color(2));
        return canvas;
    }

    private static Value Blank(CallContext x)
    {
        var blank = x.Draft(x.Grid(0));
        blank.WritableCells.Fill(x.Grid(0).Backdrop);
        return blank;
    }

    private static Value Pad(CallContext x)
    {
        var (o, n) = (x.Grid(0), x.Int(1));
        if (n is < 0 or > Grid.MaxSide)
            return x.Fail($"there cannot be {n} rings");
        var padded = x.Clear(o.Rows + 2 * n, o.Cols + 2 * n, o.Row - n, o.Col - n);
        for (var r = 0; r < o.Rows; r++)
            o.Cells.Slice(r * o.Cols, o.Cols).CopyTo(padded.WritableCells[((r + n) * padded.Cols + n)..]);
        return padded;
    }
}
