using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;

namespace ArcMini.Search.Learners;

/// <summary>How much the demonstration outputs tell, so that a fit by chance can be told from a rule.</summary>
internal static class OutputEvidence
{
    /// <summary>
    /// The most that one output counts as, in nats: about eight cells of ten colours. The cells of a grid depend on each other, so more
    /// cells hardly tell more.
    /// </summary>
    public const double MaxOfOne = 18;

    private const int NeededDemonstrations = 2;

    /// <summary>
    /// The evidence of the outputs for a program that gives them, in nats: for each cell the log of the number of colours in all outputs. A
    /// program whose cost is higher may well fit by chance.
    /// </summary>
    public static double Of(IReadOnlyCollection<Grid> outputs)
    {
        var colors = outputs.Select(output => ColorSet.Of(output.Cells)).Aggregate((some, others) => some | others).Colors;
        return outputs.Sum(output => Math.Min(MaxOfOne, output.Area * Math.Log(colors)));
    }

    /// <summary>The number of demonstrations on which a rule has to be seen at work: two, or one where there is only one.</summary>
    public static int Needed(Grid[] outputs) => Math.Min(NeededDemonstrations, outputs.Length);

    /// <summary>The cost of naming a number. A larger number costs more, because more numbers might have been named.</summary>
    public static int CostOf(int number) => CostScale.OfNats(Math.Log(1 + Math.Abs(number)));
}
