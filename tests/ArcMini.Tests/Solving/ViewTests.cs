using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Solving.Proposing;
using Xunit;

namespace ArcMini.Tests.Solving;

public class ViewTests
{
    public static TheoryData<int> Turns => [.. Enumerable.Range(0, View.Turns)];

    [Theory]
    [InlineData(0, "123/456")]
    [InlineData(1, "321/654")]
    [InlineData(2, "456/123")]
    [InlineData(3, "654/321")]
    [InlineData(4, "14/25/36")]
    [InlineData(5, "63/52/41")]
    [InlineData(6, "41/52/63")]
    [InlineData(7, "36/25/14")]
    public void A_view_turns_a_grid(int turn, string seen) =>
        Assert.Equal(seen, $"{(View.Plain with { Turn = turn }).Of(Make.Grid("123/456"))}");

    [Fact]
    public void A_view_changes_the_colours_of_a_grid_and_of_its_backdrop()
    {
        var seen = (View.Plain with { Colors = [3, 0, 1, 2, 9, 8, 7, 6, 5, 4] }).Of(Make.Grid("001/234/098"));
        Assert.Equal(("330/129/345", 3), ($"{seen}", seen.Backdrop));
        Assert.Equal("0.", $"{(View.Plain with { Colors = [1, 0, 2, 3, 4, 5, 6, 7, 8, 9] }).Of(Make.Grid("1."))}");
    }

    [Theory]
    [MemberData(nameof(Turns))]
    public void A_program_for_a_view_does_the_same_to_the_task(int turn)
    {
        var view = new View(turn, [3, 0, 1, 2, 9, 8, 7, 6, 5, 4]);
        var grid = Make.Grid("1002/0330/5000");
        string[] programs =
        [
            "input |> mirror_x", "input |> recolor(red) |> flip_y", "let view = input |> transpose\nview |> fill(green)", "\"12/34\"",
            "input |> objects |> largest",
        ];
        foreach (var source in programs)
        {
            var program = CheckedProgram.Compile(source);
            var seen = program.Execute(view.Of(grid), Limits.Default).Output!;
            var undone = Checker.Check(view.Undo(program.Source)).Execute(grid, Limits.Default).Output!;
            Assert.Equal(seen, view.Of(undone));
        }
    }
}
