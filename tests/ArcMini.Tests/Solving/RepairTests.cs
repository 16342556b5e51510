using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposers;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

public class RepairTests
{
    private static readonly string[] Inputs = ["1000/0220/0000/3003", "0440/0000/5000/5000", "0000/6600/0060/0007"];
    private const string Test = "0800/8800/0000/0011";

    [Theory]
    [InlineData("input |> recolor(red)", "input |> recolor(green)")] // a constant
    [InlineData("input |> objects |> largest", "input |> objects |> smallest")] // a function
    // a function that is an argument
    [InlineData(
        "input |> objects |> max_by(height)", "input |> objects |> max_by(o => size(o) + width(o))")]
    // a sub-expression in a let
    [InlineData(
        "let s = input |> shapes\ninput |> paint(s |> largest |> recolor(maroon))",
        "let s = input |> objects\ninput |> paint(s |> largest |> recolor(maroon))")]
    [InlineData("input |> flip_x |> flip_y |> rot90", "input |> flip_y |> rot90")] // a step too many
    [InlineData("input |> objects |> largest", "input |> objects |> largest |> crop |> flip_x")] // a step too few, at the end
    // and in the middle
    [InlineData(
        "input |> paint(input |> objects |> recolor(maroon))", "input |> paint(input |> objects |> take(1) |> recolor(maroon))")]
    [InlineData("input |> flip_x |> recolor(red)", "input |> flip_y |> recolor(green)")] // two edits
    // colours that the pairs determine
    [InlineData(
        "input |> rot90", "input |> rot90 |> remap([black, red, yellow, magenta], [grey, cyan, maroon, blue])")]
    public void A_near_miss_is_mended(string miss, string rule)
    {
        var task = Made(rule);
        var mended = Assert.IsType<Proposal>(Mended(task, [miss]).FirstOrDefault());
        Assert.Equal("search", mended.Proposer);
        Assert.True(mended.LogProbability < 0);
        Assert.True(Candidate.Of(mended, task, default).Verified);
    }

    [Fact]
    public void The_nearest_program_is_mended_first() => Assert.EndsWith(
        "|> halo(maroon)",
        First(
            "input |> objects |> smallest |> halo(maroon)",
            "input |> rot90", "input |> objects |> largest |> halo(maroon)", "input |> recolor(red)"));

    [Fact]
    public void A_mended_program_has_no_unused_let() => Assert.DoesNotContain(
        "let",
        First("input |> objects |> smallest |> halo(maroon)", "let a = input |> crop\ninput |> objects |> largest |> halo(maroon)"));

    [Fact]
    public void The_same_programs_come_in_the_same_order_for_any_number_of_threads()
    {
        var task = Made("input |> objects |> smallest |> crop");
        Assert.NotEmpty(Programs(1));
        Assert.Equal(Programs(1), Programs(3));

        IEnumerable<string> Programs(int threads) => Mended(task, ["input |> objects |> largest"], threads, 4_000)
            .Select(proposal => $"{proposal.LogProbability} {proposal.Program.Source}");
    }

    [Fact]
    public void Nothing_is_proposed_where_nothing_was_tried_or_a_program_is_verified()
    {
        var task = Made("input |> recolor(green)");
        Assert.Empty(Mended(task, []));
        Assert.Empty(Mended(task, ["input |> recolor(red)", "input |> recolor(green)"]));
    }

    [Fact]
    public void Cancellation_and_the_limit_of_candidates_end_it()
    {
        var task = Made("input |> recolor(green)");
        Assert.Empty(Mended(task, ["input |> recolor(red)"], candidates: 0));
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var offers = Make.Offers(task, "input |> recolor(red)");
        Assert.ThrowsAny<OperationCanceledException>(() =>
            new RepairProposer().Propose(task, offers, new(TimeSpan.FromMinutes(5), 1, 0, long.MaxValue, 0), cancel.Token));
    }

    private static string First(string rule, params string[] tried) => $"{Mended(Made(rule), tried)[0].Program.Source}";

    private static List<Proposal> Mended(ArcTask task, string[] tried, int threads = 2, long candidates = 60_000)
    {
        var proposals = new List<Proposal>();
        var offers = Make.Offers(task, tried).For(candidate => proposals.Add(candidate.Proposal), default);
        new RepairProposer().Propose(task, offers, new(TimeSpan.FromMinutes(5), threads, 0, candidates, 0), default);
        return proposals;
    }

    private static ArcTask Made(string rule)
    {
        var program = CheckedProgram.Compile(rule);
        return Make.Task(Test, Inputs.Select(input => (input, $"{program.Execute(Make.Grid(input), Limits.Default).Output}")));
    }
}
