using ArcMini.Commands.Records;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Search.Learners;
using ArcMini.Solving;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

/// <summary>What tells against the answers of programs that reproduce all pairs.</summary>
public class PenaltyTests
{
    [Theory]
    [InlineData("1000/0000", "1000/2000", 0, 0)]
    [InlineData("1000/0000", "1222/2220", 0, 1)] // another background
    [InlineData("1000/0000", "1000/3000", 2, 0)] // a colour comes that did not, in cells that took another
    [InlineData("1000/0000", "2000/0000", 2, 1)] // a colour goes, in cells that kept theirs and are not background
    [InlineData("1000/0000", "10002/00000", 3, 2)] // another size, and so no cells that correspond
    public void An_answer_loses_what_it_breaks_of_that_which_holds_of_all_pairs(string input, string answer, int laws, int habits) =>
        Assert.Equal(laws * Invariants.HardInvariant + habits * Invariants.SoftInvariant, Doubt([("0100/0000", "0100/0220"), ("0000/1001", "0020/1021")], input, answer));

    [Fact]
    public void What_holds_of_some_pairs_only_binds_no_answer() =>
        Assert.Equal(0, Doubt([("110/000", "220/000"), ("011/001", "33/33"), ("123", "000/010")], "5", "66"));

    [Fact]
    public void Outputs_that_are_mirrored_speak_against_an_answer_that_is_not()
    {
        (string, string)[] pairs = [("12/21", "1221/2112"), ("11/21", "1111/2112")];
        Assert.Equal(0, Doubt(pairs, "22/12", "2222/1221"));
        Assert.Equal(Invariants.SoftInvariant, Doubt(pairs, "22/12", "2222/1122"));
    }

    [Fact]
    public void A_test_without_an_answer_breaks_a_habit() =>
        Assert.Equal(Invariants.SoftInvariant, new Invariants([new(Read("1"), Read("2"))]).Penalty([new(Read("1"), null)], [null]));

    [Fact]
    public void The_backdrop_that_a_program_has_given_its_answer_does_not_count() =>
        Assert.Equal(0, Candidate("input |> backdrop(blue)", Task(("1000/0001", "1000/0001"), ("0010", "0010"), test: "0100")).Penalty);

    [Theory]
    [InlineData("1100/0001/2200", false)]
    [InlineData("1100/0001/2220", true)]
    public void A_program_that_sees_a_test_otherwise_in_a_mirror_but_not_the_pairs_is_not_trusted(string test, bool isTrusted)
    {
        var candidate = Candidate("input |> objects |> largest |> crop", Task(("1100/0001/0000", "11"), ("3000/0022/0000", "22"), test));
        Assert.Equal(isTrusted, candidate.IsTrusted);
        Assert.True(candidate.Verified);
    }

    [Fact]
    public void A_doubtful_program_answers_but_leaves_the_search_at_work()
    {
        var proposer = new Offers("input |> objects |> largest |> crop");
        var result = new Solver([proposer], new(TimeSpan.FromMinutes(1), 1, 0, 1, 0)).Solve(Task(("1100/0001/0000", "11"), ("3000/0022/0000", "22"), "1100/0001/2200"), default);
        Assert.False(proposer.Answer);
        Assert.False(result.Best?.IsTrusted);
        Assert.Equal((true, false), SolveRecord.Parse(SolveRecord.Of(result, 0, null).ToJson()) is { } record ? (record.Verified, record.Trusted) : default);
        Assert.Equal("11", $"{Assert.Single(result.Attempts[0])}");
    }

    [Fact]
    public void A_cell_tells_the_log_of_the_colours_and_an_output_so_much_at_most()
    {
        Assert.Equal(3 * Math.Log(2), OutputEvidence.Of([Read("1"), Read("2"), Read("1")]), 9);
        Assert.Equal(OutputEvidence.MostOfOne + 4 * Math.Log(4), OutputEvidence.Of([Read("1112/1113/1113/1114"), Read("11/11")]), 9);
    }

    [Theory]
    [InlineData(-2.7, true)]
    [InlineData(-2.8, false)]
    public void A_program_is_trusted_only_if_the_outputs_tell_more_than_it_takes_to_write_it(double logProbability, bool isTrusted)
    {
        var task = Task(("1000/0000", "11"), ("2000/0000", "22"), "3000/0000"); // four cells of two colours: 2.77 nats
        var candidate = Candidate("canvas(1, 2, input |> color)", task, logProbability);
        Assert.Equal((true, 0, isTrusted), (candidate.Verified, candidate.Penalty, candidate.IsTrusted));
    }

    [Theory]
    [InlineData("if input |> has_color(red) then input |> flip_y else input |> flip_x", Invariants.HardInvariant)]
    [InlineData("input |> objects |> map(o => if o |> has_color(red) then o |> flip_y else o |> flip_x) |> compose", 0)]
    public void A_program_that_does_one_thing_for_some_inputs_and_another_for_others_is_doubted(string program, double doubt)
    {
        var candidate = Candidate(program, Task(("0001/0011/0000", "1000/1100/0000"), ("2200/0200/0000", "0000/0200/2200"), test: "0022/0002/0000"));
        Assert.Equal(doubt, candidate.Penalty);
    }

    private static Candidate Candidate(string program, ArcTask task, double logProbability = -0.5) => ArcMini.Solving.Judging.Candidate.Of(new(CheckedProgram.Compile(program), "test", logProbability), task, default);

    private static ArcTask Task((string Input, string Output) first, (string Input, string Output) second, string test) =>
        new("doubt", [new(Read(first.Input), Read(first.Output)), new(Read(second.Input), Read(second.Output))], [new(Read(test), null)]);

    private static double Doubt((string Input, string Output)[] pairs, string input, string answer) =>
        new Invariants([.. pairs.Select(pair => new Pair(Read(pair.Input), Read(pair.Output)))]).Penalty([new(Read(input), null)], [Read(answer)]);

    private static Grid Read(string text) => GridText.TryRead(text, out var grid) ? grid : throw new ArgumentException(text);

    private sealed class Offers(string program) : IProposer
    {
        public string Name => "test";

        public bool? Answer { get; private set; }

        public ProposerDetails Propose(ArcTask task, IReadOnlyCollection<Candidate> tried, SolveBudget effort, Func<Proposal, Candidate> offer, CancellationToken cancel)
        {
            Answer = offer(new(CheckedProgram.Compile(program), Name, -3)).IsTrusted;
            return default;
        }
    }
}
