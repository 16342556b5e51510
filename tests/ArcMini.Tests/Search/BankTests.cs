using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;
using ArcMini.Search;
using ArcMini.Solving;
using Xunit;

namespace ArcMini.Tests.Search;

/// <summary>What the bank keeps of what the search makes.</summary>
public class BankTests
{
    [Fact]
    public void Holds_a_grid_once_that_is_in_many_lists()
    {
        var bank = new Bank(Enumeration.MaxCost);
        Value[] one = [List(Cell(1), Cell(2))];
        Value[] two = [List(Cell(2), Cell(3))];
        bank.Keep(Kind.Grids, one);
        var before = bank.Bytes;
        bank.Keep(Kind.Grids, two);
        Assert.Same(one[0].List[1].Grid, two[0].List[0].Grid);
        Assert.Equal([Cell(2), Cell(3)], two[0].List.Span.ToArray().Select(value => value.Grid));
        Assert.InRange(bank.Bytes - before, 1, before - 1);
    }

    [Fact]
    public void Finds_each_list_among_the_images_of_its_base()
    {
        Grid[] inputs = [Budget.Load(3, 3, [0, 1, 0, 2, 0, 3, 0, 0, 1]), Budget.Load(3, 3, [0, 0, 4, 0, 0, 0, 1, 0, 2])];
        var weights = new Weights(Corpus.Programs.Values.Select(program => program.Source));
        var lists = Enumeration.Entries(inputs, inputs, weights, new Bounds(TimeSpan.FromMinutes(2), 10_000, 1_000_000_000, 1), default).Where(entry => entry.Base is not null).ToList();
        Assert.Contains(lists, list => list.Base != list);
        Assert.Contains(lists, list => list.Images.Count() == 1);
        Assert.All(lists, list =>
        {
            Assert.Contains(list, list.Base!.Images);
            Assert.Contains(list, list.Base.ImagesAt(list.Kind, list.Base == list ? list.Cost + 1 : list.Cost));
            Assert.DoesNotContain(list, list.Base.ImagesAt(list.Kind, list.Cost + 2));
        });
    }

    private static Grid Cell(byte color) => Budget.Load(1, 1, [color]);

    private static Value List(params Value[] grids) => Budget.ListOf(grids);
}
