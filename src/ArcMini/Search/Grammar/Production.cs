using System.Numerics;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Types;

namespace ArcMini.Search.Grammar;

/// <summary>How a production applies its primitive.</summary>
internal enum Application
{
    /// <summary>The primitive is called once, with the arguments.</summary>
    Plain,

    /// <summary>The primitive is called for each item of one or two lists. The other arguments are the same in every call.</summary>
    Each,

    /// <summary>A fold: the first argument is a grid, and each call takes the result of the call before and the next items.</summary>
    Fold,

    /// <summary>The primitive takes two grids and is called with the two items of a list, such as the halves of a grid.</summary>
    Pair,

    /// <summary>
    /// The primitive takes a function over grids. A list stands in its place: it holds the function's result for each grid of the first
    /// argument.
    /// </summary>
    Key,
}

/// <summary>A production of the search's grammar: a primitive with concrete types and a way to apply it.</summary>
/// <param name="Primitive">The primitive.</param>
/// <param name="Parameters">The types of the arguments.</param>
/// <param name="Result">The type of the result.</param>
/// <param name="Application">How the primitive is applied.</param>
/// <param name="Lists">
/// A bit for each parameter. For <see cref="Application.Each"/> and <see cref="Application.Fold"/> the bits of the lists that are
/// walked, for <see cref="Application.Key"/> the bit of the list of keys.
/// </param>
internal sealed record Production(Primitive Primitive, SearchType[] Parameters, SearchType Result, Application Application, int Lists)
{
    /// <summary>The number of the primitive among the roots of <see cref="ProductionCosts"/>.</summary>
    public int Root { get; } = ProductionCosts.RootOf(Primitive.Name);

    /// <summary>The index of the first parameter whose bit is set in <see cref="Lists"/>.</summary>
    public int FirstList { get; } = BitOperations.TrailingZeroCount(Lists);

    /// <summary>Whether programs seldom apply a primitive in this way.</summary>
    public bool IsRare { get; } = Application is Application.Key or Application.Fold || (Application == Application.Each && Lists > 1);

    /// <summary>Whether the language applies the primitive to each item of its first argument without a <c>map</c>.</summary>
    public bool IsLifted => Lists == 1 && Primitive.Signature.Parameters[0].Type is GroundType;

    /// <summary>Whether the list at a parameter is walked item by item.</summary>
    public bool IsWalked(int parameter) => Application is Application.Each or Application.Fold && (Lists >> parameter & 1) != 0;

    /// <summary>
    /// The parameter whose list the list at <paramref name="parameter"/> has to follow item by item; -1 where any value will do.
    /// </summary>
    public int AlignedWith(int parameter) =>
        (Lists >> parameter & 1) == 0 ? -1
        : Application == Application.Key ? 0
        : parameter > FirstList ? FirstList
        : -1;
}
