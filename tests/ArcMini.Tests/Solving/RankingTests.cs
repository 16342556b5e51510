using ArcMini.Dsl.Compilation;
using ArcMini.Solving.Judging;
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
    public void A_penalty_lowers_a_program_and_what_is_not_trusted_goes_last() => Assert.Equal(["2", "3", "1"], Order(
        Made("input |> flip_x", "1", -1, penalty: Invariants.HardPenalty),
        Made("input |> flip_y", "2", -4),
        Made("input |> rot180", "3", -3, penalty: Invariants.SoftPenalty)));

    [Fact]
    public void Programs_without_an_answer_are_left_out() => Assert.Empty(Ranking.Order([Made("input |> flip_x", null, -3)]));

    [Fact]
    public void Guesses_are_ordered_by_the_pairs_that_are_right_their_probability_and_their_penalty()
    {
        var none = Guess("0", -1, right: 0);
        var likely = Guess("1", -2, right: 1);
        var unlikely = Guess("2", -9, right: 1);
        var penalized = Guess("3", -1, right: 1, penalty: 20);
        var better = Guess("4", -9, right: 2);
        var verified = Guess("5", -1, right: 3) with { Verified = true };
        var guesses = Ranking.Guesses([none, penalized, unlikely, verified, likely, better], pairs: 3);
        Assert.Equal([better, likely, unlikely, penalized], guesses);
    }

    [Fact]
    public void Guesses_that_agree_count_together()
    {
        Candidate[] agreeing = [Guess("1", -5, right: 1), Guess("1", -5.1, right: 1)];
        var alone = Guess("2", -4.9, right: 1);
        Assert.Equal([agreeing[0], alone], Ranking.Guesses([alone, .. agreeing], pairs: 3));
    }

    private static Candidate Guess(string answer, double logProbability, int right, double penalty = 0) =>
        Made("input", answer, logProbability, penalty) with { Verified = false, PairsRight = right };

    private const double Evidence = 20;

    private static IEnumerable<string> Order(params Candidate[] candidates) =>
        Ranking.Order(candidates).Select(candidate => $"{candidate.Answers[0]![0, 0]}");

    private static Candidate Made(string program, string? answer, double logProbability, double penalty = 0)
    {
        var grid = answer is null ? null : Make.Grid(answer);
        return new(new(CheckedProgram.Compile(program), "test", logProbability), true, 1, true, [grid], penalty, Evidence, 0);
    }
}
