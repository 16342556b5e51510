using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Values;
using ArcMini.Search;
using ArcMini.Search.Enumeration;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposers;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Solving;

/// <summary>The chains of searches in the views of a task.</summary>
public class SearchProposerTests
{
    private const long Enough = 40_000;

    private static readonly string[] Inputs = ["1000/0220/0000/3003", "0440/0000/5000/5000", "0000/6600/0060/0007"];

    [Theory]
    [InlineData("input |> rot180")]
    [InlineData("input |> map_cells(p => if (row_of(p) * 7 + col_of(p) * 3) % 5 == 2 then maroon else cyan)")]
    public void Offers_the_same_in_the_same_order_for_any_number_of_threads(string rule)
    {
        var (one, ofOne) = Search(rule, threads: 1);
        var (two, ofTwo) = Search(rule, threads: 2);
        Assert.NotEmpty(one);
        Assert.Equal(one.Select(Text), two.Select(Text));
        Assert.Equal((ofOne.Candidates, ofOne.Evaluations, ofOne.Kept), (ofTwo.Candidates, ofTwo.Evaluations, ofTwo.Kept));

        static string Text(Candidate candidate) => $"{candidate.LogProbability} {candidate.Proposal.Program.Source}";
    }

    [Fact]
    public void Ends_soon_after_a_sure_program()
    {
        var (found, report) = Search("input |> rot180", threads: 2);
        Assert.Contains(found, candidate => candidate.IsSure);
        Assert.InRange(report.Candidates, 1, Enough * 7 / 10);
    }

    [Fact]
    public void Goes_on_after_a_program_that_is_trusted_but_not_sure()
    {
        var (found, report) = Search("input |> take_top(2) |> take_left(2)", threads: 2);
        Assert.Contains(found, candidate => candidate.IsTrusted);
        Assert.DoesNotContain(found, candidate => candidate.IsSure);
        Assert.InRange(report.Candidates, Enough * 95 / 100, Enough * 105 / 100);
    }

    [Fact]
    public void Searches_other_views_until_the_candidates_are_spent()
    {
        var (found, report) = Search(
            "input |> map_cells(p => if (row_of(p) * 7 + col_of(p) * 3) % 5 == 2 then maroon else cyan)", threads: 2);
        Assert.DoesNotContain(found, candidate => candidate.IsTrusted);
        Assert.InRange(report.Candidates, Enough * 95 / 100, Enough * 105 / 100);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_sure_program_ends_all_searches_long_before_the_time_is_up(int threads)
    {
        var task = Made("input |> rot180");
        var offers = new Offers(task);
        var budget = new SolveBudget(TimeSpan.FromMinutes(5), threads, 0, long.MaxValue, 0);
        new SearchProposer([], 1).Propose(task, offers, budget, default);
        Assert.Contains(offers.Candidates, candidate => candidate.IsSure);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Stops_when_cancelled(int threads)
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var task = Made("input |> rot180");
        var budget = new SolveBudget(TimeSpan.FromMinutes(5), threads, 0, long.MaxValue, 0);
        var details = new SearchProposer([], 1).Propose(task, new(task), budget, cancel.Token);
        Assert.InRange(details.Search!.Candidates, 0, 4 * Enumerator.CheckInterval);
    }

    private static (List<Candidate> Found, SearchReport Report) Search(string rule, int threads)
    {
        var task = Made(rule);
        var offers = new Offers(task);
        var details = new SearchProposer([], 1).Propose(task, offers, new(TimeSpan.FromMinutes(5), threads, 0, Enough, 0), default);
        return ([.. offers.Candidates], details.Search!);
    }

    private static ArcTask Made(string rule)
    {
        var program = CheckedProgram.Compile(rule);
        return Make.Task("0800/8800/0000/0011", Inputs.Select(input => (input, $"{Output(input)}")));

        Grid? Output(string input) => program.Execute(Make.Grid(input), Limits.Default).Output;
    }
}
