using System.Runtime.CompilerServices;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Compilation;

/// <summary>
/// Expressions in the form in which they are evaluated: the tree, laid out in one array, each call with its arguments side by side and what it
/// contains behind it. A program so takes a few lines of the processor's cache, where its nodes lie all over the memory.
/// </summary>
internal sealed class Code
{
    private readonly Cell[] cells;
    private readonly Span[] places;

    /// <summary>The expressions are evaluated by their indices.</summary>
    public Code(params ReadOnlySpan<Node> expressions)
    {
        var count = Size(expressions);
        (cells, places) = (new Cell[count], new Span[count]);
        new Layout(this).Add(expressions);
    }

    /// <summary>What an expression of a cell is; where it is not negative, it is the slot in which the value lies.</summary>
    private enum CellKind
    {
        /// <summary>A value that is known.</summary>
        Known = -1,

        /// <summary>A call, which lies from the cell's number on: its head, the body and the slot and number of its arguments, then these.</summary>
        Call = -2,

        /// <summary>A call for each item of the first argument.</summary>
        CallEach = -3,

        /// <summary>A list, which lies from the cell's number on: its head, with the number of items, then these.</summary>
        List = -4,

        /// <summary>A choice, which lies from the cell's number on: condition, then, else.</summary>
        Choice = -5,

        /// <summary>A hole, whose value lies in the slot of the cell's number if it has one.</summary>
        Hole = -6,
    }

    /// <summary>Where the expression of a cell was written.</summary>
    public Span At(int index) => places[index];

    /// <summary>The value of a cell that is a literal or a function.</summary>
    public Value Known(int index) => cells[index].Value;

    /// <summary>Gives the value of the expression in a cell, or <see cref="Value.Failed"/>.</summary>
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

    /// <summary>One expression, 16 bytes.</summary>
    private readonly struct Cell(object? reference, int number, CellKind kind)
    {
        private readonly object? reference = reference;

        public int Number { get; } = number;

        public CellKind Kind { get; } = kind;

        public Value Value => new(reference, Number);

        public PrimitiveBody Body => Unsafe.As<PrimitiveBody>(reference!);

        public int Count => (int)Kind;
    }

    /// <summary>How many cells nodes take with all that they contain: one each, and one for the head of a call or list.</summary>
    private static int Size(ReadOnlySpan<Node> nodes)
    {
        var size = nodes.Length;
        foreach (var node in nodes)
            size += Size(node.Children) + (node is ApplyNode or ListNode ? 1 : 0);
        return size;
    }

    /// <summary>Lays nodes out.</summary>
    private sealed class Layout(Code code)
    {
        private int count;

        /// <summary>Adds a cell for each node, side by side, and behind them what these contain.</summary>
        public void Add(params ReadOnlySpan<Node> nodes)
        {
            var first = count;
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
                    var function = new Closure(code, count, abstraction.First, abstraction.Second);
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
                    var parts = count;
                    Add(choice.Children);
                    return new(null, parts, CellKind.Choice);
                default:
                    throw new InvalidOperationException(node.GetType().Name);
            }
        }

        private int Add(Cell cell, Span at)
        {
            code.cells[count] = cell;
            code.places[count] = at;
            return count++;
        }
    }
}

/// <summary>The one place where a primitive is called: charges for the call and for what it will read, then calls.</summary>
internal static class PrimitiveCaller
{
    /// <summary>Calls a primitive with <paramref name="count"/> arguments, which lie in the frame from <paramref name="slot"/> on.</summary>
    /// <exception cref="LimitHit">The budget is used up.</exception>
    internal static Value Call(PrimitiveBody primitive, Run run, int slot, int count, int at)
    {
        run.Enter(at);
        long cost = 1;
        foreach (ref var argument in run.Frame.AsSpan(slot, count))
            cost += argument.Reference switch { Grid grid => grid.Area, Items items => items.Count, _ => 0 };
        run.Budget.Charge(cost);
        var result = primitive(new CallContext(run, slot));
        if (result.IsFailed)
            run.Leave(at);
        return result;
    }

    /// <summary>Calls a primitive for each item of a list as its first argument; the others lie in the frame already.</summary>
    internal static Value CallEach(PrimitiveBody primitive, Run run, Items list, int slot, int count, int at)
    {
        var results = new Value[list.Count];
        for (var i = 0; i < results.Length; i++)
        {
            run.Frame[slot] = list[i];
            results[i] = Call(primitive, run, slot, count, at);
            if (results[i].IsFailed)
                return Value.Failed;
        }
        return run.Budget.NewList(results);
    }
}
