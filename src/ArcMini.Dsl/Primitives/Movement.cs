using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Moving objects and cells.</summary>
internal static class Movement
{
    public static Family Family { get; } = new("Movement",
        "Moving objects and cells. A moved object has the same cells at another place; paint it on a grid to see it.",
    [
        new("move", "o: Grid, d: Point -> Grid",
            "o moved by the step d.",
            "paint(\"000/000\", move(first(objects(\"100/000\")), (1, 1)))",
            x => x.Budget.Move(x.Grid(0), x.Grid(0).Row + x.Point(1).Row, x.Grid(0).Col + x.Point(1).Col)),
        new("move_to", "o: Grid, p: Point -> Grid",
            "o moved so that its top left cell is at p.",
            "paint(\"000/000\", move_to(first(objects(\"001/000\")), (1, 0)))",
            x => x.Budget.Move(x.Grid(0), x.Point(1).Row, x.Point(1).Col)),
        new("fit", "s: Grid, g: Grid -> Grid",
            "s moved to the place on g where the most of its ink lies on ink of the same colour, and none on ink of another. Fails " +
                "if there is no such place.",
            "paint(\"00000/00300/00200\", fit(\"23/22\" |> erase(black), \"00000/00300/00200\"))",
            Templates.Fit),
        new("approach", "o: Grid, t: Grid -> Grid",
            "o moved straight toward t until they touch. If they share no row and no column, o moves until the corners of the " +
                "frames touch.",
            "paint(\"000000/000000\", [approach(first(objects(\"100022/110002\")), last(objects(\"100022/110002\")))])",
            Approach),
        new("center_on", "o: Grid, t: Grid -> Grid",
            "o moved so that its centre lies on the centre of t, or half a cell above or to the left of it.",
            "paint(\"00000/00000/00500\", center_on(\"2.2/...\", first(objects(\"00000/00000/00500\"))))",
            CenterOn),
        new("reflect", "o: Grid, d: Point -> Grid", "The mirror image of o, next to o on the side d (up, down, left or right).",
            "paint(\"0000/0000\", reflect(first(objects(\"1000/1100\")), right))", Reflect),
        new("attract", "g: Grid, t: Grid -> Grid",
            "g with every ink cell above, below or beside t moved straight toward t, until t or another cell stops it.",
            "attract(\"1002201\", largest(objects(\"1002201\")))",
            Attract),
        new("gravity", "g: Grid, d: Point -> Grid",
            "g with every ink cell moved in the direction d (up, down, left or right), until the edge or another cell stops it.",
            "gravity(\"120/000/010\", down)",
            Gravity),
        new("slide", "g: Grid, os: List<Grid>, d: Point -> Grid",
            "g with the objects of os moved in the direction d, each as a whole, until the edge, other ink or a stopped object stops it.",
            "slide(\"1100/0100/0020/0300\", objects(\"1100/0100/0020/0000\"), down)",
            Sliding.Slide),
        new("roll", "g: Grid, d: Point -> Grid",
            "g with all cells moved by the step d. Cells that leave on one side enter on the opposite side.",
            "roll(\"123/456\", right)",
            Roll),
        new("shift", "g: Grid, d: Point -> Grid",
            "g with all cells moved by the step d. Cells that leave are lost, and the cells left behind are background.",
            "shift(\"123/456\", right)",
            Shift),
    ]);

    /// <summary>
    /// Moves o until the frames touch. On a straight way (along a row or a column) it moves on until the next step would lay ink on ink;
    /// if no step would, it stays where the frames touch.
    /// </summary>
    private static Value Approach(CallContext x)
    {
        var (o, t) = (x.Grid(0), x.Grid(1));
        var d = Relations.Direction(o, t);
        var rows = d.Row > 0 ? t.Row - (o.Row + o.Rows) : d.Row < 0 ? o.Row - (t.Row + t.Rows) : 0;
        var cols = d.Col > 0 ? t.Col - (o.Col + o.Cols) : d.Col < 0 ? o.Col - (t.Col + t.Cols) : 0;
        var near = x.Budget.Move(o, o.Row + d.Row * rows, o.Col + d.Col * cols);
        if ((d.Row == 0) == (d.Col == 0))
            return near;
        var deep = d.Row != 0 ? o.Rows + t.Rows : o.Cols + t.Cols;
        for (var (step, moved) = (0, near); step < deep; step++)
        {
            var next = x.Budget.Move(moved, moved.Row + d.Row, moved.Col + d.Col);
            if (Overlap(x, next, t))
                return moved;
            moved = next;
        }
        return near;
    }

    /// <summary>Whether an ink cell of o lies on an ink cell of t.</summary>
    private static bool Overlap(CallContext x, Grid o, Grid t)
    {
        x.Charge(o.Area);
        for (var r = 0; r < o.Rows; r++)
            for (var c = 0; c < o.Cols; c++)
                if (o.IsInk(o[r, c]) && Ink.IsAt(t, o.Row + r, o.Col + c))
                    return true;
        return false;
    }

    private static Value CenterOn(CallContext x)
    {
        var (o, t) = (x.Grid(0), x.Grid(1));
        return x.Budget.Move(o, t.Row + ((t.Rows - o.Rows) >> 1), t.Col + ((t.Cols - o.Cols) >> 1));
    }

    private static Value Reflect(CallContext x)
    {
        var (o, d) = (x.Grid(0), x.Point(1));
        if (Math.Abs(d.Row) + Math.Abs(d.Col) != 1)
            return x.Fail("an object is reflected up, down, left or right");
        Build.CellOf mirrored = d.Row != 0 ? (g, r, c) => g[g.Rows - 1 - r, c] : (g, r, c) => g[r, g.Cols - 1 - c];
        var image = x.Cells(o, o.Rows, o.Cols, mirrored);
        return x.Budget.Move(image, o.Row + d.Row * o.Rows, o.Col + d.Col * o.Cols);
    }

    private static Value Gravity(CallContext x)
    {
        var (g, d) = (x.Grid(0), x.Point(1));
        if (Math.Abs(d.Row) + Math.Abs(d.Col) != 1)
            return x.Fail("cells fall up, down, left or right");
        var result = x.NewLike(g);
        result.WritableCells.Fill(g.Backdrop);
        var (lines, length) = d.Row != 0 ? (g.Cols, g.Rows) : (g.Rows, g.Cols);
        for (var line = 0; line < lines; line++)
        {
            var landed = 0;
            for (var i = 0; i < length; i++)
                if (g.IsInk(g.Cells[Index(i)]))
                    result.WritableCells[Index(landed++)] = g.Cells[Index(i)];

            // The index of a cell of this line, counted from the side to which the cells fall.
            int Index(int step)
            {
                var along = d.Row + d.Col > 0 ? length - 1 - step : step;
                return d.Row != 0 ? along * g.Cols + line : line * g.Cols + along;
            }
        }
        return result;
    }

    private static Value Attract(CallContext x)
    {
        var (g, t) = (x.Grid(0), x.Grid(1));
        x.Charge(4 * g.Area);
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        foreach (var step in (Point[])[new(-1, 0), new(1, 0), new(0, -1), new(0, 1)])
            for (var r = 0; r < t.Rows; r++)
                for (var c = 0; c < t.Cols; c++)
                    if (t.IsInk(t[r, c]) && !Ink.IsAt(t, t.Row + r + step.Row, t.Col + c + step.Col))
                        DrawIn(g, t, result, new(t.Row + r + step.Row, t.Col + c + step.Col), step);
        return result;
    }

    /// <summary>
    /// Moves the ink cells of g that lie on a line together, so that they begin at the start of the line. The line goes to the edge of g
    /// or to the next ink of t.
    /// </summary>
    private static void DrawIn(Grid g, Grid t, Grid result, Point start, Point step)
    {
        var (row, col) = (start.Row - g.Row, start.Col - g.Col);
        var (toRow, toCol) = (row, col);
        for (; g.Contains(row, col) && !Ink.IsAt(t, row + g.Row, col + g.Col); row += step.Row, col += step.Col)
        {
            var cell = result[row, col];
            if (!g.IsInk(cell))
                continue;
            result.WritableCells[row * g.Cols + col] = g.Backdrop;
            result.WritableCells[toRow * g.Cols + toCol] = cell;
            (toRow, toCol) = (toRow + step.Row, toCol + step.Col);
        }
    }

    private static Value Roll(CallContext x)
    {
        var (source, d) = (x.Grid(0), x.Point(1));
        return x.Cells(source, source.Rows, source.Cols, (g, r, c) => g[Mod(r - d.Row, g.Rows), Mod(c - d.Col, g.Cols)]);

        static int Mod(int a, int n) => ((a % n) + n) % n;
    }

    private static Value Shift(CallContext x)
    {
        var (source, d, empty) = (x.Grid(0), x.Point(1), x.Grid(0).Backdrop);
        return x.Cells(source, source.Rows, source.Cols, (g, r, c) => g.Contains(r - d.Row, c - d.Col) ? g[r - d.Row, c - d.Col] : empty);
    }
}
