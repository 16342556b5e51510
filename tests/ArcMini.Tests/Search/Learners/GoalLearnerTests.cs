using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;
using Xunit;

namespace ArcMini.Tests.Search.Learners;

public class GoalLearnerTests
{
    private static readonly ProductionCosts Even = new([Parser.Parse("input")]);
    private static readonly string[] Parts = ["12/34", "505/550"];

    [Theory]
    [InlineData("input |> mirror_x")]
    [InlineData("input |> scale(3)")]
    public void A_value_that_one_move_turns_into_the_outputs_is_a_goal(string rule)
    {
        Grid[] parts = [.. Parts.Select(Read)];
        Grid[] outputs = [.. parts.Select(part => CheckedProgram.Compile(rule).Execute(part, Limits.Default).Output!)];
        Term[] seeds = [.. Seeds.Of(parts, outputs, Even)];
        var goals = new GoalLearner(outputs, Even, seeds);
        var made = goals.Reached(seeds[0]).Select(trial => $"input |> {trial.Production.Primitive.Name}{(trial.Second is { } constant ? $"({Printer.Print(constant.Expression)})" : "")}");
        Assert.Contains(rule, made);
    }

    [Fact]
    public void Two_goals_make_the_outputs_once_both_are_reached()
    {
        Grid[] outputs = [Read("12/56"), Read("34/78")];
        var goals = new GoalLearner(outputs, Even, []);
        Assert.DoesNotContain(goals.Reached(Made("12", "34")), trial => trial.Production.Primitive.Name == "above");
        Assert.Contains(goals.Reached(Made("56", "78")), trial => trial.Production.Primitive.Name == "above");
    }

    [Fact]
    public void Another_value_is_no_goal() => Assert.Empty(new GoalLearner([Read("12/56"), Read("34/78")], Even, []).Reached(Made("99", "00")));

    private static Term Made(params string[] grids) => new(SearchType.Grid, 10, [.. grids.Select(grid => (Value)Read(grid))], new Name("input", default));

    private static Grid Read(string text) => GridText.TryRead(text, out var grid) ? grid : throw new FormatException(text);
}
