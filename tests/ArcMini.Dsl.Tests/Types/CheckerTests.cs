using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Tests.Types;

/// <summary>Inference, the two conversions, functions and holes.</summary>
public class CheckerTests
{
    [Theory]
    [InlineData("3", "Int: 3")]
    [InlineData("red", "Color: red")]
    [InlineData("down", "Point: (1, 0)")]
    [InlineData("1 < 2", "Bool: true")]
    [InlineData("\"12/3.\"", "Grid: \"12/3.\"")]
    [InlineData("[[1, 2], [3]]", "List<List<Int>>: [[1, 2], [3]]")]
    [InlineData("\"100/002\" |> objects", "List<Grid>: [\"1\", \"2\" at (1, 2)]")]
    [InlineData("[1, 2] |> fold([0], concat)", "List<Int>: [0, 1, 2]")]
    [InlineData("[] |> map(x => 3)", "List<Int>: []")]
    [InlineData("concat([], [red])", "List<Color>: [red]")]
    [InlineData("if true then [] else [red]", "List<Color>: []")]
    public void Infers(string source, string typeAndValue) => AssertDsl.Is(source, typeAndValue);

    [Theory]
    [InlineData("[\"12\", \"34\"] |> flip_x", "List<Grid>: [\"21\", \"43\"]")]
    [InlineData("[\"12\", \"34\"] |> width", "List<Int>: [2, 2]")]
    [InlineData("[\"10\", \"01\"] |> recolor(red)", "List<Grid>: [\"20\", \"02\"]")]
    [InlineData("[\"10\", \"01\"] |> rows |> count", "Int: 2")]
    [InlineData("[1, 2] + 3", "List<Int>: [4, 5]")]
    [InlineData("[[\"1\", \"2\"], [\"3\"]] |> compose", "List<Grid>: [\"2\", \"3\"]")]
    [InlineData("[[\"1\", \"2\"], [\"3\"]] |> first", "List<Grid>: [\"1\", \"2\"]")]
    public void Lifts_a_primitive_over_a_list(string source, string typeAndValue) => AssertDsl.Is(source, typeAndValue);

    [Theory]
    [InlineData("\"00/00\" |> paint(\"1\")", "Grid: \"10/00\"")]
    [InlineData("[\"1\"] |> concat(\"2\")", "List<Grid>: [\"1\", \"2\"]")]
    [InlineData("remap(\"12\", blue, red)", "Grid: \"22\"")]
    [InlineData("join_x(\"12\")", "Grid: \"12\"")]
    public void Takes_one_value_for_a_list_of_one(string source, string typeAndValue) => AssertDsl.Is(source, typeAndValue);

    [Theory]
    [InlineData("[\"10\", \"11\"] |> map(x => width(x))", "List<Int>: [2, 2]")]
    [InlineData("[\"10\", \"11\"] |> map(width)", "List<Int>: [2, 2]")]
    [InlineData("[\"10\", \"01\"] |> map(recolor(red))", "List<Grid>: [\"20\", \"02\"]")]
    [InlineData("[1, 2] |> map(add(1))", "List<Int>: [2, 3]")]
    [InlineData("[1, 2] |> zip_with([3, 4], add)", "List<Int>: [4, 6]")]
    [InlineData("[1, 2] |> zip_with([red, blue], (n, c) => canvas(1, n, c))", "List<Grid>: [\"2\", \"11\"]")]
    [InlineData("[1, 2] |> fold(\"1\", (g, n) => scale(g, n))", "Grid: \"11/11\"")]
    [InlineData("[1, 2] |> map(x => [3, 4] |> map(y => x * y))", "List<List<Int>>: [[3, 4], [6, 8]]")]
    [InlineData("[1, 2] |> map(x => x) |> map(x => x + 1)", "List<Int>: [2, 3]")]
    [InlineData("[[\"12\"], [\"34\"]] |> map(flip_x)", "List<List<Grid>>: [[\"21\"], [\"43\"]]")]
    [InlineData("repeat(1, 5, x => x * 2)", "Int: 32")]
    public void Knows_functions(string source, string typeAndValue) => AssertDsl.Is(source, typeAndValue);

    [Theory]
    [InlineData("input |> recolor(?)", "Color")]
    [InlineData("input |> take_top(?)", "Int")]
    [InlineData("? |> flip_x", "Grid")]
    [InlineData("?", "Grid")]
    [InlineData("input |> paint(?)", "List<Grid>")]
    [InlineData("input |> move(?) |> recolor(?)", "Point, Color")]
    [InlineData("if ? then ? else ?", "Bool, Grid, Grid")]
    [InlineData("if color(input) == ? then input else input", "Color")]
    [InlineData("if ? == color(input) then input else input", "Color")]
    [InlineData("[?, red] |> fold(input, recolor)", "Color")]
    [InlineData("[?, ?] |> fold(input, recolor)", "Color, Color")]
    [InlineData("input |> objects |> filter(size(_) > ?) |> largest", null)]
    [InlineData("input |> objects |> filter(g => size(g) > ?) |> largest", "Int")]
    [InlineData("input |> objects |> map(g => ?) |> max_of |> take_top(input, _)", null)]
    [InlineData("input |> objects |> map(g => if is_square(g) then ? else red) |> fold(input, recolor)", "Color")]
    [InlineData("let a = if ? then ? else 3\ninput |> take_top(a)", "Bool, Int")]
    [InlineData("input |> part((?, 1), ?, 2)", "Int, Int")]
    [InlineData("input |> remap(?, [?])", "List<Color>, Color")]
    public void Tells_the_type_of_every_hole(string source, string? types)
    {
        if (types is null)
        {
            Assert.ThrowsAny<DslException>(() => CheckedProgram.Compile(source));
            return;
        }
        var program = CheckedProgram.Compile(source);
        Assert.True(program.IsSketch);
        Assert.Equal(types, string.Join(", ", program.Holes.Select(hole => hole.Type)));
        Assert.All(program.Holes, hole => Assert.Equal('?', source[hole.At.Offset]));
    }

    [Fact]
    public void A_sketch_runs_with_values_for_its_holes_and_each_time_anew()
    {
        var sketch = Checker.Check(Parser.Parse("let g = input |> map_cells(p => ?)\ng |> take_top(1)"), DslType.Color);
        var run = new Run(new Budget(Limits.Default), 1);
        Assert.Equal("33", $"{sketch.Execute(Budget.Load(2, 2, [0, 1, 2, 0]), run, null, (byte)3).Output}");
        Assert.Equal("44", $"{sketch.Execute(Budget.Load(2, 2, [0, 1, 2, 0]), run, null, (byte)4).Output}");
        Assert.Equal("a hole has no value; fill the sketch first", sketch.Execute(Budget.Load(2, 2, [0, 1, 2, 0]), run).Fault);
    }

    [Fact]
    public void A_sketch_does_not_run() => AssertDsl.Stops("input |> recolor(?)", "1:18: a hole has no value; fill the sketch first");

    [Fact]
    public void A_fault_is_shown_with_its_line_and_a_caret()
    {
        var source = "let a = input\na |> recolor(3) |> crop";
        var fault = Assert.Throws<TypeException>(() => CheckedProgram.Compile(source));
        Assert.Equal(
            """
            p.arc:2:14: expected a Color for 'c' of recolor, found an Int (3 is written green)
                a |> recolor(3) |> crop
                             ^
            """,
            fault.Show("p.arc", source).TrimEnd('\n'));
    }

    [Fact]
    public void Primitives_have_well_formed_rows()
    {
        Assert.Equal(Dsl.Primitives.PrimitiveTable.All.Count, Dsl.Primitives.PrimitiveTable.All.DistinctBy(row => row.Name).Count());
        Assert.All(Dsl.Primitives.PrimitiveTable.All, row =>
        {
            Assert.Matches("^[a-z][a-z0-9_]*$", row.Name);
            Assert.Matches(@"^[A-Za-z].*\.$", row.Summary);
            Assert.NotEmpty(row.Signature.Parameters);
        });
    }
}
