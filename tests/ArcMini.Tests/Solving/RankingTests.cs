using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Values;
using ArcMini.Solving;
using Xunit;

namespace ArcMini.Tests.Solving;

public class RankingTests
{
    [Fact]
    public void The_more_probable_goes_first() =>
        Assert.Equal(["2", "1"], Order(Made("input |> flip_x", "1", -3), Made("input |> flip_y |> flip_x", "2", -1)));

    [Fact]
    public void Many_programs_outvote_a_more_probable_one() => Assert.Equal(["2", "1"], Order(
        Made("input |> flip_x", "1", -4), Made("input |> flip_x |> flip_y", "2", -5), Made("input |> flip_y |> flip_x", "2", -5),
        Made("input |> flip_y |> transpose", "2", -5)));

    [Fact]
    public void The_shorter_goes_first_among_equals_and_a_written_grid_counts_its_cells() =>
        Assert.Equal(["1", "2"], Order(Made("\"123/456\"", "2", -3), Made("input |> flip_x |> flip_y", "1", -3)));

    [Fact]
    public void Doubt_lowers_a_program_and_what_is_not_trusted_goes_last() => Assert.Equal(["2", "3", "1"], Order(
        Made("input |> flip_x", "1", -1, doubt: Invariants.Law), Made("input |> flip_y", "2", -4), Made("input |> rot180", "3", -3, doubt: Invariants.Habit)));

    [Theory]
    [InlineData(-3, -3.5, false)]
    [InlineData(-3, -5, true)]
    public void The_first_is_trusted_only_if_those_that_disagree_are_much_less_probable(double first, double second, bool isTrusted)
    {
        var order = Ranking.Order([Made("input |> flip_x", "1", first), Made("input |> flip_y", "2", second)]);
        Assert.Equal(["1", "2"], order.Select(candidate => $"{candidate.Answers[0]}"));
        Assert.Equal((isTrusted, true), (order[0].IsTrusted, order[1].IsTrusted));
    }

    [Fact]
    public void Those_that_are_not_trusted_do_not_contest_the_first() =>
        Assert.True(Ranking.Order([Made("input |> flip_x", "1", -3), Made("input |> flip_y", "2", 3, doubt: Invariants.Law)])[0].IsTrusted);

    [Fact]
    public void Programs_without_an_answer_are_left_out() => Assert.Empty(Ranking.Order([Made("input |> flip_x", null, -3)]));

    private const double Evidence = 20;

    private static IEnumerable<string> Order(params Candidate[] candidates) => Ranking.Order(candidates).Select(candidate => $"{candidate.Answers[0]![0, 0]}");

    private static Candidate Made(string program, string? answer, double logProbability, double doubt = 0)
    {
        var grid = answer is not null && GridText.TryRead(answer, out var read) ? read : null;
        return new(new(CheckedProgram.Compile(program), "test", logProbability), 1, true, [grid], doubt, Evidence, 0);
    }
}
