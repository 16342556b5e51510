using ArcMini.Search.Learners;
using ArcMini.Solving.Judging;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

/// <summary>The penalty on the answers of programs that reproduce all pairs, and when a program is trusted.</summary>
public class PenaltyTests
{
    [Theory]
    [InlineData("1000/0000", "1000/2000", 0, 0)]
    [InlineData("1000/0000", "1222/2220", 0, 1)] // another background
    [InlineData("1000/0000", "1000/3000", 2, 0)] // a new colour, in cells that never changed to it
    [InlineData("1000/0000", "2000/0000", 2, 1)] // a colour is lost, in cells that never changed and are not background
    [InlineData("1000/0000", "10002/00000", 3, 2)] // another size, so that no cells correspond
    public void An_answer_is_penalised_for_each_invariant_that_it_breaks(string input, string answer, int hard, int soft) =>
        Assert.Equal(
            hard * Invariants.HardPenalty + soft * Invariants.SoftPenalty,
            PenaltyOf([("0100/0000", "0100/0220"), ("0000/1001", "0020/1021")], input, answer));

    [Fact]
    public void An_invariant_holds_of_all_pairs() =>
        Assert.Equal(0, PenaltyOf([("110/000", "220/000"), ("011/001", "33/33"), ("123", "000/010")], "5", "66"));

    [Fact]
    public void An_answer_is_symmetric_if_all_outputs_are()
    {
        (string, string)[] pairs = [("12/21", "1221/2112"), ("11/21", "1111/2112")];
        Assert.Equal(0, PenaltyOf(pairs, "22/12", "2222/1221"));
        Assert.Equal(Invariants.SoftPenalty, PenaltyOf(pairs, "22/12", "2222/1122"));
    }

    [Fact]
    public void A_test_without_an_answer_costs_one_soft_penalty() =>
        Assert.Equal(Invariants.SoftPenalty, new Invariants([Make.Pair("1", "2")]).Penalty([new(Make.Grid("1"), null)], [null]));

    [Fact]
    public void The_backdrop_that_a_program_gives_its_answer_does_not_count() =>
        Assert.Equal(0, Make.Candidate("input |> backdrop(blue)", Make.Task("0100", ("1000/0001", "1000/0001"), ("0010", "0010"))).Penalty);

    [Theory]
    [InlineData("canvas(30, 30, red)", true)]
    [InlineData("canvas(31, 30, red)", false)]
    [InlineData("canvas(30, 31, red)", false)]
    [InlineData("input |> ink", false)]
    public void An_answer_has_at_most_30_rows_and_columns_and_no_transparent_cell(string answer, bool isAnswer)
    {
        var program = $"if input |> has_color(red) then {answer} else input";
        var candidate = Make.Candidate(program, Make.Task("20/00", ("10/00", "10/00"), ("03/00", "03/00")));
        Assert.True(candidate.Verified);
        Assert.Equal(isAnswer, candidate.Answers[0] is not null);
    }

    [Theory]
    [InlineData("1100/0001/2200", false)]
    [InlineData("1100/0001/2220", true)]
    public void A_program_that_is_equivariant_on_the_pairs_but_not_on_a_test_is_not_trusted(string test, bool isTrusted)
    {
        var candidate = Make.Candidate("input |> objects |> largest |> crop", Cropped(test), -0.5);
        Assert.Equal(isTrusted, candidate.IsTrusted);
        Assert.True(candidate.Verified);
    }

    [Fact]
    public void The_evidence_of_a_cell_is_the_log_of_the_number_of_colours_and_that_of_an_output_is_capped()
    {
        Assert.Equal(3 * Math.Log(2), OutputEvidence.Of([Make.Grid("1"), Make.Grid("2"), Make.Grid("1")]), 9);
        Assert.Equal(
            OutputEvidence.MaxOfOne + 4 * Math.Log(4), OutputEvidence.Of([Make.Grid("1112/1113/1113/1114"), Make.Grid("11/11")]), 9);
    }

    [Theory]
    [InlineData(-2.7, 0, true)]
    [InlineData(-2.8, 0, false)]
    [InlineData(-2.6, 0.1, true)]
    [InlineData(-2.6, 0.2, false)]
    public void A_program_is_trusted_only_if_the_evidence_of_the_outputs_exceeds_its_cost_and_its_doubt(
        double logProbability, double doubt, bool isTrusted)
    {
        var task = Make.Task("3000/0000", ("1000/0000", "11"), ("2000/0000", "22")); // four cells of two colours: 2.77 nats
        var candidate = Make.Candidate("canvas(1, 2, input |> color)", task, logProbability, doubt: doubt);
        Assert.Equal((true, 0, isTrusted), (candidate.Verified, candidate.Penalty, candidate.IsTrusted));
    }

    [Theory]
    [InlineData("if input |> has_color(red) then input |> flip_y else input |> flip_x", Invariants.HardPenalty)]
    [InlineData("let a = if input |> has_color(red) then input |> flip_y else input |> flip_x\na", Invariants.HardPenalty)]
    [InlineData("input |> objects |> map(o => if o |> has_color(red) then o |> flip_y else o |> flip_x) |> compose", 0)]
    public void A_program_that_chooses_by_its_whole_input_is_penalised(string program, double penalty)
    {
        var task = Make.Task("0022/0002/0000", ("0001/0011/0000", "1000/1100/0000"), ("2200/0200/0000", "0000/0200/2200"));
        Assert.Equal(penalty, Make.Candidate(program, task).Penalty);
    }

    private static ArcTask Cropped(string test) => Make.Task(test, ("1100/0001/0000", "11"), ("3000/0022/0000", "22"));

    private static double PenaltyOf((string Input, string Output)[] pairs, string input, string answer) =>
        new Invariants([.. pairs.Select(pair => Make.Pair(pair.Input, pair.Output))])
            .Penalty([new(Make.Grid(input), null)], [Make.Grid(answer)]);
}
