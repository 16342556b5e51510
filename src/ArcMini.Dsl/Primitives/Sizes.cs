using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Cutting, joining, repeating, scaling.</summary>
internal static class Sizes
{
    public static Family Family { get; } = new("Sizes", "Cutting out, joining, repeating and scaling grids.",
    [
        new("crop", "g: Grid -> Grid", "The smallest part of g that holds all its ink. Fails if there is no ink.",
            "crop(\"0000/0120/0020\")", Crop),
        new("cut", "g: Grid, o: Grid -> Grid",
            "The part of g within the frame of o; cells outside g are transparent. Fails if the two do not overlap.",
            "cut(\"123/456/789\", first(objects(\"000/044/044\")))",
            x => Cutting.Window(x, x.Grid(1).Row, x.Grid(1).Col, x.Grid(1).Rows, x.Grid(1).Cols)),
        new("part", "g: Grid, p: Point, rows: Int, cols: Int -> Grid",
            "The part of g of the given size, with its top left cell at p; cells outside g are transparent. Fails if no cell is inside g.",
            "part(\"1234/5678/9012\", (1, 2), 3, 2)",
            x => Cutting.Window(x, x.Point(1).Row, x.Point(1).Col, x.Int(2), x.Int(3))),
        new("top_half", "g: Grid -> Grid", "The upper half of g, without the middle row if there is one.",
            "top_half(\"12/34/56\")", x => x.PartOrFail(x.Grid(0), 0, 0, x.Grid(0).Rows / 2, x.Grid(0).Cols)),
        new("bottom_half", "g: Grid -> Grid", "The lower half of g, without the middle row if there is one.",
            "bottom_half(\"12/34/56\")", x => x.PartOrFail(x.Grid(0), (x.Grid(0).Rows + 1) / 2, 0, x.Grid(0).Rows / 2, x.Grid(0).Cols)),
        new("left_half", "g: Grid -> Grid", "The left half of g, without the middle column if there is one.",
            "left_half(\"123/456\")", x => x.PartOrFail(x.Grid(0), 0, 0, x.Grid(0).Rows, x.Grid(0).Cols / 2)),
        new("right_half", "g: Grid -> Grid", "The right half of g, without the middle column if there is one.",
            "right_half(\"123/456\")", x => x.PartOrFail(x.Grid(0), 0, (x.Grid(0).Cols + 1) / 2, x.Grid(0).Rows, x.Grid(0).Cols / 2)),
        new("take_top", "g: Grid, n: Int -> Grid", "The first n rows of g. Fails if there are fewer.",
            "take_top(\"12/34/56\", 2)", x => x.PartOrFail(x.Grid(0), 0, 0, x.Int(1), x.Grid(0).Cols)),
        new("take_bottom", "g: Grid, n: Int -> Grid", "The last n rows of g. Fails if there are fewer.",
            "take_bottom(\"12/34/56\", 2)", x => x.PartOrFail(x.Grid(0), x.Grid(0).Rows - x.Int(1), 0, x.Int(1), x.Grid(0).Cols)),
        new("take_left", "g: Grid, n: Int -> Grid", "The first n columns of g. Fails if there are fewer.",
            "take_left(\"123/456\", 2)", x => x.PartOrFail(x.Grid(0), 0, 0, x.Grid(0).Rows, x.Int(1))),
        new("take_right", "g: Grid, n: Int -> Grid", "The last n columns of g. Fails if there are fewer.",
            "take_right(\"123/456\", 2)", x => x.PartOrFail(x.Grid(0), 0, x.Grid(0).Cols - x.Int(1), x.Grid(0).Rows, x.Int(1))),
        new("shrink", "g: Grid -> Grid", "g without its outermost ring of cells.",
            "shrink(\"1111/1231/1111\")", x => x.PartOrFail(x.Grid(0), 1, 1, x.Grid(0).Rows - 2, x.Grid(0).Cols - 2)),
        new("frame", "g: Grid, c: Color -> Grid", "g with one more ring of cells around it, in the colour c.",
            "frame(\"12/34\", red)", Frame),
        new("pad", "o: Grid, n: Int -> Grid", "o with n rings of transparent cells around it.", "pad(\"12/34\", 1)", Pad),
        new("rows", "g: Grid -> List<Grid>", "The rows of g from top to bottom, each as a grid.",
            "rows(\"12/34\")", x => Cutting.Tiles(x, 1, x.Grid(0).Cols)),
        new("cols", "g: Grid -> List<Grid>", "The columns of g from left to right, each as a grid.",
            "cols(\"12/34\")", x => Cutting.Tiles(x, x.Grid(0).Rows, 1)),
        new("map_rows", "g: Grid, f: (Grid -> Grid) -> Grid",
            "The results of f for the rows of g, one below another. Fails if their widths differ.",
            "map_rows(\"120/300\", r => recolor(r, color(r)))",
            x => Joining.Above(x, Array.ConvertAll(Joining.Grids(Cutting.Tiles(x, 1, x.Grid(0).Cols).List), row => x.Apply(1, row).Grid))),
        new("tiles", "g: Grid, rows: Int, cols: Int -> List<Grid>",
            "g cut into tiles of the given size, row by row. Fails if the tiles do not fill g exactly.",
            "tiles(\"1122/1122\", 2, 2)",
            x => Cutting.Tiles(x, x.Int(1), x.Int(2))),
        new("split_x", "g: Grid, n: Int -> List<Grid>",
            "g cut into n equal parts from left to right. If the width is no multiple of n, one column between two parts is " +
                "dropped. The background of all parts is the most frequent colour that every part contains.",
            "split_x(\"12534/12534\", 2)",
            Cutting.SplitX),
        new("split_y", "g: Grid, n: Int -> List<Grid>",
            "As split_x, but from top to bottom; if the height is no multiple of n, one row between two parts is dropped.",
            "split_y(\"12/34/56/78\", 2)",
            Cutting.SplitY),
        new("panels", "g: Grid -> List<Grid>",
            "The parts of g between its separating lines, row by row. A separating line is a whole row or column of one colour: the " +
                "ink colour that fills the most lines, or the background if no ink colour fills a line.",
            "panels(\"010500/000500/555555/002500\")",
            Panels.All),
        new("map_panels", "g: Grid, f: (Grid -> Grid) -> Grid",
            "The results of f for the panels of g, joined in the same rows and columns without the separating lines.",
            "map_panels(\"010500/000500/555555/002500\", blank)",
            Panels.Map),
        new("halves", "g: Grid -> List<Grid>",
            "The left and right or the upper and lower half of g; a middle line is dropped. The cut goes along a middle line of one " +
                "ink colour; without one, so that the halves have fewer colours each; else across the longer side. The background is as " +
                "in split_x.",
            "halves(\"12534/12534\")",
            Cutting.Halves),
        new("separators", "g: Grid -> Grid", "The separating lines of g (see panels), as an object.",
            "separators(\"12512/34534/55555/12512\")", Panels.Separators),
        new("beside", "a: Grid, b: Grid -> Grid", "a with b to its right. Fails if the heights differ.",
            "beside(\"12/34\", \"5/6\")", x => Joining.Beside(x, [x.Grid(0), x.Grid(1)])),
        new("above", "a: Grid, b: Grid -> Grid", "a with b below it. Fails if the widths differ.",
            "above(\"12/34\", \"56\")", x => Joining.Above(x, [x.Grid(0), x.Grid(1)])),
        new("join_x", "gs: List<Grid> -> Grid", "All grids side by side, from left to right. Fails if the heights differ.",
            "join_x([\"1/2\", \"3/4\", \"5/6\"])", x => Joining.Beside(x, Joining.Grids(x.List(0)))),
        new("join_y", "gs: List<Grid> -> Grid", "All grids one below another, from top to bottom. Fails if the widths differ.",
            "join_y([\"12\", \"34\"])", x => Joining.Above(x, Joining.Grids(x.List(0)))),
        new("arrange", "gs: List<Grid>, n: Int -> Grid",
            "All grids in rows of n each. Fails if the sizes differ or the last row is not full.",
            "arrange([\"1\", \"2\", \"3\", \"4\"], 2)",
            Joining.Arrange),
        new("mirror_x", "g: Grid -> Grid", "g with its mirror image to its right.", "mirror_x(\"12/34\")", Repeating.MirrorX),
        new("mirror_y", "g: Grid -> Grid", "g with its mirror image below it.", "mirror_y(\"12/34\")", Repeating.MirrorY),
        new("tile", "g: Grid, rows: Int, cols: Int -> Grid",
            "g repeated the given number of times downwards (rows) and to the right (cols).",
            "tile(\"12/34\", 2, 2)",
            Repeating.Tile),
        new("tile_to", "g: Grid, rows: Int, cols: Int -> Grid",
            "g repeated from the top left until the given size is filled. The last copies may be cut off.",
            "tile_to(\"12/34\", 3, 5)",
            x => Repeating.TileTo(x, x.Int(1), x.Int(2))),
        new("cover", "g: Grid, o: Grid -> Grid", "g repeated until the frame of o is filled, starting at the top left cell of o.",
            "cover(\"12/34\", \"00000/00000/00000\")", Repeating.Cover),
        new("scale", "g: Grid, n: Int -> Grid", "g with every cell enlarged to n x n cells.",
            "scale(\"12/34\", 2)", x => Scaling.Stretch(x, x.Int(1), x.Int(1))),
        new("stretch", "g: Grid, rows: Int, cols: Int -> Grid", "g with every cell enlarged to rows x cols cells.",
            "stretch(\"12\", 1, 3)", x => Scaling.Stretch(x, x.Int(1), x.Int(2))),
        new("downscale", "g: Grid, n: Int -> Grid",
            "g with every block of n x n cells reduced to one cell: the most frequent ink colour of the block, or background if it " +
                "has no ink.",
            "downscale(\"0022/0130\", 2)",
            Scaling.Downscale),
        new("subsample", "g: Grid, n: Int -> Grid", "Every n-th row and every n-th column of g, starting with the first.",
            "subsample(\"12345/67812/34567\", 2)", Scaling.Subsample),
        new("unscale", "g: Grid -> Grid", "The smallest grid that scale turns into g; g itself if there is no smaller one.",
            "unscale(\"111122/111122\")", Scaling.Unscale),
        new("kron", "a: Grid, b: Grid -> Grid", "a with every ink cell replaced by b, and every other cell by background of the size of b.",
            "kron(\"10/01\", \"23/32\")", Repeating.Kron),
        new("dedupe", "g: Grid -> Grid", "g without the rows and columns that equal the one before.", "dedupe(\"1122/1122/3344\")", Dedupe),
        new("canvas", "rows: Int, cols: Int, c: Color -> Grid", "A new grid of the given size in one colour.", "canvas(2, 3, red)", Canvas),
        new("blank", "g: Grid -> Grid", "A grid of the size of g that is all background.", "blank(\"1000/2000\")", Blank),
    ]);

    private static Value Crop(CallContext x) => Ink.Bounds(x.Grid(0), out var b)
        ? x.Part(x.Grid(0), b.Row, b.Col, b.Rows, b.Cols)!
        : x.Fail("there is no ink to crop to");

    private static Value Frame(CallContext x)
    {
        var g = x.Grid(0);
        var framed = x.Budget.NewGrid(g.Rows + 2, g.Cols + 2, g.Row - 1, g.Col - 1, g.Backdrop);
        framed.WritableCells.Fill(x.Color(1));
        for (var r = 0; r < g.Rows; r++)
            g.Cells.Slice(r * g.Cols, g.Cols).CopyTo(framed.WritableCells[((r + 1) * framed.Cols + 1)..]);
        return framed;
    }

    private static Value Pad(CallContext x)
    {
        var (o, n) = (x.Grid(0), x.Int(1));
        if (n is < 0 or > Grid.MaxSide)
            return x.Fail($"there cannot be {n} rings");
        var padded = x.NewTransparent(o.Rows + 2 * n, o.Cols + 2 * n, o.Row - n, o.Col - n);
        for (var r = 0; r < o.Rows; r++)
            o.Cells.Slice(r * o.Cols, o.Cols).CopyTo(padded.WritableCells[((r + n) * padded.Cols + n)..]);
        return padded;
    }

    private static Value Dedupe(CallContext x)
    {
        var g = x.Grid(0);
        x.Charge(2 * g.Area);
        int[] rows = [.. Enumerable.Range(0, g.Rows).Where(r => r == 0 || !g.Line(r).SequenceEqual(g.Line(r - 1)))];
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
        var blank = x.NewLike(x.Grid(0));
        blank.WritableCells.Fill(x.Grid(0).Backdrop);
        return blank;
    }
}
