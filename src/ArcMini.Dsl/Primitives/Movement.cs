using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Moving objects and cells.</summary>
internal static class Movement
{
    public static Family Family { get; } = new("Movement", "Moving objects and cells. A moved object keeps its cells and changes its place; paint it to see it.",
    [
        new("move", "o: Grid, d: Point -> Grid", "o moved by a step.", "paint(\"000/000\", move(first(objects(\"100/000\")), (1, 1)))",
            x => x.Budget.Move(x.Grid(0), x.Grid(0).Row + x.Point(1).Row, x.Grid(0).Col + x.Point(1).Col)),
        new("move_to", "o: Grid, p: Point -> Grid", "o with its top left cell at p.", "paint(\"000/000\", move_to(first(objects(\"001/000\")), (1, 0)))",
            x => x.Budget.Move(x.Grid(0), x.Point(1).Row, x.Point(1).Col)),
        new("fit", "s: Grid, g: Grid -> Grid", "s moved to where most of its ink is on ink of g of the same colour, and none on ink of another.", "paint(\"00000/00300/00200\", fit(\"23/22\" |> erase(black), \"00000/00300/00200\"))", Fit),
        new("approach", "o: Grid, t: Grid -> Grid", "o moved straight toward t until they touch.", "paint(\"000000/000000\", [approach(first(objects(\"100022/110002\")), last(objects(\"100022/110002\")))])", Approach),
        new("center_on", "o: Grid, t: Grid -> Grid", "o moved so that its centre lies on that of t, or half a cell above and to the left of it.", "paint(\"00000/00000/00500\", center_on(\"2.2/...\", first(objects(\"00000/00000/00500\"))))", CenterOn),
        new("reflect", "o: Grid, d: Point -> Grid", "The mirror image of o across the edge of its own frame on the side d (up, down, left or right).", "paint(\"0000/0000\", reflect(first(objects(\"1000/1100\")), right))", Reflect),
        new("attract", "g: Grid, t: Grid -> Grid", "With every ink cell above, below or beside t fallen straight toward t as far as it goes, each on its own.", "attract(\"1002201\", largest(objects(\"1002201\")))", Attract),
        new("gravity", "g: Grid, d: Point -> Grid", "With every ink cell fallen along d (up, down, left or right) as far as it goes, each on its own.", "gravity(\"120/000/010\", down)", Gravity),
        new("roll", "g: Grid, d: Point -> Grid", "All cells moved by a step; what leaves on one side enters on the other.", "roll(\"123/456\", right)",
            x => x.Point(1) is var d ? x.Cells(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, (g, r, c) => g[Mod(r - d.Row, g.Rows), Mod(c - d.Col, g.Cols)]) : default),
        new("shift", "g: Grid, d: Point -> Grid", "All cells moved by a step within the grid; what leaves is lost, what is left behind is background.", "shift(\"123/456\", right)",
            x => x.Point(1) is var d && x.Grid(0).Backdrop is var empty ? x.Cells(x.Grid(0), x.Grid(0).Rows, x.Grid(0).Cols, (g, r, c) => g.Contains(r - d.Row, c - d.Col) ? g[r - d.Row, c - d.Col] : empty) : default),
    ]);

    private static int Mod(int a, int n) => ((a % n) + n) % n;

    /// <summary>Where the frames touch; on a straight way further, until the next step would lay ink on ink.</summary>
    private static Value Approach(CallContext x)
    {
        var (o, t) = (x.Grid(0), x.Grid(1));
        var d = Relations.Toward(o, t);
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

    private static bool Overlap(CallContext x, Grid o, Grid t)
    {
        x.Charge(o.Area);
        for (var r = 0; r < o.Rows; r++)
            for (var c = 0; c < o.Cols; c++)
                if (o.IsInk(o[r, c]) && t.Contains(o.Row + r - t.Row, o.Col + c - t.Col) && t.IsInk(t[o.Row + r - t.Row, o.Col + c - t.Col]))
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
        var image = x.Cells(o, o.Rows, o.Cols, d.Row != 0 ? (g, r, c) => g[g.Rows - 1 - r, c] : (g, r, c) => g[r, g.Cols - 1 - c]);
        return x.Budget.Move(image, o.Row + d.Row * o.Rows, o.Col + d.Col * o.Cols);
    }

    private static Value Gravity(CallContext x)
    {
        var (g, d) = (x.Grid(0), x.Point(1));
        if (Math.Abs(d.Row) + Math.Abs(d.Col) != 1)
            return x.Fail("cells fall up, down, left or right");
        var result = x.Draft(g);
        result.WritableCells.Fill(g.Backdrop);
        var (lines, length) = d.Row != 0 ? (g.Cols, g.Rows) : (g.Rows, g.Cols);
        for (var line = 0; line < lines; line++)
        {
            var to = 0;
            for (var i = 0; i < length; i++)
                if (g.IsInk(g.Cells[Index(i)]))
                    result.WritableCells[Index(to++)] = g.Cells[Index(i)];

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
        foreach (var (dr, dc) in ((int, int)[])[(-1, 0), (1, 0), (0, -1), (0, 1)])
            for (var r = 0; r < t.Rows; r++)
                for (var c = 0; c < t.Cols; c++)
                {
                    if (!t.IsInk(t[r, c]) || (t.Contains(r + dr, c + dc) && t.IsInk(t[r + dr, c + dc])))
                        continue;
                    var (row, col) = (t.Row + r + dr - g.Row, t.Col + c + dc - g.Col);
                    var (toRow, toCol) = (row, col);
                    for (; g.Contains(row, col) && !(t.Contains(row + g.Row - t.Row, col + g.Col - t.Col) && t.IsInk(t[row + g.Row - t.Row, col + g.Col - t.Col])); row += dr, col += dc)
                    {
                        var cell = result[row, col];
                        if (!g.IsInk(cell))
                            continue;
                        result.WritableCells[row * g.Cols + col] = g.Backdrop;
                        result.WritableCells[toRow * g.Cols + toCol] = cell;
                        (toRow, toCol) = (toRow + dr, toCol + dc);
                    }
                }
        return result;
    }

    private static Value Fit(CallContext x)
    {
        var (s, g) = (x.Grid(0), x.Grid(1));
        x.Charge((long)s.Area * (g.Rows + s.Rows) * (g.Cols + s.Cols) / 4);
        var (best, place) = (0, default(Point));
        for (var row = 1 - s.Rows; row < g.Rows; row++)
            for (var col = 1 - s.Cols; col < g.Cols; col++)
                if (Agreement(s, g, row, col) is var agreement && agreement > best)
                    (best, place) = (agreement, new(row, col));
        return best > 0 ? x.Budget.Move(s, g.Row + place.Row, g.Col + place.Col) : x.Fail("it fits nowhere");
    }

    /// <summary>How many ink cells of two grids agree when one is laid at a place on the other; -1 where some contradict each other.</summary>
    private static int Agreement(Grid s, Grid g, int row, int col)
    {
        var (agreement, first, count) = (0, Math.Max(0, -col), Math.Min(s.Cols, g.Cols - col) - Math.Max(0, -col));
        var (ink, otherInk) = (s.Inks, g.Inks);
        for (var r = Math.Max(0, -row); r < s.Rows && row + r < g.Rows; r++)
        {
            var line = s.Line(r).Slice(first, count);
            var other = g.Line(row + r).Slice(col + first, count);
            for (var c = 0; c < line.Length; c++)
            {
                if (!ink.Has(line[c]) || !otherInk.Has(other[c]))
                    continue;
                if (line[c] != other[c])
                    return -1;
                agreement++;
            }
        }
        return agreement;
    }
}
