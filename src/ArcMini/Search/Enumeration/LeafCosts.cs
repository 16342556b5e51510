namespace ArcMini.Search.Enumeration;

/// <summary>
/// The costs of constants, on the <see cref="Grammar.CostScale"/>. Those of colours and numbers are counted in the corpus: minus the log of
/// how often a constant of a kind stands in the programs, for each constant of that kind that their tasks have. Numbers cost up to
/// half a nat more, because a program may compute a number in their place. docs/experiments/2026-12-01-costs.md has the counts.
/// </summary>
internal static class LeafCosts
{
    /// <summary>A side that all outputs have.</summary>
    public const int Side = 29;

    /// <summary>One of the four directions along an axis.</summary>
    public const int Direction = 18;

    /// <summary>One of the four diagonal directions.</summary>
    public const int Diagonal = 26;

    /// <summary>A colour that every output has and no input.</summary>
    public const int NewColor = 8;

    /// <summary>Any other colour that every output has, or every input, or that is new in some outputs.</summary>
    public const int SteadyColor = 16;

    /// <summary>A colour that some inputs have, and not all outputs.</summary>
    public const int OtherColor = 31;

    private const int LargeInt = 42;
    private const int LargestCommonCompared = 4;
    private const int CommonCompared = 18;
    private const int OtherCompared = 28;
    private static readonly int[] SmallInts = [26, 13, 18, 26, 36];

    /// <summary>The cost of a number.</summary>
    public static int OfInt(int number) => number < SmallInts.Length ? SmallInts[number] : LargeInt;

    /// <summary>The cost of a number in a comparison.</summary>
    public static int OfCompared(int number) => number <= LargestCommonCompared ? CommonCompared : OtherCompared;
}
