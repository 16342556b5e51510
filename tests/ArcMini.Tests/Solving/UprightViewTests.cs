using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

public class UprightViewTests
{
    /// <summary>The full side is at the top, at the left and at the bottom.</summary>
    private static readonly ArcTask Falling = Make.Task(
        "3000/3000/3020", ("1111/0000/0200", "1111/0200/0000"), ("1002/1000/1000", "1200/1000/1000"));

    [Fact]
    public void The_fullest_side_of_each_pair_is_at_the_top()
    {
        var seen = UprightView.AllOf(Falling).First().Of(Falling);
        Assert.Equal(["1111/0000/0200", "111/000/000/002"], seen.Pairs.Select(pair => $"{pair.Input}"));
        Assert.Equal(["1111/0200/0000", "111/002/000/000"], seen.Pairs.Select(pair => $"{pair.Output}"));
    }

    [Theory]
    [InlineData("input |> gravity(up)")]
    [InlineData("input |> objects |> fold(input, (view, o) => view |> beam(o, down))")]
    [InlineData("input |> take_top(1)")]
    public void A_program_for_a_view_does_the_same_to_the_task(string source)
    {
        var program = CheckedProgram.Compile(source);
        foreach (var view in UprightView.AllOf(Falling))
        {
            var undone = Checker.Check(view.Undo(program.Source));
            foreach (var (pair, position) in Falling.Pairs.Zip(view.Pairs))
                Assert.Equal(Output(program, position.Of(pair.Input)), position.Of(Output(undone, pair.Input)));
        }
    }

    [Fact]
    public void Pairs_that_lie_alike_have_no_view_of_their_own() =>
        Assert.Empty(UprightView.AllOf(Make.Task("30/00", ("10/00", "11/00"), ("20/00", "22/00"))));

    private static Grid Output(CheckedProgram program, Grid input) => program.Execute(input, Limits.Default).Output!;
}
