namespace ArcMini.Search.Enumeration;

/// <summary>The costs of constants, on the <see cref="Grammar.CostScale"/>. They were chosen by hand.</summary>
internal static class LeafCosts
{
    /// <summary>A number from 0 to 3.</summary>
    public const int CommonInt = 18;

    /// <summary>Any other number.</summary>
    public const int OtherInt = 28;

    /// <summary>One of the four directions along an axis.</summary>
    public const int Direction = 18;

    /// <summary>One of the four diagonal directions.</summary>
    public const int Diagonal = 26;

    /// <summary>A colour that every demonstration output has.</summary>
    public const int ColorOfAllOutputs = 14;

    /// <summary>A colour that every input has, but not every output.</summary>
    public const int ColorOfAllInputs = 18;

    /// <summary>A colour that only some grids of the task have.</summary>
    public const int OtherColor = 26;
}
