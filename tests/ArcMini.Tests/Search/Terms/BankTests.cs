using ArcMini.Dsl.Values;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Solving.Knowledge;
using Xunit;

namespace ArcMini.Tests.Search.Terms;

/// <summary>What the bank keeps of what the search makes.</summary>
public class BankTests
{
    private static readonly SearchBounds Bounds = new(TimeSpan.FromMinutes(2), 10_000, 1_000_000_000);

    [Fact]
    public void Finds_each_list_among_the_images_of_its_base()
    {
        Grid[] inputs = [Budget.Load(3, 3, [0, 1, 0, 2, 0, 3, 0, 0, 1]), Budget.Load(3, 3, [0, 0, 4, 0, 0, 0, 1, 0, 2])];
        var costs = new ProductionCosts(Corpus.Programs.Values.Select(program => program.Source));
        var lists = Enumerator.Terms(inputs, inputs, costs, Bounds, default).Where(term => term.Base is not null).ToList();
        Assert.Contains(lists, list => list.Base != list);
        Assert.Contains(lists, list => list.Images.Count() == 1);
        Assert.All(lists, list =>
        {
            Assert.Contains(list, list.Base!.Images);
            Assert.Contains(list, list.Base.ImagesAt(list.Type, list.Base == list ? list.Cost + 1 : list.Cost));
            Assert.DoesNotContain(list, list.Base.ImagesAt(list.Type, list.Cost + 2));
        });
    }
}
