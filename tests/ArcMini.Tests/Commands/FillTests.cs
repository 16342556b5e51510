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

    [Theory]
    [InlineData(
        "input |> flip_x |> remap(?, ?)", "[[1,2],[2,3]]", "[[7,8],[5,7]]",
        "input |> flip_x |> remap([blue, red, green], [cyan, orange, grey])")]
    [InlineData("input |> replace(?, ?)", "[[1,2],[0,1]]", "[[4,2],[0,4]]", "input |> replace(blue, yellow)")]
    [InlineData("input |> tile_to(?, ?)", "[[1,2]]", "[[1,2,1],[1,2,1]]", "input |> tile_to(2, 3)")]
    [InlineData("canvas(?, ?, ?)", "[[1,2]]", "[[6,6],[6,6],[6,6]]", "canvas(3, 2, magenta)")]
    [InlineData("input |> scale(?)", "[[1,2]]", "[[1,1,2,2],[1,1,2,2]]", "input |> scale(2)")]
    [InlineData("input |> part(?, ?, ?)", "[[1,2,3],[4,5,6]]", "[[5,6]]", "input |> part(down_right, 1, 2)")]
    [InlineData("input |> shift(?)", "[[5,0,0,0,0,0,0]]", "[[0,0,0,0,0,5,0]]", "input |> shift((0, 5))")]
    [InlineData(
        "input |> roll(?)", "[[1],[2],[3],[4],[5],[6],[7],[8],[9]]", "[[6],[7],[8],[9],[1],[2],[3],[4],[5]]", "input |> roll((4, 0))")]
    [InlineData(
        "input |> paint(input |> objects |> move(?))", "[[3,0,0,0,0,0]]", "[[3,0,0,0,0,3]]",
        "input |> paint(input |> objects |> move((0, 5)))")]
    [InlineData("input |> recolor(?) |> flip_x", "[[1,0,0]]", "[[0,0,8]]", "input |> recolor(cyan) |> flip_x")]
    [InlineData(
        "input |> remap(?, ?) |> rot90 |> scale(2)", "[[1,2]]", "[[5,5],[5,5],[6,6],[6,6]]",
        "input |> remap([blue, red], [grey, magenta]) |> rot90 |> scale(2)")]
    [InlineData(
        "input |> shift(?) |> fill(grey) |> mirror_x", "[[3,0,0,0,0,0,0]]", "[[5,5,5,5,5,5,3,3,5,5,5,5,5,5]]",
        "input |> shift((0, 6)) |> fill(grey) |> mirror_x")]
    [InlineData(
        "let a = input |> part(?, ?, ?)\na |> tile(2, 2) |> roll(right)", "[[1,2,3],[4,5,6]]", "[[6,5,6,5],[6,5,6,5]]",
        "let a = input |> part(down_right, 1, 2)\na |> tile(2, 2) |> roll(right)")]
    [InlineData(
        "input |> remap(?, ?) |> overlay(input |> keep(blue))", "[[1,2,3]]", "[[1,7,4]]",
        "input |> remap([red, green], [orange, yellow]) |> overlay(input |> keep(blue))")]
    [InlineData(
        "input |> paint_under(input |> pixels |> halo(?))", "[[0,0,0],[0,6,0],[0,0,0]]", "[[9,9,9],[9,6,9],[9,9,9]]",
        "input |> paint_under(input |> pixels |> halo(maroon))")]
    [InlineData(
        "input |> shift(?) |> scale(?)", "[[0,4,0,0,0,0,0,0]]", "[[0,0,0,0,0,0,0,0,0,0,0,0,0,0,4,4],[0,0,0,0,0,0,0,0,0,0,0,0,0,0,4,4]]",
        "input |> shift((0, 6)) |> scale(2)")]
    public void Values_are_deduced_or_tried(string sketch, string input, string output, string program)
    {
        using var folder = new TemporaryFolder();
        var task = folder.File("task.json", Task(input, output));
        Assert.Equal(new Reply(0, program + "\n", ""), Cli.Run("fill", folder.File("sketch.arc", sketch), task, "--time-limit", "60"));
    }

    [Fact]
    public void Lists_of_colours_are_found_only_for_both_lists_of_remap()
    {
        using var folder = new TemporaryFolder();
        var task = folder.File("task.json", Task("[[1,1]]", "[[2,3]]"));
        var two = Cli.Run("fill", folder.File("last.arc", "input |> remap(?, ?)"), task); // blue would have to become red and green
        Assert.Equal((1, ""), (two.Code, two.Out));
        var reply = Cli.Run("fill", folder.File("one.arc", "input |> remap([blue], ?)"), task);
        Assert.Equal(3, reply.Code);
        Assert.Contains("one.arc:1:24: the hole is of type List<Color>; lists of colours are found only for remap(?, ?)", reply.Error);
    }

    [Fact]
    public void A_sketch_that_cannot_be_filled_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var sketch = folder.File("sketch.arc", "input |> fill_holes(?)");
        var unfilled = Cli.Run("fill", sketch, Cli.Sample("mirror.json"), "--time-limit", "60");
        Assert.Equal(1, unfilled.Code);
        Assert.Contains("found no literals for its holes (1)", unfilled.Error);
        var whole = Cli.Run("fill", folder.File("whole.arc", "input |> rot90"), Cli.Sample("mirror.json"));
        Assert.Equal(1, whole.Code);
        Assert.Contains("it has no holes", whole.Error);
        var reply = Cli.Run("fill", folder.File("sketch.arc", "? |> flip_x"), Cli.Sample("mirror.json"));
        Assert.Equal(3, reply.Code);
        Assert.Contains("sketch.arc:1:1: the hole is of type Grid", reply.Error);
    }

    private static string Task(string input, string output) =>
        $$"""{"train":[{"input":{{input}},"output":{{output}}}],"test":[{"input":{{input}}}]}""";
}
