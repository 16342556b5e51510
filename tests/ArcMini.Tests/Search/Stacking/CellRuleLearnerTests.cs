using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Stacking;
using ArcMini.Search.Terms;
using ArcMini.Tests.Search.Learners;
using Xunit;

namespace ArcMini.Tests.Search.Stacking;

/// <summary>Rules that tell by conditions on a cell whether it changes.</summary>
public sealed class CellRuleLearnerTests
{
    private static readonly ProductionCosts Even = new([Parser.Parse("input")]);
    private static readonly string[] Inputs = ["12021/00100/21002", "02110/10020/00211", "20012/01200/12001"];

    [Theory]
    [InlineData("input |> paint(input |> flip_x |> mask(input |> keep(black)))")]
    [InlineData("input |> paint(input |> mask(input |> keep(black)) |> mask(input |> flip_y |> keep(red)) |> recolor(green))")]
    [InlineData("input |> paint(input |> mask(input |> keep(black)) |> unmask(flip_x(input)) |> unmask(flip_y(input)) |> recolor(green))")]
    public void Conditions_on_other_grids_tell_which_cells_change(string rule) =>
        Assert.True(IsLearnt(rule, "input", "input |> flip_x", "input |> flip_y"));

    [Fact]
    public void Neighbours_and_places_are_conditions()
    {
        Assert.True(IsLearnt("input |> paint_where(green, p => near4(input, p, blue) == 2)", "input"));
        Assert.True(IsLearnt("input |> paint_where(green, p => row_of(p) % 2 == 1)", "input"));
    }

    [Fact]
    public void The_cells_of_objects_are_a_condition() =>
        Assert.True(IsLearnt(
            "input |> paint(input |> objects |> filter(o => size(o) == 1) |> recolor(green))",
            "input",
            "input |> objects |> filter(o => size(o) == 1)"));

    [Fact]
    public void A_rule_has_to_be_at_work_on_two_demonstrations() =>
        Assert.False(IsLearnt("input |> paint(input |> mask(input |> keep(cyan)) |> recolor(green))", ["8200/0000", "1200/0001"], "input"));

    [Fact]
    public void Where_every_colour_is_a_background_nothing_is_learnt()
    {
        string[] inputs = [.. "123456789".Select(color => $"{color}{color}{color}0/{color}00{color}/{color}{color}{color}{color}")];
        const string Rule = "input |> paint(input |> mask(input |> keep(black)) |> recolor(green))";
        Assert.True(IsLearnt(Rule, inputs[..3], "input"));
        Assert.False(IsLearnt(Rule, inputs, "input"));
    }

    private static bool IsLearnt(string rule, params string[] terms) => IsLearnt(rule, Inputs, terms);

    /// <summary>Whether a solution or a piece gives the outputs of a rule, when the learner is told some terms.</summary>
    private static bool IsLearnt(string rule, string[] inputs, params string[] terms)
    {
        Grid[] grids = [.. inputs.Select(Make.Grid), Make.Grid(inputs[^1])];
        Grid[] outputs = [.. grids.SkipLast(1).Select(grid => CheckedProgram.Compile(rule).Execute(grid, Limits.Default).Output!)];
        var task = new LearnerTask(grids, outputs, Even, [.. Seeds.Of(grids, outputs, Even)]);
        var told = terms.Select(term => TermOf(term, grids)).Append(TermOf("input |> blank", grids, cost: 100));
        var findings = RecordedFindings.Of(new CellRuleLearner(task), told);
        var programs = findings.Solved.Select(found => found.Expression)
            .Concat(findings.Placed.Select(piece => Call.Of("paint", new Name("input", default), piece.Expression)));
        return programs.Any(program => grids.Zip(outputs).All(pair =>
            Checker.Check(new([], program, [])).Execute(pair.First, Limits.Default).Output is { } made && made.Equals(pair.Second)));
    }

    private static Term TermOf(string text, Grid[] inputs, int cost = 10)
    {
        var program = CheckedProgram.CompileAny(text);
        Value[] values = [.. inputs.Select(input => program.Execute(input, Limits.Default).Result)];
        var type = program.Result.Type == DslType.Grids ? SearchType.Grids : SearchType.Grid;
        return new(type, cost, values, program.Source.Result);
    }
}
