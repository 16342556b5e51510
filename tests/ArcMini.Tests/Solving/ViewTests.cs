using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Solving.Proposing;
using Xunit;

namespace ArcMini.Tests.Solving;

public class ViewTests
{
    public static TheoryData<int> Turns => [.. Enumerable.Range(0, View.Turns)];

    [Theory]
    [MemberData(nameof(Turns))]
    public void A_program_for_a_view_does_the_same_to_the_task(int turn)
    {
        var view = new View(turn, [3, 0, 1, 2, 9, 8, 7, 6, 5, 4]);
        Assert.True(GridText.TryRead("1002/0330/5000", out var grid));
        string[] programs = ["input |> mirror_x", "input |> recolor(red) |> flip_y", "let view = input |> transpose\nview |> fill(green)", "\"12/34\"", "input |> objects |> largest"];
        foreach (var source in programs)
        {
            var program = CheckedProgram.Compile(source);
            var seen = program.Execute(view.Of(grid), Limits.Default).Output!;
            var undone = Checker.Check(view.Undo(program.Source)).Execute(grid, Limits.Default).Output!;
            Assert.Equal(seen, view.Of(undone));
        }
    }
}
