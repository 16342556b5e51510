using ArcMini.Dsl.Values;
using ArcMini.Solving;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

public class TraitsTests
{
    private static readonly Pair Cropped = Made("000/012/034", "12/34");
    private static readonly Pair CroppedToo = Made("500/670/000", "50/67");
    private static readonly Pair Recolored = Made("000/012/034", "000/056/078");

    [Fact]
    public void A_task_does_not_differ_from_itself() => Assert.Equal(0, Traits.Of([Cropped, Recolored]).Differences(Traits.Of([Cropped, Recolored])));

    [Fact]
    public void Tasks_of_one_kind_differ_less() =>
        Assert.True(Traits.Of([Cropped]).Differences(Traits.Of([CroppedToo])) < Traits.Of([Cropped]).Differences(Traits.Of([Recolored])));

    [Fact]
    public void What_holds_of_some_pairs_is_neither_always_nor_never_so() =>
        Assert.Equal("012", string.Concat(new[] { Traits.Of([Cropped]), Traits.Of([Cropped, Recolored]), Traits.Of([Recolored]) }.Select(traits => traits.Text[0])));

    private static Pair Made(string input, string output) => new(Read(input), Read(output));

    private static Grid Read(string text) => GridText.TryRead(text, out var grid) ? grid : throw new FormatException(text);
}
