using ArcMini.Dsl.Values;

namespace ArcMini.Tasks;

/// <summary>The background that the inputs of a task have together.</summary>
internal static class Background
{
    private const byte Black = 0;

    /// <summary>
    /// Inputs with black for the background of each, where all have black cells and in one demonstration no colour has more; else as they are. A grid by itself takes its
    /// most frequent colour for its background, so that a test which one large object almost fills would be seen inside out.
    /// </summary>
    /// <param name="inputs">The inputs of the demonstrations, then those of the tests.</param>
    /// <param name="demonstrations">How many of them are demonstrations'.</param>
    public static Grid[] Share(Grid[] inputs, int demonstrations) =>
        Array.TrueForAll(inputs, input => input.Cells.Contains(Black)) && inputs.Take(demonstrations).Any(input => input.Backdrop == Black)
            ? Array.ConvertAll(inputs, input => Budget.Load(input.Rows, input.Cols, input.Cells, Black))
            : inputs;
}
