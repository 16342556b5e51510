using System.Buffers;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>
/// The connected components among some of the cells of a grid, numbered in the order of their first cells. The method joins runs of
/// cells within a row (He, Chao and Suzuki, 2008). Each tree of the union-find forest has its first run as its root (Rosenfeld and
/// Pfaltz, 1966).
/// </summary>
internal ref struct Components
{
    private readonly Grid grid;
    private readonly CellRun[] runs;
    private readonly ComponentBox[] boxes;
    private readonly int count;
    private readonly bool transparent;

    /// <summary>Finds the components. Dispose of them: their work space is rented from a pool.</summary>
    /// <param name="x">The call. It is charged for every cell that may have to be looked at.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="members">The values of the cells that belong to components.</param>
    /// <param name="sameColor">Whether all cells of a component must have one colour.</param>
    /// <param name="reach">
    /// Two cells are connected if they lie at most this many rows and columns apart. If it is 0, they must share a side.
    /// </param>
    public Components(CallContext x, Grid grid, ColorSet members, bool sameColor, int reach)
    {
        var neighbors = reach == 0 ? 4 : (2 * reach + 1) * (2 * reach + 1) - 1;
        x.Charge((long)grid.Area * neighbors);
        this.grid = grid;
        transparent = members.Has(Grid.Transparent);
        runs = ArrayPool<CellRun>.Shared.Rent(grid.Rows * grid.Cols + 1);
        count = Find(members, sameColor, reach);
        boxes = ArrayPool<ComponentBox>.Shared.Rent(count);
        Count = Number();
    }

    /// <summary>The number of components.</summary>
    public int Count { get; }

    /// <summary>Returns the work space to the pool.</summary>
    public readonly void Dispose()
    {
        ArrayPool<CellRun>.Shared.Return(runs);
        ArrayPool<ComponentBox>.Shared.Return(boxes);
    }

    /// <summary>Whether no cell of a component lies at an edge of the grid.</summary>
    public readonly bool IsInside(int component) =>
        boxes[component] is var box && box.Top > 0 && box.Left > 0 && box.Bottom < grid.Rows - 1 && box.Right < grid.Cols - 1;

    /// <summary>
    /// All components, or only those that reach no edge, as objects with their places on the parent. Transparent cells become black.
    /// </summary>
    public readonly Value Objects(CallContext x, bool insideOnly = false)
    {
        var places = new int[Count];
        var wanted = 0;
        for (var component = 0; component < Count; component++)
            places[component] = insideOnly && !IsInside(component) ? -1 : wanted++;
        var objects = new Value[wanted];
        for (var component = 0; component < Count; component++)
            if (places[component] >= 0)
            {
                ref readonly var box = ref boxes[component];
                var (rows, cols) = (box.Bottom - box.Top + 1, box.Right - box.Left + 1);
                objects[places[component]] = x.NewTransparent(rows, cols, grid.Row + box.Top, grid.Col + box.Left);
            }
        foreach (ref readonly var run in runs.AsSpan(0, count))
        {
            if (places[run.Parent] < 0)
                continue;
            var piece = objects[places[run.Parent]].Grid;
            ref readonly var box = ref boxes[run.Parent];
            var start = (run.Row - box.Top) * piece.Cols + run.From - box.Left;
            var cells = piece.WritableCells.Slice(start, run.To - run.From);
            grid.Line(run.Row)[run.From..run.To].CopyTo(cells);
            if (transparent)
                cells.Replace(Grid.Transparent, (byte)0);
        }
        return x.Budget.NewList(objects);
    }

    /// <summary>Writes a colour to the cells of the components that reach no edge, in another grid of the same size.</summary>
    public readonly void FillInside(Grid target, byte color)
    {
        foreach (ref readonly var run in runs.AsSpan(0, count))
            if (IsInside(run.Parent))
                target.WritableCells.Slice(run.Row * grid.Cols + run.From, run.To - run.From).Fill(color);
    }

    /// <summary>
    /// Writes the runs of member cells, row by row, and joins those that touch. In the forest, the parent of a run never comes after it.
    /// Returns the number of runs.
    /// </summary>
    private readonly int Find(ColorSet members, bool sameColor, int reach)
    {
        var (found, near) = (0, 0);
        for (var row = 0; row < grid.Rows; row++)
        {
            var line = grid.Line(row);
            for (var from = 0; from < line.Length;)
            {
                var color = line[from];
                if (!members.Has(color))
                {
                    from++;
                    continue;
                }
                var to = from + 1;
                while (to < line.Length && (line[to] == color || (!sameColor && members.Has(line[to]))))
                    to++;
                runs[found] = new() { Row = row, From = from, To = to, Color = color, Parent = found };
                near = Join(found++, near, sameColor, reach);
                from = to;
            }
        }
        return found;
    }

    /// <summary>
    /// Joins a run to those before it that it touches. <paramref name="near"/> is the first run that it may touch. Returns the first run
    /// that the next one may touch.
    /// </summary>
    private readonly int Join(int at, int near, bool sameColor, int reach)
    {
        ref var run = ref runs[at];
        var above = run.Row - Math.Max(reach, 1);
        while (runs[near].Row < above || (runs[near].Row == above && runs[near].To + reach <= run.From))
            near++;
        for (var i = near; i < at; i++)
        {
            ref readonly var other = ref runs[i];
            if (reach <= 1 && (other.Row == run.Row || other.From >= run.To + reach))
                break;
            if (other.From >= run.To + reach || other.To + reach <= run.From || (sameColor && other.Color != run.Color))
                continue;
            var (one, two) = (Root(i), Root(at));
            runs[Math.Max(one, two)].Parent = Math.Min(one, two);
        }
        return near;
    }

    /// <summary>The root of a run's tree. The path to it is halved on the way.</summary>
    private readonly int Root(int at)
    {
        while (runs[at].Parent != at)
            at = runs[at].Parent = runs[runs[at].Parent].Parent;
        return at;
    }

    /// <summary>
    /// Replaces the parent of each run by the number of its component, and finds the bounding boxes of the components. Returns the number
    /// of components.
    /// </summary>
    private readonly int Number()
    {
        var components = 0;
        for (var i = 0; i < count; i++)
        {
            ref var run = ref runs[i];
            if (run.Parent == i)
            {
                boxes[components] = new() { Top = run.Row, Left = run.From, Bottom = run.Row, Right = run.To - 1 };
                run.Parent = components++;
                continue;
            }
            run.Parent = runs[run.Parent].Parent;
            ref var box = ref boxes[run.Parent];
            box.Left = Math.Min(box.Left, run.From);
            box.Right = Math.Max(box.Right, run.To - 1);
            box.Bottom = run.Row;
        }
        return components;
    }

    /// <summary>
    /// The cells of one row from column From up to but not including To. Parent is the index of another run of the same component, and at
    /// the end the number of the component.
    /// </summary>
    private struct CellRun
    {
        public int Row, From, To, Parent;
        public byte Color;
    }

    /// <summary>The bounding box of a component, all four sides included.</summary>
    private struct ComponentBox
    {
        public int Top, Left, Bottom, Right;
    }
}
