using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Stacking;
using ArcMini.Search.Terms;
using ArcMini.Tests.Search.Learners;
using Xunit;

namespace ArcMini.Tests.Search.Stacking;

/// <summary>Stacks that are built from the top down.</summary>
public class StackerTests
{
    private const long Evaluations = 1_000_000;
    private const long MaxBytes = 1_000_000;

    private static readonly ProductionCosts Even = new([Parser.Parse("input")]);
    private static readonly string[] Inputs = ["100/020/003", "010/200/003", "001/020/300"];

    [Fact]
    public void A_layer_may_be_wrong_beneath_another()
    {
        const string Rule = "input |> flip_x |> recolor(green) |> paint(input |> ink)";
        var best = Stacked(Rule, demonstrations: 2, "input", "input |> flip_x |> recolor(green)").Best.First();
        Assert.Equal(2, best.PairsRight);
        AssertGives(best, Rule);
    }

    [Fact]
    public void The_background_of_a_term_can_be_a_layer()
    {
        const string Rule = "input |> recolor(red) |> paint(input |> transpose |> unmask(input |> transpose))";
        var best = Stacked(Rule, demonstrations: 3, "input |> recolor(red)", "input |> transpose").Best.First();
        Assert.Equal(3, best.PairsRight);
        AssertGives(best, Rule);
    }

    [Fact]
    public void Ink_may_take_a_colour_that_all_outputs_have()
    {
        const string Rule = "input |> flip_x |> paint(input |> ink |> recolor(cyan))";
        var best = Stacked(Rule, demonstrations: 2, "input |> flip_x", "input").Best.First();
        Assert.Equal(2, best.PairsRight);
        AssertGives(best, Rule);
    }

    [Fact]
    public void The_background_of_an_item_does_not_hide_the_ink_of_those_before_it()
    {
        const string Rule = "input |> recolor(red) |> paint(input |> orientations |> take(2) |> ink)";
        var best = Stacked(Rule, demonstrations: 2, "input |> recolor(red)", "input |> orientations |> take(2)").Best.First();
        Assert.Equal(2, best.PairsRight);
        AssertGives(best, Rule);
    }

    [Fact]
    public void A_stack_that_is_right_on_some_demonstrations_is_kept_with_their_number()
    {
        Grid[] outputs = [Make.Grid(Inputs[0]), Make.Grid("777/777/777")];
        var stacker = Stacked(outputs, "input");
        Assert.Equal(1, Assert.Single(stacker.Best).PairsRight);
    }

    [Fact]
    public void Layers_that_nothing_needs_are_left_out()
    {
        Grid[] outputs = [Make.Grid("444/444/444"), Make.Grid("555/555/555")];
        var task = new LearnerTask([.. Inputs.Select(Make.Grid)], outputs, Even, []);
        var stacker = new Stacker(task, MaxBytes);
        RecordedFindings.Of(
            stacker,
            Drawn("spare", 10, "444/44./...", ".../.../...", ".../.../..."),
            Drawn("top", 10, ".../..4/444", "555/55./...", "555/55./..."),
            Drawn("rest", 12, "444/44./...", ".../..5/555", ".../..5/555"));
        stacker.Stack(Evaluations);
        var whole = stacker.Best.Where(stack => stack.PairsRight == 2).Select(stack => Printer.Print(stack.Found.Expression)).ToList();
        Assert.NotEmpty(whole);
        Assert.All(whole, program => Assert.DoesNotContain("spare", program));
    }

    [Fact]
    public void More_may_be_right_without_a_layer_that_nothing_needs()
    {
        Grid[] outputs = [Make.Grid("444/444/444"), Make.Grid("555/555/555")];
        var task = new LearnerTask([.. Inputs.Select(Make.Grid)], outputs, Even, []);
        var stacker = new Stacker(task, MaxBytes);
        RecordedFindings.Of(
            stacker,
            Drawn("spare", 5, "444/444/444", "666/666/666", ".../.../..."),
            Drawn("rule", 10, "444/444/444", "555/555/555", "111/111/111"));
        stacker.Stack(Evaluations);
        var rule = stacker.Best.Single(stack => Printer.Print(stack.Found.Expression) == "rule");
        Assert.Equal(2, rule.PairsRight);
    }

    [Fact]
    public void A_piece_of_a_learner_is_a_layer()
    {
        Grid[] outputs = [Make.Grid("170/020/003"), Make.Grid("017/200/003")];
        var task = new LearnerTask([.. Inputs.Select(Make.Grid)], outputs, Even, []);
        var stacker = new Stacker(task, MaxBytes);
        RecordedFindings.Of(stacker, Term("input"));
        stacker.Add(new(new Name("p", default), 10, [[(Make.Grid("7"), new(0, 1))], [(Make.Grid("7"), new(0, 2))]]));
        stacker.Stack(Evaluations);
        Assert.Equal(("input |> paint(p)", 2), (Printer.Print(stacker.Best.First().Found.Expression), stacker.Best.First().PairsRight));
    }

    [Theory]
    [InlineData("1.0/030/003", true)]
    [InlineData("100/000/000", true)]
    [InlineData("100/000/004", false)]
    public void A_value_whose_ink_is_right_may_be_a_layer(string value, bool expected)
    {
        var task = new LearnerTask([.. Inputs.Select(Make.Grid)], [Make.Grid("100/030/003"), Make.Grid("000/000/000")], Even, []);
        var stacker = new Stacker(task, MaxBytes);
        Assert.Equal(expected, stacker.IsLayer(0, SearchType.Grid, Make.Grid(value)));
    }

    [Fact]
    public void A_number_can_tell_the_size()
    {
        Grid[] outputs = [Make.Grid("33"), Make.Grid("3333"), Make.Grid("333333")];
        Grid[] inputs = [Make.Grid("10/00"), Make.Grid("11/00"), Make.Grid("11/10"), Make.Grid("1111/0000")];
        var stacker = new Stacker(new LearnerTask(inputs, outputs, Even, []), MaxBytes);
        var number = new Term(SearchType.Int, 10, [1, 2, 3, 4], new Name("n", default));
        var green = new Term(SearchType.Grid, 10, [.. inputs.Select(_ => (Value)Make.Grid("33333333"))], new Name("g", default));
        RecordedFindings.Of(stacker, green, number);
        stacker.Stack(Evaluations);
        Assert.Equal("canvas(1, n * 2, black) |> paint(g)", Printer.Print(stacker.Best.First().Found.Expression));
    }

    [Fact]
    public void Nothing_is_kept_if_a_cell_of_a_test_stays_open()
    {
        Grid[] outputs = [Make.Grid("111/111/111"), Make.Grid("222/222/222")];
        string[] values = ["111/111/111", "222/222/222", ".33/333/333"];
        var task = new LearnerTask([.. Inputs.Select(Make.Grid)], outputs, Even, []);
        var stacker = new Stacker(task, MaxBytes);
        var term = new Term(SearchType.Grid, 10, [.. values.Select(value => (Value)Make.Grid(value))], new Name("a", default));
        RecordedFindings.Of(stacker, term);
        stacker.Stack(Evaluations);
        Assert.Empty(stacker.Best);
    }

    [Fact]
    public void Work_is_bounded_by_the_evaluations()
    {
        var task = new LearnerTask([.. Inputs.Select(Make.Grid)], [.. Inputs.Take(2).Select(Make.Grid)], Even, []);
        var stacker = new Stacker(task, MaxBytes);
        RecordedFindings.Of(stacker, Term("input"));
        stacker.Stack(evaluations: 0);
        Assert.Empty(stacker.Best);
        stacker.Stack(Evaluations);
        Assert.NotEmpty(stacker.Best);
    }

    [Fact]
    public void Layers_keep_within_their_memory()
    {
        var task = new LearnerTask([.. Inputs.Select(Make.Grid)], [.. Inputs.Take(2).Select(Make.Grid)], Even, []);
        var stacker = new Stacker(task, maxBytes: 100);
        RecordedFindings.Of(stacker, Term("input"));
        stacker.Stack(Evaluations);
        Assert.Empty(stacker.Best);
    }

    [Theory]
    [InlineData("12/34", "1122/1122/3344/3344", 6, 6)]
    [InlineData("12/34", "000/120/340", 4, 4)]
    public void The_sizes_of_the_tests_follow_those_of_the_demonstrations(string input, string output, int rows, int cols)
    {
        Grid[] inputs = [Make.Grid(input), Make.Grid("1"), Make.Grid("123/456/789")];
        Grid[] outputs = [Make.Grid(output), rows == 6 ? Make.Grid("11/11") : Make.Grid("00/10")];
        Assert.Equal((rows, cols), Frame.OfSizes(inputs, outputs)!.Sizes[^1]);
    }

    private static Stacker Stacked(string rule, int demonstrations, params string[] terms) =>
        Stacked([.. Inputs.Take(demonstrations).Select(input => Output(rule, input))], terms);

    private static Stacker Stacked(Grid[] outputs, params string[] terms)
    {
        Grid[] inputs = [.. Inputs.Take(outputs.Length).Append(Inputs[^1]).Select(Make.Grid)];
        var stacker = new Stacker(new LearnerTask(inputs, outputs, Even, []), MaxBytes);
        RecordedFindings.Of(stacker, terms.Select(term => Term(term, inputs)));
        stacker.Stack(Evaluations);
        return stacker;
    }

    private static Term Drawn(string name, int cost, params string[] grids) =>
        new(SearchType.Grid, cost, [.. grids.Select(grid => (Value)Make.Grid(grid))], new Name(name, default));

    private static Term Term(string program) => Term(program, [.. Inputs.Select(Make.Grid)]);

    private static Term Term(string program, Grid[] inputs)
    {
        var compiled = CheckedProgram.CompileAny(program);
        return new(
            compiled.Result.Type == DslType.Grids ? SearchType.Grids : SearchType.Grid,
            10,
            [.. inputs.Select(input => compiled.Execute(input, Limits.Default).Result)],
            compiled.Source.Result);
    }

    private static void AssertGives(Stack stack, string rule)
    {
        var program = Checker.Check(stack.Found.Program);
        Assert.All(Inputs, input => Assert.Equal(Output(rule, input), program.Execute(Make.Grid(input), Limits.Default).Output));
    }

    private static Grid Output(string rule, string input) =>
        CheckedProgram.Compile(rule).Execute(Make.Grid(input), Limits.Default).Output!;
}
