using ArcMini.Dsl.Syntax;
using ArcMini.Solving.Proposing;
using ArcMini.Solving.Sketching;
using Xunit;

namespace ArcMini.Tests.Solving;

/// <summary>Which sketches a program stands for, and how probable each is.</summary>
public class SketchesTests
{
    [Fact]
    public void A_sketch_has_holes_for_at_most_two_of_the_literals() => Assert.Equal(
        [
            ("input |> replace(red, blue) |> shift(up)", 1),
            ("input |> replace(?, blue) |> shift(up)", 0.1),
            ("input |> replace(red, ?) |> shift(up)", 0.1),
            ("input |> replace(red, blue) |> shift(?)", 0.1),
            ("input |> replace(?, ?) |> shift(up)", 0.01),
            ("input |> replace(?, blue) |> shift(?)", 0.01),
            ("input |> replace(red, ?) |> shift(?)", 0.01),
        ],
        Likeliest(turn: 0, ("input |> replace(red, blue) |> shift(up)", 0, 1)));

    [Fact]
    public void Holes_that_the_program_has_count_among_the_two() => Assert.Equal(
        [("input |> replace(?, ?) |> shift(up)", 0.5)],
        Likeliest(turn: 0, ("input |> replace(?, ?) |> shift(up)", 0, 0.5)));

    [Fact]
    public void The_two_lists_of_remap_become_holes_together() => Assert.Contains(
        ("input |> remap(?, ?)", 0.1),
        Likeliest(turn: 0, ("input |> remap([red, green], [blue, grey])", 0, 1)));

    [Fact]
    public void Only_the_first_twelve_literals_become_holes()
    {
        var program = "input" + string.Concat(Enumerable.Repeat(" |> fill(red)", 12)) + " |> fill(blue)";
        var sketches = Likeliest(turn: 0, (program, 0, 1)).ToList();
        Assert.Equal(1 + 12 + 12 * 11 / 2, sketches.Count);
        Assert.All(sketches, sketch => Assert.EndsWith("fill(blue)", sketch.Text));
    }

    [Fact]
    public void Another_position_is_one_twentieth_as_probable() => Assert.All(Enumerable.Range(0, View.Turns), turn => Assert.Equal(
        [("input |> fill(red)", turn == 3 ? 0.8 : 0.04), ("input |> fill(?)", turn == 3 ? 0.08 : 0.004)],
        Likeliest(turn, ("input |> fill(red)", 3, 0.8))));

    [Fact]
    public void A_sketch_is_as_probable_as_its_programs_together_and_the_most_probable_comes_first() => Assert.Equal(
        [
            ("input |> fill(blue)", 0.3),
            ("input |> fill(red)", 0.2),
            ("input |> fill(?)", 0.05),
            ("input |> crop", 0.04),
        ],
        Likeliest(turn: 0, ("input |> fill(red)", 0, 0.2), ("input |> crop", 0, 0.04), ("input |> fill(blue)", 0, 0.3)));

    /// <summary>The sketches of programs in one position, with their probabilities.</summary>
    private static IEnumerable<(string Text, double Probability)> Likeliest(
        int turn, params (string Text, int Turn, double Probability)[] programs)
    {
        var sketches = new Sketches();
        foreach (var program in programs)
            sketches.Add(Parser.Parse(program.Text), program.Turn, program.Probability);
        return sketches.Likeliest.Where(sketch => sketch.Turn == turn)
            .Select(sketch => ($"{sketch.Program}", Math.Round(Math.Exp(sketch.LogProbability), 9)));
    }
}
