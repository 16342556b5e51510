using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;
using Xunit;

namespace ArcMini.Tests.Search.Learners;

/// <summary>Terms that are one production away from the outputs.</summary>
public class GoalLearnerTests
{
    private static readonly ProductionCosts Even = new([Parser.Parse("input")]);
    private static readonly string[] Parts = ["12/34", "505/550"];

    [Theory]
    [InlineData("input |> mirror_x")]
    [InlineData("input |> scale(3)")]
    public void A_term_that_one_production_turns_into_the_outputs_is_a_goal(string rule)
    {
        Grid[] parts = [.. Parts.Select(Make.Grid)];
        Grid[] outputs = [.. parts.Select(part => CheckedProgram.Compile(rule).Execute(part, Limits.Default).Output!)];
        Term[] seeds = [.. Seeds.Of(parts, outputs, Even)];
        var tried = RecordedFindings.Of(new GoalLearner(new(parts, outputs, Even, seeds)), seeds[0]).Tried;
        Assert.Contains(rule, tried.Select(candidate => $"input |> {candidate.Production.Primitive.Name}{Arguments(candidate)}"));
    }

    [Fact]
    public void Two_goals_make_the_outputs_once_both_are_reached()
    {
        var goals = Learner(["12/56", "34/78"]);
        Assert.DoesNotContain("above", Tried(goals, "12", "34"));
        Assert.Contains("above", Tried(goals, "56", "78"));
    }

    [Fact]
    public void Another_term_is_no_goal() => Assert.Empty(Tried(Learner(["12/56", "34/78"]), "99", "00"));

    private static GoalLearner Learner(string[] outputs) => new(new([], [.. outputs.Select(Make.Grid)], Even, []));

    private static List<string> Tried(GoalLearner learner, params string[] values)
    {
        var term = new Term(SearchType.Grid, 10, [.. values.Select(value => (Value)Make.Grid(value))], new Name("input", default));
        return [.. RecordedFindings.Of(learner, term).Tried.Select(candidate => candidate.Production.Primitive.Name)];
    }

    private static string Arguments(CandidateTerm candidate) =>
        candidate.Second is { } constant ? $"({Printer.Print(constant.Expression)})" : "";
}
