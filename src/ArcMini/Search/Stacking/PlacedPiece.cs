using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Search.Stacking;

/// <summary>A piece that the outputs tell: grids that are all right where they are drawn in the outputs.</summary>
/// <param name="Expression">The program's grid, or list of them.</param>
/// <param name="Cost">The expression's cost.</param>
/// <param name="Grids">The grids, for each demonstration, with the places of their top left cells.</param>
internal sealed record PlacedPiece(Expr Expression, int Cost, IReadOnlyList<IReadOnlyList<(Grid Grid, Point At)>> Grids)
{
    /// <summary>Whether all that is visible of a grid is at a place in an output, and whether any of that is not in the input.</summary>
    public static bool Stands(Grid grid, Point place, Grid input, Grid output, out bool isNew)
    {
        var isChanged = !input.IsSizeOf(output);
        isNew = false;
        for (int r = place.Row, at = 0; r < place.Row + grid.Rows; r++)
            for (var c = place.Col; c < place.Col + grid.Cols; c++, at++)
                if (grid.Cells[at] is var cell and not Grid.Transparent && output.Contains(r, c))
                {
                    if (cell != output[r, c])
                        return false;
                    isNew |= isChanged || cell != input[r, c];
                }
        return true;
    }
}
