namespace ArcMini.Dsl.Tests;

public class GridTests
{
    [Fact]
    public void Different_small_grids_have_different_hashes()
    {
        var texts = Enumerable.Range(1, 4).SelectMany(Rows).ToList();
        texts.AddRange(Enumerable.Range(1, 30).Select(side => new string('0', side)));
        texts.AddRange(Enumerable.Range(2, 29).Select(side => string.Join('/', Enumerable.Repeat("0", side))));
        var grids = texts.Distinct().Select(AssertDsl.Grid).ToList();
        Assert.Equal(grids.Count, grids.Select(grid => grid.Hash).Distinct().Count());
    }

    private static IEnumerable<string> Rows(int cells) => cells == 0
        ? [""]
        : Rows(cells - 1).SelectMany(row => Enumerable.Range(0, 10).Select(color => $"{row}{color}"));
}
