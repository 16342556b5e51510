using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;
using Xunit;

namespace ArcMini.Tests.Search.Terms;

/// <summary>What the values that the search keeps have in common.</summary>
public class ValueInternerTests
{
    [Fact]
    public void Holds_a_grid_once_that_is_in_many_lists()
    {
        var held = new ValueInterner();
        Value[] one = [List(Cell(1), Cell(2))];
        Value[] two = [List(Cell(2), Cell(3))];
        held.Intern(SearchType.Grids, one);
        var before = held.Bytes;
        held.Intern(SearchType.Grids, two);
        Assert.Same(one[0].List[1].Grid, two[0].List[0].Grid);
        Assert.Equal([Cell(2), Cell(3)], two[0].List.Span.ToArray().Select(value => value.Grid));
        Assert.InRange(held.Bytes - before, 1, before - 1);
    }

    private static Grid Cell(byte color) => Budget.Load(1, 1, [color]);

    private static Value List(params Value[] grids) => Budget.ListOf(grids);
}
