using ArcMini.Dsl.Values;
using ArcMini.Solving.Knowledge;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

public class TaskFeaturesTests
{
    private static readonly Pair Cropped = Made("000/012/034", "12/34");
    private static readonly Pair CroppedToo = Made("500/670/000", "50/67");
    private static readonly Pair Recolored = Made("000/012/034", "000/056/078");

    [Fact]
    public void A_task_does_not_differ_from_itself() => Assert.Equal(0, TaskFeatures.Of([Cropped, Recolored]).Differences(TaskFeatures.Of([Cropped, Recolored])));

    [Fact]
    public void Tasks_of_one_kind_differ_less() =>
        Assert.True(TaskFeatures.Of([Cropped]).Differences(TaskFeatures.Of([CroppedToo])) < TaskFeatures.Of([Cropped]).Differences(TaskFeatures.Of([Recolored])));

    [Fact]
    public void What_holds_of_some_pairs_is_neither_always_nor_never_so() =>
        Assert.Equal("012", string.Concat(new[] { TaskFeatures.Of([Cropped]), TaskFeatures.Of([Cropped, Recolored]), TaskFeatures.Of([Recolored]) }.Select(features => features.Text[0])));

    private static Pair Made(string input, string output) => new(Read(input), Read(output));

    private static Grid Read(string text) => GridText.TryRead(text, out var grid) ? grid : throw new FormatException(text);
}
