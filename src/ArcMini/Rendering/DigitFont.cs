namespace ArcMini.Rendering;

/// <summary>The digits 0-9 as dots, three columns by five rows.</summary>
internal static class DigitFont
{
    /// <summary>The number of columns.</summary>
    public const int Columns = 3;

    /// <summary>The number of rows.</summary>
    public const int Rows = 5;

    private static readonly string[] Dots =
    [
        "#### ## ## ####", " # ##  #  # ###", "###  #####  ###", "###  # ##  ####", "# ## ####  #  #",
        "####  ###  ####", "####  #### ####", "###  #  # #  # ", "#### ##### ####", "#### ####  ####",
    ];

    /// <summary>The places of the dots of a digit, as column and row from 0.</summary>
    public static IEnumerable<(int Column, int Row)> Of(byte digit) =>
        Enumerable.Range(0, Columns * Rows).Where(i => Dots[digit][i] == '#').Select(i => (i % Columns, i / Columns));
}
