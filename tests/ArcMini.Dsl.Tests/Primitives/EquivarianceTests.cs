using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Tests.Primitives;

/// <summary>A turned or mirrored input gives a turned or mirrored result, and transparent cells are background.</summary>
public class EquivarianceTests
{
    private const int TurnedScenes = 12;
    private const int BackgroundScenes = 100;

    /// <summary>The primitives that turn a whole grid, and what they do to a step.</summary>
    private static readonly (string Name, Func<Point, Point> Step)[] Turns =
    [
        ("flip_x", d => new(d.Row, -d.Col)), ("flip_y", d => new(-d.Row, d.Col)), ("transpose", d => new(d.Col, d.Row)),
        ("antitranspose", d => new(-d.Col, -d.Row)), ("rot90", d => new(d.Col, -d.Row)), ("rot180", d => new(-d.Row, -d.Col)),
        ("rot270", d => new(-d.Col, d.Row)),
    ];

    /// <summary>Programs that draw from the ink in a direction D, or in directions that no turn changes as a whole.</summary>
    public static TheoryData<string> Drawings =>
    [
        "shoot(input, D)", "beam(input, D)", "shoot(input |> keep(red), D)", "beam(input |> keep(red), D)",
        "shoot(input |> keep(red) |> recolor(green), D)", "beam(input |> ink, D)", "gravity(D)", "slide(input |> objects, D)",
        "slide(input |> keep(red) |> objects4, D)", "extend", "extend_diagonal", "fill_nearest", "connect", "connect_diagonal",
        "fill_holes(green)", "roll(input |> open_side)",
    ];

    [Theory]
    [MemberData(nameof(Drawings))]
    public void A_turned_input_gives_the_turned_result(string drawing)
    {
        var cases =
            from grid in Scenes(TurnedScenes)
            from turn in Turns
            from direction in Point.Directions
            select (grid, turn, direction.Step);
        foreach (var (grid, (turn, step), direction) in cases)
        {
            if (drawing.StartsWith("gravity") && direction.Row * direction.Col != 0)
                continue;
            var before = $"input |> {turn} |> {drawing.Replace("input", $"input |> {turn}").Replace("D", $"{step(direction)}")}";
            var after = $"input |> {drawing.Replace("D", $"{direction}")} |> {turn}";
            Assert.Equal(Output(after, grid), Output(before, grid));
        }
    }

    /// <summary>Programs that ask which cells are background.</summary>
    public static TheoryData<string> Backgrounds =>
    [
        "shoot(g, right)", "beam(g |> keep(red), down_left)", "extend", "extend_x", "extend_y", "extend_diagonal", "fill_nearest", "spread",
        "connect", "connect_x", "connect_y", "connect_diagonal", "fill_holes(cyan)", "bounce((0, 0), down_right, cyan)", "gravity(left)",
        "symmetrize", "slide(g |> objects, up)", "paint_under([\"...../.333./.333.\"])", "attract(g |> keep(red) |> crop)",
        "recolor(cyan)", "halo(cyan)", "erode", "opening(2)", "restore(\"12\")", "shape", "crop", "kron(\"12\")", "downscale(2)",
        "reflect_about(\"1\" |> move((2, 2)))", "overlay(g |> flip_x)", "both(g |> flip_x)", "neither(g |> flip_x)",
    ];

    /// <summary>Two grids with black as the background: the green cells become transparent in one, and black in the other.</summary>
    [Theory]
    [MemberData(nameof(Backgrounds))]
    public void Transparent_cells_are_background(string drawing)
    {
        foreach (var grid in Scenes(BackgroundScenes))
            Assert.Equal(
                Output($"let g = input |> backdrop(black) |> replace(green, black)\ng |> {drawing} |> fill(black)", grid),
                Output($"let g = input |> erase(green) |> backdrop(black)\ng |> {drawing} |> fill(black)", grid));
    }

    private static IEnumerable<Grid> Scenes(int count)
    {
        var random = new Random(1);
        return Enumerable.Range(0, count).Select(_ => Scene(random));
    }

    /// <summary>A grid that is black for the most part, with ink of three colours.</summary>
    private static Grid Scene(Random random)
    {
        var (rows, cols) = (random.Next(1, 8), random.Next(1, 8));
        byte[] cells = [.. Enumerable.Range(0, rows * cols).Select(_ => (byte)Math.Max(0, random.Next(-4, 4)))];
        return Budget.Load(rows, cols, cells, backdrop: 0);
    }

    private static string Output(string source, Grid input) =>
        CheckedProgram.Compile(source).Execute(input, Limits.Default) is { Output: { } output } ? $"{output}" : "none";
}
