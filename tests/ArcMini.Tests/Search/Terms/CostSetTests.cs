using ArcMini.Search.Terms;
using Xunit;

namespace ArcMini.Tests.Search.Terms;

public class CostSetTests
{
    private const int Max = 200;

    [Fact]
    public void Costs_that_make_up_a_sum_are_those_that_trying_all_finds()
    {
        var random = new Random(1);
        for (var round = 0; round < 50; round++)
        {
            var (first, second) = (Draw(random), Draw(random));
            for (var sum = 1; sum <= Max; sum++)
            {
                Assert.Equal(first.Where(cost => cost < sum && second.Contains(sum - cost)), All(Set(first), sum, Set(second)));
                Assert.Equal(first.Where(cost => cost < sum), All(Set(first), sum, null));
            }
        }
    }

    private static SortedSet<int> Draw(Random random) => [.. Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(1, Max + 1))];

    private static CostSet Set(IEnumerable<int> costs)
    {
        var set = new CostSet(Max);
        foreach (var cost in costs)
            set.Add(cost);
        return set;
    }

    private static IEnumerable<int> All(CostSet set, int sum, CostSet? rest)
    {
        for (var cost = set.Next(1, sum, rest); cost > 0; cost = set.Next(cost + 1, sum, rest))
            yield return cost;
    }
}
