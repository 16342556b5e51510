using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Tests.Compilation;

public class StagedProgramTests
{
    [Fact]
    public void Every_step_of_a_pipeline_has_its_value() => AssertSteps(
        "input |> objects |> largest |> fill(black)", "1100/0002",
        "input |> objects = [\"11\", \"2\" at (1, 3)]", "|> largest = \"11\"", "|> fill(black) = \"11\"");

    [Fact]
    public void Arguments_and_lets_are_steps_too() => AssertSteps(
        "let swapped = input |> flip_x\nswapped |> overlay(input |> erase(red))", "12",
        "swapped: input |> flip_x = \"21\"", "aside input |> erase(red) = \"1.\"", "swapped |> overlay(input |> erase(red)) = \"11\"");

    [Fact]
    public void The_condition_of_a_choice_is_a_step_and_its_alternatives_are_none() => AssertSteps(
        "if width(input) > 1 then input |> flip_x else input |> objects |> first", "12",
        "aside input |> width = 2", "aside width(input) > 1 = true",
        "if width(input) > 1 then input |> flip_x else input |> objects |> first = \"21\"");

    [Theory]
    [InlineData("input |> objects |> filter(o => size(o) > 9) |> first |> flip_x", "12")]
    [InlineData("let a = input |> tile(30, 30)\na |> tile(30, 30) |> flip_x", "12/34")]
    [InlineData("input |> objects |> map(o => o |> flip_x) |> first", "12")]
    [InlineData("input", "1")]
    public void The_outcome_is_that_of_the_program(string source, string grid)
    {
        var program = CheckedProgram.Compile(source);
        var staged = new StagedProgram(program);
        var (values, outcome) = staged.Execute(Grid(grid), Limits.Default);
        var expected = program.Execute(Grid(grid), Limits.Default);
        Assert.Equal(expected, outcome);
        Assert.Equal((expected.At.Line, expected.At.Column), (outcome.At.Line, outcome.At.Column));
        Assert.Equal(outcome.Output is null, values.Count < staged.Stages.Count);
    }

    private static void AssertSteps(string source, string input, params string[] steps)
    {
        var (values, outcome) = new StagedProgram(CheckedProgram.Compile(source)).Execute(Grid(input), Limits.Default);
        Assert.Null(outcome.Fault);
        Assert.Equal(steps, values.Select(value =>
            $"{(value.Stage.IsMain ? "" : "aside ")}{(value.Stage.Let is { } name ? name + ": " : "")}{value.Stage.Text} = "
            + ValueText.Write(value.Value, value.Type)));
    }

    private static Grid Grid(string text) => GridText.TryRead(text, out var grid) ? grid : throw new FormatException(text);
}
