using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>The types that the search builds values of.</summary>
internal enum Kind
{
    Grid,
    Grids,
    Int,
    Color,
    Point,
    Colors,
    Ints,
    Bool,
    IntOfGrid,
    BoolOfGrid,
    ColorOfGrid,
    GridOfGrid,
}

/// <summary>
/// A value on every demonstration input and every test input of a task at once, with the cheapest expression found for it.
/// Two entries with the same values on all of them are one (observational equivalence).
/// </summary>
internal sealed class Entry(Kind kind, int cost, Value[] values, Move? move, Entry[] arguments, Expr? leaf)
{
    public Kind Kind => kind;

    /// <summary>Minus log probability of the expression, in tenths of a nat.</summary>
    public int Cost => cost;

    /// <summary>What the expression ends in, by its number among <see cref="Weights"/>' roots.</summary>
    public int Root => move is null ? leaf is Name { Text: "input" } ? Weights.InputRoot : Weights.LiteralRoot : move.Root;

    /// <summary>One value for each input, the demonstrations' first.</summary>
    public Value[] Values => values;

    /// <summary>The expression in the language.</summary>
    public Expr Expression => leaf ?? new Call(move!.Primitive.Name, [.. move.Form == Form.Pair ? PairOf(arguments[0].Expression) : arguments.Select(argument => argument.Expression)], default);

    private static IEnumerable<Expr> PairOf(Expr list) => [new Call("first", [list], default), new Call("last", [list], default)];
}

/// <summary>How a move applies its primitive.</summary>
internal enum Form
{
    /// <summary>To its arguments.</summary>
    Plain,

    /// <summary>To each grid of a list in its first place.</summary>
    Each,

    /// <summary>To the two grids of a list of two, such as the halves of a grid.</summary>
    Pair,
}

/// <summary>A primitive with concrete types, as one step of the search.</summary>
/// <param name="Primitive">The primitive.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Result">What it gives.</param>
/// <param name="Form">How the primitive is applied.</param>
/// <param name="Root">The primitive's number among <see cref="Weights"/>' roots.</param>
internal sealed record Move(Primitive Primitive, Kind[] Parameters, Kind Result, Form Form, int Root);
