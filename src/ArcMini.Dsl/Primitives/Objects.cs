using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Taking a grid apart into objects.</summary>
internal static class Objects
{
    public static Family Family { get; } = new("Objects", "Taking a grid apart. Objects come row by row, by the first cell of each.",
    [
        new("objects", "g: Grid -> List<Grid>", "Connected ink of one colour; diagonal neighbours connect.", "objects(\"1002/0100/0022\")",
            x => Parts(x, x.Grid(0).Inks, sameColor: true, reach: 1)),
        new("objects4", "g: Grid -> List<Grid>", "Connected ink of one colour; only cells that share a side connect.", "objects4(\"1002/0100/0022\")",
            x => Parts(x, x.Grid(0).Inks, sameColor: true, reach: 0)),
        new("shapes", "g: Grid -> List<Grid>", "Connected ink of any colours; diagonal neighbours connect.", "shapes(\"1200/0000/0034\")",
            x => Parts(x, x.Grid(0).Inks, sameColor: false, reach: 1)),
        new("shapes4", "g: Grid -> List<Grid>", "Connected ink of any colours; only cells that share a side connect.", "shapes4(\"1200/0030/0004\")",
            x => Parts(x, x.Grid(0).Inks, sameColor: false, reach: 0)),
        new("clusters", "g: Grid, n: Int -> List<Grid>", "Ink of any colours, grouped where cells lie at most n rows and columns apart.", "clusters(\"102000/000000/000002\", 2)", Clusters),
        new("boxes", "g: Grid -> List<Grid>", "The rectangular rings of one colour, at least three cells high and wide, that are not all ring inside, as objects.", "boxes(\"00000/01110/01210/01110/00000\")", Boxes),
        new("regions", "g: Grid -> List<Grid>", "Connected visible cells of one colour, the background's too; only cells that share a side connect.", "regions(\"110/100\")",
            x => Parts(x, ColorSet.Visible, sameColor: true, reach: 0)),
        new("holes", "g: Grid -> List<Grid>", "The background's parts that ink encloses, as objects (black where transparent).", "holes(\"00000/01110/01010/01110/00000\")",
            x => Parts(x, x.Grid(0).Inks.Others, sameColor: false, reach: 0, insideOnly: true)),
        new("spaces", "g: Grid -> List<Grid>", "All connected parts of the background, as objects (black where transparent).", "spaces(\"010/010\")",
            x => Parts(x, x.Grid(0).Inks.Others, sameColor: false, reach: 0)),
        new("pixels", "g: Grid -> List<Grid>", "Every ink cell as an object of its own.", "pixels(\"01/20\")", Pixels),
        new("rings", "g: Grid -> List<Grid>", "Its concentric rings of cells, the outermost first, as objects.", "rings(\"1111/1221/1111\")", Rings),
        new("layers", "g: Grid -> List<Grid>", "For each colour of the ink, the most frequent first, a grid of the same size with only that colour.", "layers(\"1210/0002\")", Layers),
        new("occurrences", "g: Grid, p: Grid -> List<Grid>", "Every part of g that equals p, as an object; what is transparent in p fits any cell and stays out. A cell belongs to the first that needs it.", "occurrences(\"1011/1101\", \"11\")", Occurrences),
        new("largest_rectangle", "g: Grid -> Grid", "The largest rectangle of ink, two cells or more high and wide, that is all of one colour, as an object.", "largest_rectangle(\"1022/1022/0002\")", LargestRectangle),
        new("compose", "gs: List<Grid> -> Grid", "All laid over one another, the last on top, in the frame that holds them.", "compose(objects(\"1002/0100/0022\"))", Compose),
    ]);

    private static Value Parts(CallContext x, ColorSet members, bool sameColor, int reach, bool insideOnly = false)
    {
        using var components = new Components(x, x.Grid(0), members, sameColor, reach);
        return components.Objects(x, insideOnly);
    }

    private static Value Pixels(CallContext x)
    {
        var g = x.Grid(0);
        var pixels = new List<Grid>();
        for (var r = 0; r < g.Rows; r++)
            for (var c = 0; c < g.Cols; c++)
                if (g.IsInk(g[r, c]))
                {
                    var pixel = x.Clear(1, 1, g.Row + r, g.Col + c);
                    pixel.WritableCells[0] = g[r, c];
                    pixels.Add(pixel);
                }
        return x.Grids(pixels);
    }

    private static Value Rings(CallContext x)
    {
        var g = x.Grid(0);
        var rings = new List<Grid>();
        for (var depth = 0; 2 * depth < Math.Min(g.Rows, g.Cols); depth++)
        {
            var ring = x.Clear(g.Rows - 2 * depth, g.Cols - 2 * depth, g.Row + depth, g.Col + depth);
            for (var r = 0; r < ring.Rows; r++)
                for (var c = 0; c < ring.Cols; c++)
                    if (r == 0 || c == 0 || r == ring.Rows - 1 || c == ring.Cols - 1)
                        ring.WritableCells[r * ring.Cols + c] = g[depth + r, depth + c];
            rings.Add(ring);
        }
        return x.Grids(rings);
    }

    private static Value Layers(CallContext x)
    {
        var g = x.Grid(0);
        return x.Grids(Colors.ByCount(g, ink: true).ConvertAll(color => Colors.Show(x, ColorSet.Of(color))));
    }

    private static Value Occurrences(CallContext x)
    {
        var (g, p) = (x.Grid(0), x.Grid(1));
        var found = new List<Grid>();
        var taken = new bool[g.Area];
        x.Charge((long)g.Area * (p.Rows + 1));
        for (var row = 0; row + p.Rows <= g.Rows; row++)
            for (var col = 0; col + p.Cols <= g.Cols; col++)
                if (Occurs(row, col))
                {
                    x.Charge(p.Area);
                    for (var i = 0; i < p.Area; i++)
                        taken[(row + i / p.Cols) * g.Cols + col + i % p.Cols] |= p.Cells[i] != Grid.Transparent;
                    found.Add(x.Budget.On(x.Budget.Move(p, g.Row + row, g.Col + col), Grid.Transparent));
                }
        return x.Grids(found);

        bool Occurs(int row, int col)
        {
            for (var r = 0; r < p.Rows; r++)
                for (var c = 0; c < p.Cols; c++)
                    if (p[r, c] != Grid.Transparent && (p[r, c] != g[row + r, col + c] || taken[(row + r) * g.Cols + col + c]))
                        return false;
            return true;
        }
    }

    /// <summary>For every cell as the bottom right one, and every height, the width is the shortest run of its colour in those rows.</summary>
    private static Value LargestRectangle(CallContext x)
    {
        var g = x.Grid(0);
        var runs = new int[g.Area];
        var (best, row, col, rows, cols) = (0, 0, 0, 0, 0);
        for (int bottom = 0, at = 0; bottom < g.Rows; bottom++)
            for (var right = 0; right < g.Cols; right++, at++)
            {
                if (!g.IsInk(g.Cells[at]))
                    continue;
                runs[at] = right > 0 && g.Cells[at - 1] == g.Cells[at] ? runs[at - 1] + 1 : 1;
                var width = runs[at];
                for (int top = bottom, above = at; top >= 0 && g.Cells[above] == g.Cells[at]; top--, above -= g.Cols)
                {
                    x.Charge(1);
                    width = Math.Min(width, runs[above]);
                    if (width > 1 && bottom > top && width * (bottom - top + 1) > best)
                        (best, row, col, rows, cols) = (width * (bottom - top + 1), top, right - width + 1, bottom - top + 1, width);
                }
            }
        return best == 0 ? x.Fail("there is no rectangle of one colour") : x.Budget.On(x.Part(g, row, col, rows, cols)!, Grid.Transparent);
    }

    private static Value Compose(CallContext x)
    {
        var list = x.List(0);
        if (list.Count == 0)
            return x.Fail("there is nothing to compose");
        var (top, left, bottom, right) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (var item in list.Span)
        {
            var g = item.Grid;
            (top, left, bottom, right) = (Math.Min(top, g.Row), Math.Min(left, g.Col), Math.Max(bottom, g.Row + g.Rows), Math.Max(right, g.Col + g.Cols));
        }
        var whole = x.Clear(bottom - top, right - left, top, left);
        foreach (var item in list.Span)
            x.Lay(whole, item.Grid);
        return whole;
    }

    private static Value Clusters(CallContext x)
    {
        var (g, n) = (x.Grid(0), x.Int(1));
        if (n is < 1 or > Grid.MaxSide)
            return x.Fail($"cells of a cluster lie 1 to {Grid.MaxSide} apart, not {n}");
        return Parts(x, g.Inks, sameColor: false, reach: n);
    }

    private static Value Boxes(CallContext x)
    {
        var g = x.Grid(0);
        x.Charge(2 * g.Area);
        var cells = g.Cells;
        var width = g.Cols;
        Span<byte> right = new byte[cells.Length], down = new byte[cells.Length];
        for (var r = g.Rows - 1; r >= 0; r--)
            for (int c = width - 1, i = r * width + c; c >= 0; c--, i--)
            {
                right[i] = (byte)(c < width - 1 && cells[i + 1] == cells[i] ? right[i + 1] + 1 : 1);
                down[i] = (byte)(r < g.Rows - 1 && cells[i + width] == cells[i] ? down[i + width] + 1 : 1);
            }
        var boxes = new List<Grid>();
        for (var i = 0; i < cells.Length; i++)
        {
            if (!g.IsInk(cells[i]))
                continue;
            x.Charge(right[i]);
            if (down[i] < 3)
                continue;
            for (var cols = 3; cols <= right[i]; cols++)
            {
                var hollow = false;
                for (var rows = 3; rows <= Math.Min(down[i], down[i + cols - 1]); rows++)
                {
                    hollow |= right[i + (rows - 2) * width] < cols;
                    if (!hollow || right[i + (rows - 1) * width] < cols)
                        continue;
                    var box = x.Clear(rows, cols, g.Row + i / width, g.Col + i % width);
                    Drawing.Ring(box, cells[i]);
                    boxes.Add(box);
                }
            }
        }
        return x.Grids(boxes);
    }
}
