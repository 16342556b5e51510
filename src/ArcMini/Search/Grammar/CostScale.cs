namespace ArcMini.Search.Grammar;

/// <summary>
/// The scale of costs: the cost of an expression is minus the natural logarithm of its probability, in tenths of a nat, rounded to a
/// whole number. The search can then keep expressions in buckets, one for each cost.
/// </summary>
internal static class CostScale
{
    private const double UnitsPerNat = 10;

    /// <summary>The cost of something with a probability; at least 1, so that every step costs something.</summary>
    public static int OfProbability(double probability) => Math.Max(1, (int)Math.Round(-UnitsPerNat * Math.Log(probability)));

    /// <summary>The cost of so many nats, rounded towards zero.</summary>
    public static int OfNats(double nats) => (int)(UnitsPerNat * nats);

    /// <summary>The natural logarithm of the probability that a cost stands for.</summary>
    public static double LogProbability(int cost) => -cost / UnitsPerNat;
}
