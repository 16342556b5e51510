using System.Numerics;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Types;

namespace ArcMini.Search.Grammar;

/// <summary>How a move applies its primitive.</summary>
internal enum Application
{
    /// <summary>To its arguments.</summary>
    Plain,

    /// <summary>To the items of one or two lists in step, the other arguments the same for all.</summary>
    Each,

    /// <summary>To a grid and the items of one or two lists in step, then to what came of that and the next items, and so on.</summary>
    Fold,

    /// <summary>To the two grids of a list of two, such as the halves of a grid.</summary>
    Pair,

    /// <summary>To its arguments, with a list of what a function gives for each grid of the first in the function's place.</summary>
    Key,
}

/// <summary>A primitive with concrete types, as one step of the search.</summary>
/// <param name="Primitive">The primitive.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Result">What it gives.</param>
/// <param name="Application">How the primitive is applied.</param>
/// <param name="Lists">For <see cref="Application.Each"/> and <see cref="Application.Fold"/> a bit for every parameter whose list is walked, for <see cref="Application.Key"/> the bit of the list of keys.</param>
internal sealed record Production(Primitive Primitive, SearchType[] Parameters, SearchType Result, Application Application, int Lists)
{
    /// <summary>The primitive's number among <see cref="ProductionCosts"/>' roots.</summary>
    public int Root { get; } = ProductionCosts.RootOf(Primitive.Name);

    /// <summary>The first parameter whose list is walked, or that takes the list of keys.</summary>
    public int FirstList { get; } = BitOperations.TrailingZeroCount(Lists);

    /// <summary>Whether its form is one that programs seldom have.</summary>
    public bool IsRare { get; } = Application is Application.Key or Application.Fold || (Application == Application.Each && Lists > 1);

    /// <summary>Whether the language applies the primitive to each item of its first argument without a <c>map</c>.</summary>
    public bool IsLifted => Lists == 1 && Primitive.Signature.Parameters[0].Type is GroundType;

    /// <summary>Whether a parameter's list is walked item by item.</summary>
    public bool IsWalked(int parameter) => Application is Application.Each or Application.Fold && (Lists >> parameter & 1) != 0;

    /// <summary>The parameter whose list the list at a parameter must be an image of, item by item; -1 where any value will do.</summary>
    public int AlignedWith(int parameter) => (Lists >> parameter & 1) == 0 ? -1 : Application == Application.Key ? 0 : parameter > FirstList ? FirstList : -1;
}
