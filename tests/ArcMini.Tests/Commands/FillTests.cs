using Xunit;

namespace ArcMini.Tests.Commands;

[Collection(Cli.Alone)]
public class FillTests
{
    [Theory]
    [InlineData("input |> fill_holes(?)", "rooms.json", "input |> fill_holes(yellow)\n")]
    [InlineData("input |> gravity(?)", "gravity.json", "input |> gravity(down)\n")]
    public void Holes_are_filled_from_the_pairs(string sketch, string task, string program)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(new Reply(0, program, ""), Cli.Run("fill", folder.File("sketch.arc", sketch), Cli.Sample(task), "--time-limit", "60"));
    }

    [Fact]
    public void It_is_told_where_nothing_fits_and_where_a_hole_cannot_be_filled()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(1, Cli.Run("fill", folder.File("sketch.arc", "input |> fill_holes(?)"), Cli.Sample("mirror.json"), "--time-limit", "60").Code);
        var reply = Cli.Run("fill", folder.File("sketch.arc", "? |> flip_x"), Cli.Sample("mirror.json"));
        Assert.Equal(3, reply.Code);
        Assert.Contains("sketch.arc:1:1: the hole is of type Grid", reply.Error);
    }
}
