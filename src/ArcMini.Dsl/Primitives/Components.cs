using System.Buffers;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>
/// The connected components of some of a grid's cells, numbered in the order of their first cells. They are found by stretches of cells within a row
/// (He, Chao and Suzuki, 2008) in a forest whose roots are the first stretches of their trees (Rosenfeld and Pfaltz, 1966).
/// </summary>
internal ref struct Components
{
    private readonly Grid grid;
    private readonly Stretch[] stretches;
    private readonly ComponentBox[] boxes;
    private readonly int count;
    private readonly bool transparent;

    /// <summary>Finds them; to be disposed of, since its work space is lent.</summary>
    /// <param name="x">The call, which is charged.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="members">The values of the cells that belong to a component.</param>
    /// <param name="sameColor">Whether all cells of a component have one colour.</param>
    /// <param name="reach">How many rows and columns apart two cells of a component may lie; 0 where they must share a side.</param>
    public Components(CallContext x, Grid grid, ColorSet members, bool sameColor, int reach)
    {
        x.Charge((long)grid.Area * (reach == 0 ? 4 : (2 * reach + 1) * (2 * reach + 1) - 1));
        this.grid = grid;
        transparent = members.Has(Grid.Transparent);
        stretches = ArrayPool<Stretch>.Shared.Rent(grid.Rows * grid.Cols + 1);
        count = Find(members, sameColor, reach);
        boxes = ArrayPool<ComponentBox>.Shared.Rent(count);
        Count = Number();
    }

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>Gives the work space back.</summary>
    public readonly void Dispose()
    {
        ArrayPool<Stretch>.Shared.Return(stretches);
        ArrayPool<ComponentBox>.Shared.Return(boxes);
    }

    /// <summary>Whether a component lies away from the grid's edges.</summary>
    public readonly bool IsInside(int component) =>
        boxes[component] is var box && box.Top > 0 && box.Left > 0 && box.Bottom < grid.Rows - 1 && box.Right < grid.Cols - 1;

    /// <summary>All components as objects with their places on the parent, or only those inside; what is transparent becomes black.</summary>
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
                objects[places[component]] = x.Clear(box.Bottom - box.Top + 1, box.Right - box.Left + 1, grid.Row + box.Top, grid.Col + box.Left);
            }
        foreach (ref readonly var stretch in stretches.AsSpan(0, count))
        {
            if (places[stretch.Tree] < 0)
                continue;
            var piece = objects[places[stretch.Tree]].Grid;
            ref readonly var box = ref boxes[stretch.Tree];
            var cells = piece.WritableCells.Slice((stretch.Row - box.Top) * piece.Cols + stretch.From - box.Left, stretch.To - stretch.From);
            grid.Line(stretch.Row)[stretch.From..stretch.To].CopyTo(cells);
            if (transparent)
                cells.Replace(Grid.Transparent, (byte)0);
        }
        return x.Budget.NewList(objects);
    }

    /// <summary>Gives the cells of the components inside a colour, on a draft of the grid's size.</summary>
    public readonly void FillInside(Grid draft, byte color)
    {
        foreach (ref readonly var stretch in stretches.AsSpan(0, count))
            if (IsInside(stretch.Tree))
                draft.WritableCells.Slice(stretch.Row * grid.Cols + stretch.From, stretch.To - stretch.From).Fill(color);
    }

    /// <summary>Writes the stretches, row by row, each with a place of its tree that is no later than its own; gives how many.</summary>
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
                stretches[found] = new() { Row = row, From = from, To = to, Color = color, Tree = found };
                near = Join(found++, near, sameColor, reach);
                from = to;
            }
        }
        return found;
    }

    /// <summary>Joins a stretch to those before it that it touches; gives the first that the next one may touch, <paramref name="near"/> being the first that this one may.</summary>
    private readonly int Join(int at, int near, bool sameColor, int reach)
    {
        ref var stretch = ref stretches[at];
        var above = stretch.Row - Math.Max(reach, 1);
        while (stretches[near].Row < above || (stretches[near].Row == above && stretches[near].To + reach <= stretch.From))
            near++;
        for (var i = near; i < at; i++)
        {
            ref readonly var other = ref stretches[i];
            if (reach <= 1 && (other.Row == stretch.Row || other.From >= stretch.To + reach))
                break;
            if (other.From >= stretch.To + reach || other.To + reach <= stretch.From || (sameColor && other.Color != stretch.Color))
                continue;
            var (one, two) = (Root(i), Root(at));
            stretches[Math.Max(one, two)].Tree = Math.Min(one, two);
        }
        return near;
    }

    private readonly int Root(int at)
    {
        while (stretches[at].Tree != at)
            at = stretches[at].Tree = stretches[stretches[at].Tree].Tree;
        return at;
    }

    /// <summary>Puts the number of its component in the place of each stretch's tree, and measures the components.</summary>
    private readonly int Number()
    {
        var components = 0;
        for (var i = 0; i < count; i++)
        {
            ref var stretch = ref stretches[i];
            if (stretch.Tree == i)
            {
                boxes[components] = new() { Top = stretch.Row, Left = stretch.From, Bottom = stretch.Row, Right = stretch.To - 1 };
                stretch.Tree = components++;
                continue;
            }
            stretch.Tree = stretches[stretch.Tree].Tree;
            ref var box = ref boxes[stretch.Tree];
            box.Left = Math.Min(box.Left, stretch.From);
            box.Right = Math.Max(box.Right, stretch.To - 1);
            box.Bottom = stretch.Row;
        }
        return components;
    }

    private struct Stretch
    {
        public int Row, From, To, Tree;
        public byte Color;
    }

    private struct ComponentBox
    {
        public int Top, Left, Bottom, Right;
    }
}
