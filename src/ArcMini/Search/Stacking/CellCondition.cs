using ArcMini.Dsl.Syntax;

namespace ArcMini.Search.Stacking;

/// <summary>A condition on a cell: a mask has ink there, or it has none.</summary>
/// <param name="Mask">The expression of the mask, a grid of the input's size.</param>
/// <param name="IsInk">Whether the mask has to have ink there.</param>
/// <param name="Cost">The cost of the condition.</param>
/// <param name="Cells">The cells for which the condition holds, on all inputs.</param>
internal sealed record CellCondition(Expr Mask, bool IsInk, int Cost, ulong[] Cells)
{
    /// <summary>The cells of a drawing for which the condition holds.</summary>
    public Expr Of(Expr drawing) => Call.Of(IsInk ? "mask" : "unmask", drawing, Mask);
}
