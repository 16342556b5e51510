using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>How much has to be seen before something read off the outputs is believed.</summary>
internal static class Evidence
{
    /// <summary>On how many demonstrations something has to be seen at work: on two, where there are so many; on one alone it may be chance.</summary>
    public static int Needed(IReadOnlyList<Grid> outputs) => Math.Min(2, outputs.Count);

    /// <summary>What it costs to name a number, in tenths of a nat: the larger, the more others might have been named.</summary>
    public static int CostOf(int number) => (int)(10 * Math.Log(1 + Math.Abs(number)));
}
