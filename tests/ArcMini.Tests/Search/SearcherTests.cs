using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Solving.Knowledge;
using Xunit;

namespace ArcMini.Tests.Search;

public sealed class SearcherTests
{
    private static readonly ProductionCosts Corpora = new(Corpus.Programs.Values.Select(program => program.Source));
    private static readonly string[] Inputs = ["1000/0220/0000/3003", "0440/0000/5000/5000", "0000/6600/0060/0007"];

    [Theory]
    [InlineData("input |> flip_x")]
    [InlineData("input |> objects |> largest")]
    [InlineData("input |> halves |> first |> either(input |> halves |> last) |> recolor(green) |> fill(black)")]
    public void Finds_a_program_that_does_the_same(string rule)
    {
        var (found, _) = Search(rule, 400_000, threads: 2);
        var first = Assert.IsType<Discovery>(found.FirstOrDefault());
        var program = Checker.Check(first.Program);
        Assert.All(Inputs, input => Assert.Equal(Output(CheckedProgram.Compile(rule), input), Output(program, input)));
    }

    [Fact]
    public void Finds_outputs_that_are_stacks_of_parts_and_stops()
    {
        var (found, report) = Search("input |> remove(input |> objects |> smallest) |> paint(input |> objects |> largest |> halo(maroon))", 400_000, threads: 2);
        Assert.Contains(found, discovery => $"{discovery.Program}".Contains("paint", StringComparison.Ordinal));
        Assert.InRange(report.Candidates, 1, 399_999);
    }

    [Fact]
    public void Learns_from_the_outputs_which_objects_take_which_colour()
    {
        var (found, _) = Search("input |> paint(input |> objects |> map(o => o |> recolor(if size(o) > 1 then maroon else cyan)))", 400_000, threads: 1);
        var text = $"{found[0].Program}";
        Assert.Contains("filter(", text, StringComparison.Ordinal);
        Assert.Contains("recolor(maroon)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fold(")]
    [InlineData("map(")]
    [InlineData("max_by(")]
    [InlineData("input")]
    public void What_an_entry_writes_makes_its_values(string within)
    {
        Grid[] inputs = [.. Inputs.Select(Read)];
        var entries = Enumerator.Terms(inputs, inputs, Corpora, new SearchBounds(TimeSpan.FromMinutes(2), 30_000, 1_000_000_000, 1), default);
        var written = entries.Where(entry => entry.Type == SearchType.Grid && Printer.Print(entry.Expression).Contains(within, StringComparison.Ordinal)).Take(300).ToList();
        Assert.NotEmpty(written);
        foreach (var entry in written)
        {
            var program = Checker.Check(new ArcProgram([], entry.Expression, []));
            Assert.Equal(entry.Values.Select(value => value.Grid), inputs.Select(input => program.Execute(input, Limits.Default).Output));
        }
    }

    [Fact]
    public void Tries_last_steps_once_the_bank_is_full()
    {
        var (_, report) = Search("input |> map_cells(p => if (row_of(p) * 7 + col_of(p) * 3) % 5 == 2 then maroon else cyan)", 40_000, threads: 1, bytes: 2_000_000);
        Assert.Contains(report.Bands, band => band.Cost > report.Cost);
        Assert.True(report.Phases["last steps"] > 0);
    }

    [Fact]
    public void Walks_lists_in_step_so_that_a_function_of_an_item_may_name_other_values()
    {
        const string Rule = "input |> objects |> map(o => canvas(2, 2, o |> color)) |> join_x";
        var first = Assert.IsType<Discovery>(Search(Rule, 600_000, threads: 2).Found.FirstOrDefault());
        Assert.Contains("map(", Printer.Print(first.Program), StringComparison.Ordinal);
        Assert.All(Inputs, input => Assert.Equal(Output(CheckedProgram.Compile(Rule), input), Output(Checker.Check(first.Program), input)));
    }

    [Fact]
    public void Finds_the_same_in_the_same_order_for_any_number_of_threads()
    {
        var one = Search("input |> objects |> largest |> crop |> flip_y", 60_000, threads: 1);
        var three = Search("input |> objects |> largest |> crop |> flip_y", 60_000, threads: 3);
        Assert.NotEmpty(one.Found);
        Assert.Equal(one.Found.Select(discovery => (Printer.Print(discovery.Program), discovery.Cost)), three.Found.Select(discovery => (Printer.Print(discovery.Program), discovery.Cost)));
        Assert.Equal(one.Report.Candidates, three.Report.Candidates);
        Assert.Equal(one.Report.Kept, three.Report.Kept);
    }

    [Fact]
    public void Stops_at_the_limit_of_candidates()
    {
        var (_, report) = Search("input |> map_cells(p => if (row_of(p) * 7 + col_of(p) * 3) % 5 == 2 then maroon else cyan)", 20_000, threads: 1);
        Assert.InRange(report.Candidates, 1, 20_000 + 8_192);
    }

    [Fact]
    public void Stops_when_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var program = CheckedProgram.Compile("input |> rot180");
        var report = Searcher(program).Search(new SearchBounds(TimeSpan.FromMinutes(5), long.MaxValue, 1_000_000_000, 1), _ => true, cancel.Token);
        Assert.InRange(report.Candidates, 0, 8_192);
    }

    [Fact]
    public void A_step_that_programs_take_often_costs_less_after_what_they_take_it_after()
    {
        var weights = new ProductionCosts([Parser.Parse("input |> objects |> largest"), Parser.Parse("input |> objects |> largest |> crop"), Parser.Parse("input |> flip_x")]);
        var largest = Productions.All.First(move => move.Primitive.Name == "largest" && move.Application == Application.Plain);
        Assert.True(weights.Step(ProductionCosts.RootOf("objects"), largest) < weights.Step(ProductionCosts.RootOf("rows"), largest));
    }

    [Fact]
    public void Functions_come_from_the_programs_and_those_that_depend_on_a_let_do_not()
    {
        var weights = new ProductionCosts([Parser.Parse("let a = input |> objects\na |> filter(x => size(x) > 7) |> compose"), Parser.Parse("let a = input |> width\ninput |> objects |> filter(x => size(x) > a) |> compose")]);
        Assert.Equal("o => size(o) > 7", Printer.Print(Assert.Single(weights.Functions).Expr));
    }

    private static (List<Discovery> Found, SearchReport Report) Search(string rule, long candidates, int threads, long bytes = 1_000_000_000)
    {
        var found = new List<Discovery>();
        var report = Searcher(CheckedProgram.Compile(rule)).Search(new SearchBounds(TimeSpan.FromMinutes(2), candidates, bytes, threads), discovery =>
        {
            found.Add(discovery);
            return true;
        }, default);
        return (found, report);
    }

    private static Searcher Searcher(CheckedProgram rule) => new(
        [.. Inputs.Select(input => (Read(input), Output(rule, input)))], [Read("0800/8800/0000/0011")], Corpora);

    private static Grid Output(CheckedProgram program, string input) => program.Execute(Read(input), Limits.Default).Output!;

    private static Grid Read(string text) => GridText.TryRead(text, out var grid) ? grid : throw new FormatException(text);
}
