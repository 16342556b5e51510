using ArcMini.Dsl.Syntax;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Stacking;

/// <summary>How a term is taken as a layer.</summary>
internal enum LayerReading
{
    /// <summary>All visible cells.</summary>
    Whole,

    /// <summary>The ink.</summary>
    Ink,

    /// <summary>The background.</summary>
    Background,

    /// <summary>The ink, painted in one colour.</summary>
    Recolored,
}

/// <summary>A layer: a term, read in one way, with masks of its cells on the frame of each input.</summary>
/// <param name="Term">The term.</param>
/// <param name="Reading">How it is read.</param>
/// <param name="Color">The colour of a recoloured layer.</param>
/// <param name="IsMoved">Whether the term is moved to the origin first.</param>
/// <param name="IsFull">Whether it covers the whole frame of every input.</param>
/// <param name="Cost">The cost of its expression.</param>
/// <param name="Visible">The cells that it covers, for all inputs.</param>
/// <param name="Right">The covered cells that have the colour of the output, for the demonstrations.</param>
/// <param name="Counts">The number of covered cells, for each input.</param>
internal sealed record Layer(
    Term Term, LayerReading Reading, byte Color, bool IsMoved, bool IsFull, int Cost, ulong[] Visible, ulong[] Right, int[] Counts)
{
    /// <summary>The expression of the layer.</summary>
    public Expr Expression
    {
        get
        {
            var term = IsMoved ? Frame.AtOrigin(Term.Expression) : Term.Expression;
            return Reading switch
            {
                LayerReading.Ink => Call.Of("ink", term),
                LayerReading.Background => Call.Of("unmask", Call.Of("blank", term), term),
                LayerReading.Recolored => Call.Of("recolor", Call.Of("ink", term), new ColorLiteral(Color, default)),
                _ => term,
            };
        }
    }
}
