using ArcMini.Solving.Knowledge;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

public class TaskFeaturesTests
{
    private static readonly Pair Cropped = Make.Pair("000/012/034", "12/34");
    private static readonly Pair CroppedToo = Make.Pair("500/670/000", "50/67");
    private static readonly Pair Recolored = Make.Pair("000/012/034", "000/056/078");

    [Fact]
    public void A_task_does_not_differ_from_itself() =>
        Assert.Equal(0, TaskFeatures.Of([Cropped, Recolored]).Differences(TaskFeatures.Of([Cropped, Recolored])));

    [Fact]
    public void Tasks_of_one_kind_differ_less()
    {
        var features = TaskFeatures.Of([Cropped]);
        Assert.True(features.Differences(TaskFeatures.Of([CroppedToo])) < features.Differences(TaskFeatures.Of([Recolored])));
    }

    [Fact]
    public void A_feature_holds_of_no_pair_of_some_or_of_all()
    {
        Pair[][] tasks = [[Cropped], [Cropped, Recolored], [Recolored]];
        Assert.Equal("012", string.Concat(tasks.Select(pairs => TaskFeatures.Of(pairs).Text[0])));
    }
}
