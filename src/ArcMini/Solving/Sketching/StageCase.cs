using ArcMini.Dsl.Values;

namespace ArcMini.Solving.Sketching;

/// <summary>What is known of one stage of a program on one pair.</summary>
/// <param name="Start">The grid that enters the stage.</param>
/// <param name="Output">The grid that must leave it. Cells that are not known are transparent.</param>
internal readonly record struct StageCase(Grid Start, Grid Output)
{
    /// <summary>Whether the two grids have the same size.</summary>
    public bool SameSize => Start.IsSizeOf(Output);
}
