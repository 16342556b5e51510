using ArcMini.Dsl.Syntax;

namespace ArcMini.Search.Stacking;

/// <summary>A layer: a term or a piece that is read in one way, with masks of its cells on the frame of each input.</summary>
/// <param name="Write">Writes the expression of the layer.</param>
/// <param name="Cost">The cost of the expression.</param>
/// <param name="IsFull">Whether it covers the whole frame of every input, and nothing beyond.</param>
/// <param name="Visible">The cells that it covers, for all inputs.</param>
/// <param name="Right">The covered cells that have the colour of the output, for the demonstrations.</param>
/// <param name="Counts">The number of covered cells, for each input.</param>
internal sealed record Layer(Func<Expr> Write, int Cost, bool IsFull, ulong[] Visible, ulong[] Right, int[] Counts);
