using System.Diagnostics;
using System.Runtime.CompilerServices;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Compilation;

/// <summary>
/// Expressions in the form in which they are evaluated: the trees of <see cref="Node"/>s laid out in one array of cells. The arguments
/// of a call lie side by side, and their own parts lie behind them. So a whole program fits into a few lines of the processor's cache;
/// the nodes themselves lie scattered in memory.
/// </summary>
internal sealed class Code
{
    private readonly Cell[] cells;
    private readonly Span[] places;

    /// <summary>Lays out expressions. Expression i is evaluated by <see cref="Evaluate"/> with the index i.</summary>
    public Code(params ReadOnlySpan<Node> expressions)
    {
        var count = Size(expressions);
        (cells, places) = (new Cell[count], new Span[count]);
        var layout = new Layout(this);
        layout.Add(expressions);
        Debug.Assert(layout.Count == count, "every cell is used");
    }

    /// <summary>
    /// The kind of a cell. A number that is not negative is the slot of a variable; in the head of a call or list, it is a count.
    /// </summary>
    private enum CellKind
    {
        /// <summary>A known value: a literal or a function.</summary>
        Known = -1,

        /// <summary>
        /// A call. Its head is the cell at Number: the primitive's body, the first slot and the number of the arguments. The arguments
        /// follow.
        /// </summary>
        Call = -2,

        /// <summary>A call for each item of the first argument. Laid out like a call.</summary>
        CallEach = -3,

        /// <summary>A list. Its head is the cell at Number and holds the number of items. The items follow.</summary>
        List = -4,

        /// <summary>A choice. The condition is the cell at Number; the cells for then and else follow.</summary>
        Choice = -5,

        /// <summary>A hole. Its value, if it has one, lies in the slot Number.</summary>
        Hole = -6,
    }

    /// <summary>Where in the source the expression of a cell stands.</summary>
    public Span At(int index) => places[index];

    /// <summary>The value of a cell that is a literal or a function.</summary>
    public Value Known(int index) => cells[index].Value;

    /// <summary>The value of the expression in a cell, or <see cref="Value.Failed"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value Evaluate(Run run, int index)
    {
        ref readonly var cell = ref cells[index];
        return cell.Kind >= 0 ? run.Frame[(int)cell.Kind] : cell.Kind == CellKind.Known ? cell.Value : Compound(run, index, cell);
    }

    private Value Compound(Run run, int index, in Cell cell) => cell.Kind switch
    {
        CellKind.Call => Call(run, cell.Number),
        CellKind.CallEach => CallEach(run, cell.Number),
        CellKind.List => List(run, cell.Number),
        CellKind.Choice => Choose(run, cell.Number),
        _ => Hole(run, index),
    };

    private Value Call(Run run, int index)
    {
        ref readonly var head = ref cells[index];
        var (slot, count) = (head.Number, head.Count);
        for (var i = 0; i < count; i++)
        {
            var value = Evaluate(run, index + 1 + i);
            if (value.IsFailed)
                return value;
            run.Frame[slot + i] = value;
        }
        return PrimitiveCaller.Call(head.Body, run, slot, count, index);
    }

    private Value CallEach(Run run, int index)
    {
        var (slot, count) = (cells[index].Number, cells[index].Count);
        var list = Evaluate(run, index + 1);
        if (list.IsFailed)
            return list;
        for (var i = 1; i < count; i++)
        {
            var value = Evaluate(run, index + 1 + i);
            if (value.IsFailed)
                return value;
            run.Frame[slot + i] = value;
        }
        return PrimitiveCaller.CallEach(cells[index].Body, run, list.List, slot, count, index);
    }

    private Value List(Run run, int index)
    {
        var values = new Value[cells[index].Count];
        run.Budget.Charge(1 + values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Evaluate(run, index + 1 + i);
            if (values[i].IsFailed)
                return Value.Failed;
        }
        return run.Budget.NewList(values);
    }

    private Value Choose(Run run, int index)
    {
        run.Budget.Charge(1);
        var truth = Evaluate(run, index);
        return truth.IsFailed ? truth : Evaluate(run, truth.Bool ? index + 1 : index + 2);
    }

    private Value Hole(Run run, int index)
    {
        var value = run.Frame[cells[index].Number];
        if (!value.IsFailed)
            return value;
        run.Leave(index);
        return run.Fail("a hole has no value; fill the sketch first");
    }

    /// <summary>One expression, or the head of a call or list. 16 bytes.</summary>
    private readonly struct Cell(object? reference, int number, CellKind kind)
    {
        private readonly object? reference = reference;

        public int Number { get; } = number;

        public CellKind Kind { get; } = kind;

        public Value Value => new(reference, Number);

        public PrimitiveBody Body => Unsafe.As<PrimitiveBody>(reference!);

        public int Count => (int)Kind;
    }

    /// <summary>The cells of some nodes and of all nodes inside: one for each, and one more for the head of a call or list.</summary>
    private static int Size(ReadOnlySpan<Node> nodes)
    {
        var size = nodes.Length;
        foreach (var node in nodes)
            size += Size(node.Children) + (node is ApplyNode or ListNode ? 1 : 0);
        return size;
    }

    /// <summary>Fills the cells of a code, from the first on.</summary>
    private sealed class Layout(Code code)
    {
        /// <summary>The number of cells used so far.</summary>
        public int Count { get; private set; }

        /// <summary>Adds a cell for each node, side by side. The parts of the nodes follow behind them.</summary>
        public void Add(params ReadOnlySpan<Node> nodes)
        {
            var first = Count;
            foreach (var node in nodes)
                Add(default, node.At);
            for (var i = 0; i < nodes.Length; i++)
                code.cells[first + i] = Of(nodes[i]);
        }

        private Cell Of(Node node)
        {
            switch (node)
            {
                case ConstantNode constant:
                    return new(constant.Value.Reference, constant.Value.Int, CellKind.Known);
                case LocalNode local:
                    return new(null, 0, (CellKind)local.Slot);
                case HoleNode hole:
                    return new(null, hole.Slot, CellKind.Hole);
                case LambdaNode abstraction:
                    var function = new Closure(code, Count, abstraction.First, abstraction.Second);
                    Add(abstraction.Body);
                    return new(function, 0, CellKind.Known);
                case ApplyNode apply:
                    var call = Add(new(apply.Primitive.Body, apply.Slot, (CellKind)apply.Children.Length), apply.At);
                    Add(apply.Children);
                    return new(null, call, apply.IsLifted ? CellKind.CallEach : CellKind.Call);
                case ListNode list:
                    var items = Add(new(null, 0, (CellKind)list.Children.Length), list.At);
                    Add(list.Children);
                    return new(null, items, CellKind.List);
                case ChoiceNode choice:
                    var parts = Count;
                    Add(choice.Children);
                    return new(null, parts, CellKind.Choice);
                default:
                    throw new InvalidOperationException(node.GetType().Name);
            }
        }

        private int Add(Cell cell, Span at)
        {
            code.cells[Count] = cell;
            code.places[Count] = at;
            return Count++;
        }
    }
}
