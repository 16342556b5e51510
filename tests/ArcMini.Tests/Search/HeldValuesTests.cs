using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;
using ArcMini.Search;
using Xunit;

namespace ArcMini.Tests.Search;

/// <summary>What the values that the search keeps have in common.</summary>
public class HeldValuesTests
{
    [Fact]
    public void Holds_a_grid_once_that_is_in_many_lists()
    {
        var held = new HeldValues();
        Value[] one = [List(Cell(1), Cell(2))];
        Value[] two = [List(Cell(2), Cell(3))];
        held.Keep(Kind.Grids, one);
        var before = held.Bytes;
        held.Keep(Kind.Grids, two);
        Assert.Same(one[0].List[1].Grid, two[0].List[0].Grid);
        Assert.Equal([Cell(2), Cell(3)], two[0].List.Span.ToArray().Select(value => value.Grid));
        Assert.InRange(held.Bytes - before, 1, before - 1);
    }

    private static Grid Cell(byte color) => Budget.Load(1, 1, [color]);

    private static Value List(params Value[] grids) => Budget.ListOf(grids);
}
