using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;
using ArcMini.Solving.Knowledge;
using Xunit;

namespace ArcMini.Tests.Search;

/// <summary>The search as a whole.</summary>
public sealed class SearcherTests
{
    private static readonly ProductionCosts Costs = new(Corpus.Programs.Values.Select(program => program.Source));
    /// <summary>A rule that the search does not find in the candidates that these tests grant.</summary>
    private const string Unfound = "input |> map_cells(p => if (row_of(p) * 7 + col_of(p) * 3) % 5 == 2 then maroon else cyan)";

    private static readonly string[] Inputs = ["1000/0220/0000/3003", "0440/0000/5000/5000", "0000/6600/0060/0007"];

    [Theory]
    [InlineData("input |> flip_x")]
    [InlineData("input |> objects |> largest")]
    [InlineData("input |> halves |> first |> either(input |> halves |> last) |> recolor(green) |> fill(black)")]
    public void Finds_a_program_that_does_the_same(string rule)
    {
        var (found, _) = Search(rule, 400_000);
        Assert.NotEmpty(found);
        var program = Checker.Check(found[0].Program);
        Assert.All(Inputs, input => Assert.Equal(Output(CheckedProgram.Compile(rule), input), Output(program, input)));
    }

    [Fact]
    public void Finds_outputs_that_are_stacks_of_parts_and_stops()
    {
        const string Rule = "input |> remove(input |> objects |> smallest) |> paint(input |> objects |> largest |> halo(maroon))";
        var (found, report) = Search(Rule, 400_000);
        Assert.Contains(found, stack => $"{stack.Program}".Contains("paint", StringComparison.Ordinal));
        Assert.InRange(report.Candidates, 1, 399_999);
    }

    [Fact]
    public void Learns_from_the_outputs_which_objects_take_which_colour()
    {
        const string Rule = "input |> paint(input |> objects |> map(o => o |> recolor(if size(o) > 1 then maroon else cyan)))";
        var (found, _) = Search(Rule, 400_000);
        var text = $"{found[0].Program}";
        Assert.Contains("filter(", text, StringComparison.Ordinal);
        Assert.Contains("recolor(maroon)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fold(")]
    [InlineData("map(")]
    [InlineData("max_by(")]
    [InlineData("input")]
    public void The_expression_of_a_term_gives_its_values(string within)
    {
        Grid[] inputs = [.. Inputs.Select(Make.Grid)];
        var terms = Enumerator.Terms(inputs, inputs, Costs, new SearchBounds(TimeSpan.FromMinutes(2), 30_000, 1_000_000_000), default);
        var written = terms.Where(term => term.Type == SearchType.Grid)
            .Where(term => Printer.Print(term.Expression).Contains(within, StringComparison.Ordinal))
            .Take(300)
            .ToList();
        Assert.NotEmpty(written);
        foreach (var term in written)
        {
            var program = Checker.Check(new ArcProgram([], term.Expression, []));
            Assert.Equal(term.Values.Select(value => value.Grid), inputs.Select(input => program.Execute(input, Limits.Default).Output));
        }
    }

    [Fact]
    public void Tries_last_steps_once_the_bank_is_full()
    {
        var (_, report) = Search(Unfound, 40_000, bytes: 2_000_000);
        Assert.Contains(report.Bands, band => band.Cost > report.Cost);
        Assert.True(report.Phases["last steps"] > 0);
    }

    [Fact]
    public void Walks_lists_in_step_so_that_a_function_of_an_item_may_name_other_values()
    {
        const string Rule = "input |> objects |> map(o => canvas(2, 2, o |> color)) |> join_x";
        var (found, _) = Search(Rule, 600_000);
        Assert.NotEmpty(found);
        var program = Checker.Check(found[0].Program);
        Assert.Contains("map(", Printer.Print(found[0].Program), StringComparison.Ordinal);
        Assert.All(Inputs, input => Assert.Equal(Output(CheckedProgram.Compile(Rule), input), Output(program, input)));
    }

    [Fact]
    public void Stops_at_the_limit_of_candidates()
    {
        var (_, report) = Search(Unfound, 20_000);
        Assert.InRange(report.Candidates, 20_000, 20_000 + Enumerator.CheckInterval);
    }

    [Fact]
    public void Stops_when_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var (_, report) = Search("input |> rot180", long.MaxValue, cancel: cancel.Token);
        Assert.InRange(report.Candidates, 0, Enumerator.CheckInterval);
    }

    [Fact]
    public void A_step_that_programs_take_often_costs_less_after_what_they_take_it_after()
    {
        string[] programs = ["input |> objects |> largest", "input |> objects |> largest |> crop", "input |> flip_x"];
        var costs = new ProductionCosts(programs.Select(Parser.Parse));
        var largest = Productions.All.First(production =>
            production.Primitive.Name == "largest" && production.Application == Application.Plain);
        Assert.True(costs.Step(ProductionCosts.RootOf("objects"), largest) < costs.Step(ProductionCosts.RootOf("rows"), largest));
    }

    [Fact]
    public void Functions_come_from_the_programs_and_those_that_depend_on_a_let_do_not()
    {
        string[] programs =
        [
            "let a = input |> objects\na |> filter(x => size(x) > 7) |> compose",
            "let a = input |> width\ninput |> objects |> filter(x => size(x) > a) |> compose",
        ];
        var costs = new ProductionCosts(programs.Select(Parser.Parse));
        Assert.Equal("o => size(o) > 7", Printer.Print(Assert.Single(costs.Functions).Expr));
    }

    private static (List<FoundExpression> Found, SearchReport Report) Search(
        string rule, long candidates, long bytes = 1_000_000_000, CancellationToken cancel = default)
    {
        var program = CheckedProgram.Compile(rule);
        var found = new List<FoundExpression>();
        var report = new Searcher(
            [.. Inputs.Select(input => (Make.Grid(input), Output(program, input)))],
            [Make.Grid("0800/8800/0000/0011")],
            Costs,
            new SearchBounds(TimeSpan.FromMinutes(2), candidates, bytes),
            [],
            Offer,
            cancel).Run();
        return (found, report);

        bool Offer(FoundExpression expression, string part)
        {
            found.Add(expression);
            return true;
        }
    }

    private static Grid Output(CheckedProgram program, string input) => program.Execute(Make.Grid(input), Limits.Default).Output!;
}
