using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>Laying grids over one another, lines, rays, borders, fills.</summary>
internal static class Drawing
{
    public static Family Family { get; } = new("Drawing", "Laying objects over grids, lines, rays, borders and fills.",
    [
        new("paint", "g: Grid, gs: List<Grid> -> Grid", "g with the visible cells of each of gs over it, at their places.", "paint(\"000/000\", recolor(objects(\"010/010\"), red))", x => Paint(x, false)),
        new("paint_under", "g: Grid, gs: List<Grid> -> Grid", "g with each of gs laid where g is background.", "paint_under(\"010/000\", [\"222/2..\"])", x => Paint(x, true)),
        new("paint_alone", "g: Grid, gs: List<Grid> -> Grid", "The background of g and nothing of it else, with the visible cells of each of gs over it, at their places.", "paint_alone(\"100/022\", last(objects(\"100/022\")))", PaintAlone),
        new("overlay", "a: Grid, b: Grid -> Grid", "a with the ink of b over it, both from their top left cells.", "overlay(\"11/11\", \"02/00\")", Overlay),
        new("stack", "gs: List<Grid> -> Grid", "All laid over one another from their top left cells, ink over background, the first on top.", "stack([\"010/000\", \"220/200\"])", Stack),
        new("remove", "g: Grid, gs: List<Grid> -> Grid", "g with background where gs have visible cells.", "remove(\"1020\", first(objects(\"1020\")))", Remove),
        new("line", "g: Grid, p: Point, q: Point, c: Color -> Grid", "With a straight line from p to q, both included, along a row, a column or a diagonal.", "line(\"000/000/000\", (0, 0), (2, 2), red)", Line),
        new("ray", "g: Grid, p: Point, d: Point, c: Color -> Grid", "With a line that starts at p and goes in steps of d to the edge.", "ray(\"000/000/000\", (0, 0), down_right, red)", Ray),
        new("plot", "g: Grid, ps: List<Point>, c: Color -> Grid", "With the cells at the given places in the colour c.", "plot(\"000/000\", [(0, 1), (1, 2)], red)", Plot),
        new("copies", "g: Grid, o: Grid, d: Point -> Grid", "With o, and copies of it each a step d further, to the edge.", "copies(\"000000/000000\", \"12/1.\", (0, 2))", Copies),
        new("shoot", "g: Grid, o: Grid, d: Point -> Grid", "With every ink cell of o drawn out along d until other ink or the edge.", "shoot(\"1003/0000\", first(objects(\"1000/0000\")), right)", x => Shoot(x, false)),
        new("beam", "g: Grid, o: Grid, d: Point -> Grid", "With every ink cell of o drawn out along d to the edge, behind other ink.", "beam(\"1030/0000\", first(objects(\"1000/0000\")), right)", x => Shoot(x, true)),
        new("connect", "g: Grid -> Grid", "With the background between two ink cells of one colour, with nothing between them in a row or a column, in that colour.", "connect(\"1001/0000/1000\")",
            x => Connect(x, (0, 1), (1, 0))),
        new("connect_x", "g: Grid -> Grid", "As connect, along rows alone.", "connect_x(\"1001/0000/1000\")", x => Connect(x, (0, 1))),
        new("connect_y", "g: Grid -> Grid", "As connect, along columns alone.", "connect_y(\"1001/0000/1000\")", x => Connect(x, (1, 0))),
        new("connect_diagonal", "g: Grid -> Grid", "As connect, along diagonals alone.", "connect_diagonal(\"100/000/001\")", x => Connect(x, (1, 1), (1, -1))),
        new("extend", "g: Grid -> Grid", "As extend_x, along rows and columns.", "extend(\"000/010/000\")", x => Extend(x, (0, 1), (1, 0))),
        new("extend_x", "g: Grid -> Grid", "With every ink cell drawn out along its row to both edges, behind other ink.", "extend_x(\"0100/0002\")", x => Extend(x, (0, 1))),
        new("extend_y", "g: Grid -> Grid", "As extend_x, along columns.", "extend_y(\"0100/0002/0000\")", x => Extend(x, (1, 0))),
        new("extend_diagonal", "g: Grid -> Grid", "As extend_x, along both diagonals.", "extend_diagonal(\"000/010/000\")", x => Extend(x, (1, 1), (1, -1))),
        new("bounce", "g: Grid, p: Point, d: Point, c: Color -> Grid", "With a line from p in steps of d that rebounds off other ink, until it leaves the grid.", "bounce(\"00002/00002/00002/10002\", (2, 1), up_right, red)", Bounce),
        new("stamp", "g: Grid, s: Grid, ps: List<Point> -> Grid", "g with the visible cells of s laid over it, once with the centre of s on each of the places.", "stamp(\"00000/00200/00000\", \"3.3/.3.\", (1, 2))", Stamp),
        new("border", "g: Grid, c: Color -> Grid", "With its outermost ring of cells in the colour c.", "border(\"000/000/000\", red)", Border),
        new("box", "o: Grid, c: Color -> Grid", "The frame of o as an object: a ring of cells in the colour c along the inside of its edge.", "box(\"000/000/000\", red)", Box),
        new("ripple", "g: Grid, o: Grid, n: Int, c: Color -> Grid", "With boxes in the colour c, the first along the inside of the edge of o, each n cells outside the one before.", "ripple(\"0000000/0000000/0002000\", first(objects(\"0000000/0000000/0002000\")), 2, red)", Ripple),
        new("corners", "o: Grid, c: Color -> Grid", "The four corner cells of the frame of o, in the colour c, as an object.", "corners(\"000/000/000\", red)", Corners),
        new("halo", "o: Grid, c: Color -> Grid", "The background cells around the ink, diagonals too, as an object one cell larger on each side.", "halo(first(objects(\"000/010\")), red)", Halo),
        new("erode", "o: Grid -> Grid", "Only the ink cells whose four side neighbours are ink too.", "erode(\"00100/01110/01110/00000\")", Erode),
        new("solid", "o: Grid, c: Color -> Grid", "The whole frame of o in the colour c.", "solid(first(objects(\"10/01\")), red)", x => Solid(x, x.Color(1))),
        new("fill_holes", "g: Grid, c: Color -> Grid", "With the background that ink encloses in the colour c.", "fill_holes(\"00000/01110/01010/01110/00000\", red)", FillHoles),
    ]);

    public static Value Solid(CallContext x, byte color)
    {
        var solid = x.Clear(x.Grid(0));
        solid.WritableCells.Fill(color);
        return solid;
    }

    private static Value Paint(CallContext x, bool under)
    {
        var painted = x.Copy(x.Grid(0));
        foreach (var piece in x.List(1).Span)
            x.Lay(painted, piece.Grid, under);
        return painted;
    }

    private static Value PaintAlone(CallContext x)
    {
        var g = x.Grid(0);
        var painted = x.Budget.On(x.Draft(g), g.Backdrop);
        painted.WritableCells.Fill(g.Backdrop);
        foreach (var piece in x.List(1).Span)
            x.Lay(painted, piece.Grid);
        return painted;
    }

    private static Value Overlay(CallContext x)
    {
        var (a, b) = (x.Grid(0), x.Grid(1));
        var result = x.Copy(a);
        for (var r = 0; r < Math.Min(a.Rows, b.Rows); r++)
            for (var c = 0; c < Math.Min(a.Cols, b.Cols); c++)
                if (b.IsInk(b[r, c]))
                    result.WritableCells[r * a.Cols + c] = b[r, c];
        return result;
    }

    private static Value Remove(CallContext x)
    {
        var g = x.Grid(0);
        var result = x.Copy(g);
        foreach (var item in x.List(1).Span)
        {
            var piece = item.Grid;
            x.Charge(piece.Area);
            for (var r = 0; r < piece.Rows; r++)
                for (var c = 0; c < piece.Cols; c++)
                    if (piece[r, c] != Grid.Transparent && piece.Row + r - g.Row is var row && piece.Col + c - g.Col is var col && g.Contains(row, col))
                        result.WritableCells[row * g.Cols + col] = g.Backdrop;
        }
        return result;
    }

    private static Value Line(CallContext x)
    {
        var (p, q) = (x.Point(1), x.Point(2));
        var (rows, cols) = (q.Row - p.Row, q.Col - p.Col);
        if (rows != 0 && cols != 0 && Math.Abs(rows) != Math.Abs(cols))
            return x.Fail($"{p} and {q} lie on no common row, column or diagonal");
        var steps = Math.Max(Math.Abs(rows), Math.Abs(cols));
        return Trace(x, p, new(Math.Sign(rows), Math.Sign(cols)), steps + 1, x.Color(3));
    }

    private static Value Ray(CallContext x) => x.Point(2) == default ? x.Fail("a ray needs a direction") : Trace(x, x.Point(1), x.Point(2), Grid.MaxSide, x.Color(3));

    private static Value Trace(CallContext x, Point from, Point step, int count, byte color)
    {
        x.Charge(count);
        var result = x.Copy(x.Grid(0));
        var (row, col) = (from.Row - result.Row, from.Col - result.Col);
        for (var i = 0; i < count; i++, row += step.Row, col += step.Col)
            if (result.Contains(row, col))
                result.WritableCells[row * result.Cols + col] = color;
        return result;
    }

    private static Value Plot(CallContext x)
    {
        var result = x.Copy(x.Budget.On(x.Grid(0), x.Grid(0).Backdrop));
        foreach (var item in x.List(1).Span)
            if (item.Point.Row - result.Row is var row && item.Point.Col - result.Col is var col && result.Contains(row, col))
                result.WritableCells[row * result.Cols + col] = x.Color(2);
        return result;
    }

    private static Value Copies(CallContext x)
    {
        var (g, o, d) = (x.Grid(0), x.Grid(1), x.Point(2));
        if (d == default)
            return x.Fail("a step is needed");
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        var (row, col) = (o.Row, o.Col);
        for (int i = 0, most = g.Rows + g.Cols + o.Rows + o.Cols; i < most && !Past(d.Row, row - g.Row, o.Rows, g.Rows) && !Past(d.Col, col - g.Col, o.Cols, g.Cols); i++, row += d.Row, col += d.Col)
            x.Lay(result, x.Budget.Move(o, row, col));
        return result;

        static bool Past(int step, int at, int length, int side) => step > 0 ? at >= side : step < 0 && at + length <= 0;
    }

    private static Value Shoot(CallContext x, bool through)
    {
        var (g, o, d) = (x.Grid(0), x.Grid(1), x.Point(2));
        if (d == default)
            return x.Fail("a direction is needed");
        x.Charge(o.Area * Math.Max(g.Rows, g.Cols));
        var result = x.Copy(g);
        var draft = result.WritableCells;
        var cells = g.Cells;
        var inks = g.Inks;
        for (var r = 0; r < o.Rows; r++)
            for (var c = 0; c < o.Cols; c++)
            {
                if (o[r, c] is var color && !o.IsInk(color))
                    continue;
                var (row, col) = (o.Row + r - g.Row + d.Row, o.Col + c - g.Col + d.Col);
                for (; g.Contains(row, col); row += d.Row, col += d.Col)
                    if (row * g.Cols + col is var at && !inks.Has(cells[at]))
                        draft[at] = color;
                    else if (!through && !Own(o, row + g.Row, col + g.Col))
                        break;
            }
        return result;
    }

    private static bool Own(Grid o, int row, int col) => o.Contains(row - o.Row, col - o.Col) && o.IsInk(o[row - o.Row, col - o.Col]);

    private static Value Connect(CallContext x, params ReadOnlySpan<(int Row, int Col)> directions)
    {
        var g = x.Grid(0);
        var result = x.Copy(g);
        foreach (var (dr, dc) in directions)
        {
            x.Charge(g.Area * 2);
            for (var r = 0; r < g.Rows; r++)
                for (var c = 0; c < g.Cols; c++)
                {
                    if (!g.IsInk(g[r, c]))
                        continue;
                    var (row, col) = (r + dr, c + dc);
                    while (g.Contains(row, col) && !g.IsInk(g[row, col]))
                        (row, col) = (row + dr, col + dc);
                    if (!g.Contains(row, col) || g[row, col] != g[r, c])
                        continue;
                    while ((row, col) != (r, c))
                    {
                        result.WritableCells[row * g.Cols + col] = g[r, c];
                        (row, col) = (row - dr, col - dc);
                    }
                }
        }
        return result;
    }

    private static Value Extend(CallContext x, params ReadOnlySpan<(int Row, int Col)> directions)
    {
        var g = x.Grid(0);
        x.Charge((long)g.Area * directions.Length);
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        var draft = result.WritableCells;
        var cells = g.Cells;
        var inks = g.Inks;
        for (var r = 0; r < g.Rows; r++)
            for (var c = 0; c < g.Cols; c++)
                if (cells[r * g.Cols + c] is var color && inks.Has(color))
                {
                    x.Charge(g.Rows + g.Cols);
                    foreach (var (dr, dc) in directions)
                        foreach (var way in (ReadOnlySpan<int>)[-1, 1])
                            for (var (row, col) = (r + way * dr, c + way * dc); g.Contains(row, col); row += way * dr, col += way * dc)
                                if (row * g.Cols + col is var at && !inks.Has(cells[at]))
                                    draft[at] = color;
                }
        return result;
    }

    /// <summary>The line turns back in each direction in which other ink stops it, and ends where both are stopped.</summary>
    private static Value Bounce(CallContext x)
    {
        var (g, p, d) = (x.Grid(0), x.Point(1), x.Point(2));
        if (Math.Abs(d.Row) > 1 || Math.Abs(d.Col) > 1 || d == default)
            return x.Fail("a line that rebounds goes in one of the eight directions");
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        var (row, col) = (p.Row - g.Row, p.Col - g.Col);
        for (var steps = 4 * (g.Rows + g.Cols); steps > 0 && g.Contains(row, col); steps--)
        {
            x.Charge(4);
            result.WritableCells[row * g.Cols + col] = x.Color(3);
            if (Ink(row + d.Row, col))
                d = new(-d.Row, d.Col);
            if (Ink(row, col + d.Col))
                d = new(d.Row, -d.Col);
            if (Ink(row + d.Row, col + d.Col))
                d = new(-d.Row, -d.Col);
            (row, col) = (row + d.Row, col + d.Col);
        }
        return result;

        bool Ink(int r, int c) => (r, c) != (row, col) && g.Contains(r, c) && g.IsInk(g[r, c]);
    }

    private static Value Stamp(CallContext x)
    {
        var (g, s) = (x.Grid(0), x.Grid(1));
        var result = x.Copy(x.Budget.On(g, g.Backdrop));
        foreach (var place in x.List(2).Span)
            x.Lay(result, x.Budget.Move(s, place.Point.Row - (s.Rows - 1) / 2, place.Point.Col - (s.Cols - 1) / 2));
        return result;
    }

    private static Value Corners(CallContext x)
    {
        var corners = x.Clear(x.Grid(0));
        foreach (var row in (ReadOnlySpan<int>)[0, corners.Rows - 1])
            foreach (var col in (ReadOnlySpan<int>)[0, corners.Cols - 1])
                corners.WritableCells[row * corners.Cols + col] = x.Color(1);
        return corners;
    }

    private static Value Border(CallContext x)
    {
        var g = x.Grid(0);
        var result = x.Copy(g);
        Ring(result, x.Color(1));
        return result;
    }

    private static Value Box(CallContext x)
    {
        var box = x.Clear(x.Grid(0));
        Ring(box, x.Color(1));
        return box;
    }

    private static Value Ripple(CallContext x)
    {
        var (g, o, n, color) = (x.Grid(0), x.Grid(1), x.Int(2), x.Color(3));
        var (top, left) = (o.Row - g.Row, o.Col - g.Col);
        return n < 1 ? x.Fail("boxes lie at least one cell apart") : x.Cells(g, g.Rows, g.Cols, (_, r, c) =>
        {
            var outside = Math.Max(Math.Max(top - r, r - (top + o.Rows - 1)), Math.Max(left - c, c - (left + o.Cols - 1)));
            return outside >= 0 && outside % n == 0 ? color : g[r, c];
        });
    }

    public static void Ring(Grid draft, byte color)
    {
        draft.WritableCells[..draft.Cols].Fill(color);
        draft.WritableCells[^draft.Cols..].Fill(color);
        for (var r = 0; r < draft.Rows; r++)
            draft.WritableCells[r * draft.Cols] = draft.WritableCells[(r + 1) * draft.Cols - 1] = color;
    }

    private static Value Halo(CallContext x)
    {
        var o = x.Grid(0);
        x.Charge(o.Area * 9);
        var halo = x.Clear(o.Rows + 2, o.Cols + 2, o.Row - 1, o.Col - 1);
        for (var r = -1; r <= o.Rows; r++)
            for (var c = -1; c <= o.Cols; c++)
                if (!(o.Contains(r, c) && o.IsInk(o[r, c])) && Near(o, r, c, true, o.Inks) > 0)
                    halo.WritableCells[(r + 1) * halo.Cols + c + 1] = x.Color(1);
        return halo;
    }

    /// <summary>How many of the 8 or 4 neighbours of a place are of the given colours.</summary>
    public static int Near(Grid g, int row, int col, bool diagonal, ColorSet colors)
    {
        var count = 0;
        for (var r = Math.Max(0, row - 1); r <= Math.Min(g.Rows - 1, row + 1); r++)
        {
            var line = g.Line(r);
            for (var c = Math.Max(0, col - 1); c <= Math.Min(line.Length - 1, col + 1); c++)
                if ((r == row ? c != col : diagonal || c == col) && colors.Has(line[c]))
                    count++;
        }
        return count;
    }

    private static Value Erode(CallContext x)
    {
        var o = x.Grid(0);
        x.Charge(o.Area * 9);
        var core = x.Clear(o);
        for (var r = 0; r < o.Rows; r++)
            for (var c = 0; c < o.Cols; c++)
                if (o.IsInk(o[r, c]) && Near(o, r, c, false, o.Inks) == 4)
                    core.WritableCells[r * o.Cols + c] = o[r, c];
        return core;
    }

    private static Value FillHoles(CallContext x)
    {
        var g = x.Grid(0);
        using var spaces = new Components(x, g, g.Inks.Others, sameColor: false, reach: 0);
        var result = x.Copy(g);
        spaces.FillInside(result, x.Color(1));
        return result;
    }

    private static Value Stack(CallContext x)
    {
        var grids = x.List(0);
        if (grids.Count == 0)
            return x.Fail("there is nothing to stack");
        var result = x.Copy(x.Budget.On(grids[^1].Grid, grids[^1].Grid.Backdrop));
        for (var i = grids.Count - 2; i >= 0; i--)
        {
            var top = grids[i].Grid;
            x.Charge(top.Area);
            for (var r = 0; r < Math.Min(result.Rows, top.Rows); r++)
                for (var c = 0; c < Math.Min(result.Cols, top.Cols); c++)
                    if (top.IsInk(top[r, c]))
                        result.WritableCells[r * result.Cols + c] = top[r, c];
        }
        return result;
    }
}
