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
    public void Near_misses_are_ordered_by_the_pairs_that_are_right_and_then_by_length()
    {
        var long1 = Made("input |> flip_x |> flip_y", null, -1) with { PairsRight = 1 };
        var short1 = Made("input |> flip_x", null, -9) with { PairsRight = 1 };
        var written1 = Made("\"123/456\"", null, -1) with { PairsRight = 1 };
        var long2 = Made("input |> flip_x |> flip_y |> rot90", null, -9) with { PairsRight = 2 };
        Assert.Equal([long2, short1, long1, written1], Ranking.NearMisses([written1, long1, short1, long2]));
    }

    private const double Evidence = 20;

    private static IEnumerable<string> Order(params Candidate[] candidates) =>
        Ranking.Order(candidates).Select(candidate => $"{candidate.Answers[0]![0, 0]}");

    private static Candidate Made(string program, string? answer, double logProbability, double penalty = 0)
    {
        var grid = answer is null ? null : Make.Grid(answer);
        return new(new(CheckedProgram.Compile(program), "test", logProbability), true, 1, true, [grid], penalty, Evidence, 0);
    }
}
