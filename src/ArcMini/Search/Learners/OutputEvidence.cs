using ArcMini.Dsl.Values;

namespace ArcMini.Search.Learners;

/// <summary>How much has to be seen before something is believed: that was read off the outputs, or that makes them all.</summary>
internal static class OutputEvidence
{
    /// <summary>What one output tells at most, in nats: some eight cells of ten colours. The cells of a grid hang together, so that more of them hardly tell more.</summary>
    public const double MostOfOne = 18;

    /// <summary>How much the outputs tell about a program that makes them, in nats: each of their cells the log of the colours that they have.</summary>
    public static double Of(IReadOnlyCollection<Grid> outputs)
    {
        var colors = outputs.Select(output => ColorSet.Of(output.Cells)).Aggregate((some, others) => some | others).Colors;
        return outputs.Sum(output => Math.Min(MostOfOne, output.Area * Math.Log(colors)));
    }

    /// <summary>On how many demonstrations something has to be seen at work: on two, where there are so many; on one alone it may be chance.</summary>
    public static int Needed(Grid[] outputs) => Math.Min(2, outputs.Length);

    /// <summary>What it costs to name a number, in tenths of a nat: the larger, the more others might have been named.</summary>
    public static int CostOf(int number) => (int)(10 * Math.Log(1 + Math.Abs(number)));
}
