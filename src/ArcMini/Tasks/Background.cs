using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>The background colour that the inputs of a task share.</summary>
internal static class Background
{
    private const byte Black = 0;

    /// <summary>
    /// The inputs with black as their background, if every input has black cells and black is the most frequent colour of at least one
    /// demonstration input. Otherwise the inputs are returned unchanged. Without this rule, the background of a grid is its own most
    /// frequent colour: wrong for a test input that one large object almost fills.
    /// </summary>
    /// <param name="inputs">The inputs of the demonstration pairs, then the test inputs.</param>
    /// <param name="demonstrations">The number of demonstration pairs.</param>
    public static Grid[] Share(Grid[] inputs, int demonstrations) =>
        Array.TrueForAll(inputs, input => input.Cells.Contains(Black)) && inputs.Take(demonstrations).Any(input => input.Backdrop == Black)
            ? Array.ConvertAll(inputs, input => Budget.Load(input.Rows, input.Cols, input.Cells, Black))
            : inputs;
}
