using System.Runtime.CompilerServices;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Primitives;

/// <summary>The number of cells of each value: the ten colours and <see cref="Grid.Transparent"/>.</summary>
[InlineArray(Grid.Transparent + 1)]
internal struct ColorCounts
{
    private int first;

    /// <summary>Counts the cells of a grid.</summary>
    public static ColorCounts Of(Grid grid)
    {
        var counts = default(ColorCounts);
        var left = grid.Area;
        for (byte value = 0; left > 0; value++)
            left -= counts[value] = grid.Cells.Count(value);
        return counts;
    }
}
