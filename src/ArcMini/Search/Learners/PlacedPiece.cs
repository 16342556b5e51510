using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Search.Learners;

/// <summary>A piece for stacking that a learner found: grids whose visible cells are all right where they lie on the outputs.</summary>
/// <param name="Expression">The expression of the grid or of the list of grids.</param>
/// <param name="Cost">The cost of the expression.</param>
/// <param name="Grids">For each demonstration the grids, each with the place of its top left cell on the output.</param>
internal sealed record PlacedPiece(Expr Expression, int Cost, IReadOnlyList<IReadOnlyList<(Grid Grid, Point At)>> Grids)
{
    /// <summary>Whether all visible cells of a grid are right when it lies on an output at a place.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="place">The row and column of its top left cell on the output. What lies outside of the output does not count.</param>
    /// <param name="input">The input.</param>
    /// <param name="output">The output.</param>
    /// <param name="isNew">Whether a visible cell differs from the input's; true for any where input and output differ in size.</param>
    public static bool IsRight(Grid grid, Point place, Grid input, Grid output, out bool isNew)
    {
        isNew = false;
        var sizeChanges = !input.IsSizeOf(output);
        var cells = grid.Cells;
        var wanted = output.Cells;
        var given = input.Cells;
        var (left, right) = (Math.Max(0, -place.Col), Math.Min(grid.Cols, output.Cols - place.Col));
        for (var r = Math.Max(0, -place.Row); r < Math.Min(grid.Rows, output.Rows - place.Row); r++)
        {
            var (from, to) = (r * grid.Cols, (place.Row + r) * output.Cols + place.Col);
            for (var c = left; c < right; c++)
                if (cells[from + c] is var cell and not Grid.Transparent)
                {
                    if (cell != wanted[to + c])
                        return false;
                    isNew |= sizeChanges || cell != given[to + c];
                }
        }
        return true;
    }
}
