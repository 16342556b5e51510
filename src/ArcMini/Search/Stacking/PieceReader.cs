using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>How a term is read as a piece.</summary>
internal enum PieceReading
{
    /// <summary>All visible cells.</summary>
    Whole,

    /// <summary>The ink alone: background cells are transparent.</summary>
    Ink,

    /// <summary>The ink alone, all of it in one colour, which the outputs tell.</summary>
    Recolored,
}

/// <summary>Reads terms as pieces for stacking.</summary>
internal sealed class PieceReader(Grid[] outputs, OutputCells cells)
{
    private const int InkCost = 15;
    private const int RecolorCost = 30;

    /// <summary>All ways to read a term, in the order in which they are tried.</summary>
    public static IReadOnlyList<PieceReading> Readings { get; } = Enum.GetValues<PieceReading>();

    /// <summary>What a reading adds to the cost of a term.</summary>
    public static int CostOf(PieceReading reading) => reading switch
    {
        PieceReading.Ink => InkCost,
        PieceReading.Recolored => RecolorCost,
        _ => 0,
    };

    /// <summary>The expression of a term that is read as a piece.</summary>
    public Expr Expression(Term term, PieceReading reading, byte color) => reading switch
    {
        PieceReading.Ink => Call.Of("ink", term.Expression),
        PieceReading.Recolored => Recolored(term, color),
        _ => term.Expression,
    };

    /// <summary>Reads a grid, or the grids of a list, as part of one output; false if a cell is wrong.</summary>
    /// <param name="output">The index of the output.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="value">A grid, or a list of grids.</param>
    /// <param name="reading">How to read it.</param>
    /// <param name="color">The colour of a recoloured piece, transparent until an output tells it.</param>
    /// <param name="mask">Receives the cells that the piece covers; may be empty.</param>
    public bool TryRead(int output, SearchType type, Value value, PieceReading reading, ref byte color, Span<ulong> mask)
    {
        if (type == SearchType.Grid)
            return TryRead(output, value.Grid, reading, ref color, mask);
        foreach (ref readonly var item in value.List.Span)
            if (!TryRead(output, item.Grid, reading, ref color, mask))
                return false;
        return true;
    }

    private bool TryRead(int index, Grid grid, PieceReading reading, ref byte color, Span<ulong> mask)
    {
        var output = outputs[index];
        for (int r = 0, at = 0; r < grid.Rows; r++)
            for (var c = 0; c < grid.Cols; c++, at++)
            {
                var cell = grid.Cells[at];
                if (cell == Grid.Transparent || (reading != PieceReading.Whole && cell == grid.Backdrop))
                    continue;
                if (!output.Contains(grid.Row + r, grid.Col + c))
                    continue;
                var wanted = output[grid.Row + r, grid.Col + c];
                if (reading == PieceReading.Recolored && color == Grid.Transparent)
                    color = wanted;
                if ((reading == PieceReading.Recolored ? color : cell) != wanted)
                    return false;
                if (!mask.IsEmpty)
                    cells.Mark(mask, index, grid.Row + r, grid.Col + c);
            }
        return true;
    }

    private Expr Recolored(Term term, byte color)
    {
        var recolored = Call.Of("recolor", term.Expression, new ColorLiteral(color, default));
        var hasBackground = term.Type == SearchType.Grid
            && term.Values.Take(outputs.Length).Any(value => value.Grid.Backdrop != Grid.Transparent);
        return hasBackground ? Call.Of("ink", recolored) : recolored;
    }
}
