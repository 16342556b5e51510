using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;
using Xunit;

namespace ArcMini.Tests.Search;

/// <summary>What the search takes for the same value.</summary>
public class FingerprintTests
{
    /// <summary>A colour of 1 and a number of 6, equal on all other inputs, once were one, and whichever came second was lost.</summary>
    [Fact]
    public void Values_of_different_kinds_or_numbers_have_different_prints()
    {
        var prints =
            from kind in new[] { SearchType.Int, SearchType.Color, SearchType.Bool, SearchType.Point }
            from first in Enumerable.Range(0, 64)
            from second in Enumerable.Range(0, 4)
            select Fingerprint.Of(kind, [first, second]);

        Assert.Equal(4 * 64 * 4, prints.Distinct().Count());
    }
}
