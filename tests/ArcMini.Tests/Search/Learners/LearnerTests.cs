using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;
using ArcMini.Solving.Knowledge;
using Xunit;

namespace ArcMini.Tests.Search.Learners;

/// <summary>What the learners read off the outputs once the terms for it are there.</summary>
public sealed class LearnerTests
{
    private static readonly ProductionCosts Costs = new(Corpus.Programs.Values.Select(program => program.Source));
    private static readonly Expr Input = new Name("input", default);

    [Theory]
    [InlineData("222", "333", "input |> objects |> max_by(o => o |> size)")]
    [InlineData("1", "1", "input |> objects |> min_by(o => o |> size)")]
    [InlineData("11", "22", null)]
    public void A_property_selects_the_item_that_is_the_output(string first, string second, string? expected)
    {
        var task = Task(["1000000/0022200/1100000", "0333000/0000000/2200010", "4400000/0000555/0060000"], [first, second]);
        var told = RecordedFindings.Of(new ItemSelectionLearner(task), Terms(task)).Programs.ToList();
        if (expected is null)
            Assert.DoesNotContain(told, program => program.Contains("(o => o |> size)", StringComparison.Ordinal));
        else
            Assert.Contains(expected, told);
    }

    [Fact]
    public void No_item_is_selected_if_a_test_has_two_with_the_greatest_number()
    {
        var task = Task(["1000000/0022200/1100000", "0333000/0000000/2200010", "4400000/0000055/0060000"], ["222", "333"]);
        var told = RecordedFindings.Of(new ItemSelectionLearner(task), Terms(task)).Programs.ToList();
        Assert.NotEmpty(told);
        Assert.DoesNotContain("input |> objects |> max_by(o => o |> size)", told);
    }

    [Fact]
    public void Cells_with_the_same_colour_around_all_points_are_a_stamp()
    {
        var task = Task(
            ["00000/00200/00000/00000", "00000/00000/02000/00002", "20000/00000/00000/00000"],
            ["03030/00200/03030/00000", "00000/30300/02030/30302"]);
        var placed = RecordedFindings.Of(new StampLearner(task), Terms(task)).Placed.Select(piece => Printer.Print(piece.Expression));
        Assert.Contains("input |> points |> map(p => \"3.3/.../3.3\" |> move_to(plus(p, up_left)))", placed);
    }

    [Fact]
    public void A_colour_that_is_right_on_all_demonstrations_joins_the_term_that_waits_for_it()
    {
        var ink = new InkColorLearner(Task([], ["050/000", "006/006"]));
        var shape = new Term(SearchType.Grid, 10, [Make.Grid("020/000"), Make.Grid("001/001"), Make.Grid("330/000")], Input);
        Assert.Empty(RecordedFindings.Of(ink, shape, Color(5, 5, 5)).Solved);
        Assert.Equal(["input |> recolor(red)"], RecordedFindings.Of(ink, Color(5, 6, 7)).Programs);
    }

    [Fact]
    public void Outputs_of_one_colour_need_a_size_and_a_colour()
    {
        var ink = new InkColorLearner(Task([], ["55/55", "66/66"]));
        Assert.Empty(RecordedFindings.Of(ink, Color(5, 6, 7)).Solved);
        var two = new Term(SearchType.Int, 10, [2, 2, 2], new IntLiteral(2, default));
        Assert.Equal(["canvas(2, 2, red)"], RecordedFindings.Of(ink, two).Programs);
    }

    [Theory]
    [InlineData("1", "2", null)]
    [InlineData("1", "1", "input |> remap([blue], [cyan])")]
    public void Colours_are_mapped_if_a_change_is_seen_more_than_once(string first, string second, string? expected)
    {
        var map = new ColorMapLearner(Task([], ["8", first == second ? "8" : "7"]));
        var term = new Term(SearchType.Grid, 10, [Make.Grid(first), Make.Grid(second), Make.Grid(first)], Input);
        Assert.Equal(expected is null ? [] : [expected], RecordedFindings.Of(map, term).Programs);
    }

    [Theory]
    [InlineData("1111111111110/0000000000000/0000000000000/0000000000000/1111111110000", true)]
    [InlineData("1111111111100/0000000000000/0000000000000/0000000000000/1111111110000", false)]
    public void An_object_on_neither_side_of_a_bound_is_not_told_by_it(string test, bool isTold)
    {
        const string Between = "/0000000000000/0000000000000/0000000000000/";
        var task = Task(
            ["1111111111000" + Between + "1111111111110", "1111111110000" + Between + "1111111111111", test],
            ["1111111111000" + Between + "2222222222220", "1111111110000" + Between + "2222222222222"]);
        var told = RecordedFindings.Of(new RecolorLearner(task), Terms(task)).Programs;
        Assert.Equal(isTold, told.Contains("input |> paint(input |> objects |> filter(o => size(o) > 10) |> recolor(red))"));
    }

    [Fact]
    public void Items_take_the_colour_that_a_property_of_them_is()
    {
        var task = Task(
            ["11200/11100/00000/00344", "00000/55600/00000/00777/00778", "99100/99900/00000/00000"],
            ["22200/22200/00000/00333", "00000/66600/00000/00888/00888"]);
        var told = RecordedFindings.Of(new RecolorLearner(task), Terms(task)).Programs;
        Assert.Contains("input |> paint(input |> shapes |> map(o => o |> recolor(o |> rare_color)))", told);
    }

    [Fact]
    public void A_term_that_is_right_on_some_demonstrations_is_joined_with_one_that_is_right_on_the_others()
    {
        var cases = new ConditionalJoinLearner(Task([], ["1", "2", "3"]));
        var condition = new Term(SearchType.Bool, 10, [true, true, false, true], new Name("is_small", default));
        Assert.Empty(RecordedFindings.Of(cases, Named("a", "1", "2", "5", "1"), condition, Named("b", "4", "2", "5", "2")).Solved);
        Assert.Equal(["if is_small then a else c"], RecordedFindings.Of(cases, Named("c", "4", "2", "3", "3")).Programs);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void A_choice_stands_where_two_terms_differ_and_takes_three_demonstrations(int demonstrations, bool isTold)
    {
        var task = Task(
            [.. new[] { "100/000/000", "000/200/020", "010/000/001" }.Take(demonstrations), "300/300/000"],
            [.. new[] { "000/000/100", "220/000/000", "000/000/011" }.Take(demonstrations)]);
        var told = RecordedFindings.Of(new ConditionalJoinLearner(task), Terms(task)).Programs;
        Assert.Equal(isTold, told.Any(program => program.StartsWith("input |> gravity(if ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("filter(o => o |> has_color(red))")]
    [InlineData("all_max_by(o => size(o))")]
    public void A_property_tells_for_which_items_an_image_is_right(string choice)
    {
        var items = $"input |> objects |> {choice} |> map(o => o |> solid(cyan))";
        string[] inputs = ["10000/11000/00022/00002", "00020/00220/11000/00000", "02200/02000/00001/00011"];
        var task = Task(inputs, [.. inputs.Select(input => Output($"input |> paint({items})", input))]);
        Assert.Contains(RecordedFindings.Of(new ItemPieceLearner(task), Terms(task)).Placed, piece => Gives(piece, task.Inputs, items));
    }

    [Theory]
    [InlineData("input |> objects |> smallest |> move_to(input |> objects |> largest |> corner)")]
    [InlineData("input |> objects |> smallest |> move(right)")]
    [InlineData("input |> objects |> map(o => o |> move_to(o |> anchor(down_right)))")]
    [InlineData("input |> objects |> map(o => input |> objects |> largest |> move_to(o |> corner))")]
    public void A_grid_is_placed_where_the_outputs_have_it(string moved)
    {
        string[] inputs =
            ["000000/022000/022000/000000/000010", "300000/000000/000880/000880/000000", "000000/066000/066000/000000/000030"];
        var program = $"input |> remove(input |> objects) |> paint({moved})";
        var task = Task(inputs, [.. inputs.Take(2).Select(input => Output(program, input))]);
        var placed = RecordedFindings.Of(new PlacementLearner(task), Terms(task)).Placed;
        Assert.Contains(placed, piece => Gives(piece, task.Inputs[..2], moved));
    }

    [Theory]
    [InlineData("input |> objects |> sort_by(o => o |> size) |> map(o => canvas(1, 1, o |> color)) |> join_y")]
    [InlineData("input |> objects |> reverse |> map(o => canvas(2, 1, o |> color)) |> join_x")]
    [InlineData("input |> rows |> sort_by(o => o |> size) |> join_y")]
    public void The_items_of_a_list_are_arranged_in_the_order_of_a_property(string rule)
    {
        string[] inputs = ["1110/0002/0202/4000", "0033/5003/5000/0666", "7070/0700/0000/8880"];
        var task = Task(inputs, [.. inputs.Take(2).Select(input => Output(rule, input))]);
        var told = RecordedFindings.Of(new ArrangementLearner(task), Terms(task)).Programs;
        Assert.Contains(told, program => inputs.All(input => Output(program, input) == Output(rule, input)));
    }

    [Fact]
    public void Parts_in_several_rows_wait_for_the_number_in_a_row()
    {
        var list = new Term(SearchType.Colors, 10, [Colors(1, 2, 3, 4), Colors(5, 6, 7, 8, 9, 0), Colors(1)], new Name("cs", default));
        var arrangement = new ArrangementLearner(Task([], ["12/34", "567/890"]));
        var candidate = new CandidateTerm(Reverse, list, null, null, null, 20);
        var reversed = new Term(candidate, [Colors(4, 3, 2, 1), Colors(0, 9, 8, 7, 6, 5), Colors(1)]);
        Assert.Empty(RecordedFindings.Of(arrangement, reversed).Solved);
        var number = new Term(SearchType.Int, 10, [2, 3, 1], new Name("n", default));
        Assert.Equal(
            ["cs |> reverse |> reverse |> map(o => canvas(1, 1, o)) |> arrange(n)"], RecordedFindings.Of(arrangement, number).Programs);
    }

    [Fact]
    public void Parts_that_are_all_alike_are_no_arrangement()
    {
        var task = Task(["10/00", "00/20", "30/00"], ["11", "22"]);
        Assert.Empty(RecordedFindings.Of(new ArrangementLearner(task), Terms(task)).Solved);
    }

    [Theory]
    [InlineData("200/020/200", "200/000/000", "canvas(3, 3, black) |> paint(\"2../.2./2..\" |> pixels |> take(")]
    [InlineData("111/100/000", "110/000/000", "canvas(3, 3, black) |> paint(canvas(3, 3, black) |> solid(blue) |> pixels |> take(")]
    [InlineData("111/100/000", "000/001/111", null)]
    [InlineData("111/100/000", "111/100/000", null)]
    public void A_number_tells_how_many_cells_of_a_pattern_an_output_shows(string first, string second, string? expected)
    {
        var tally = new TallyLearner(Task([], [first, second]));
        var number = new Term(SearchType.Int, 10, [Ink(first), Ink(second), 2], new Name("n", default));
        var told = RecordedFindings.Of(tally, number).Programs.ToList();
        Assert.Equal(expected is not null, told.Count == 1);
        Assert.All(told, program => Assert.StartsWith(expected!, program, StringComparison.Ordinal));
    }

    [Fact]
    public void A_tally_whose_colour_changes_needs_a_colour_too()
    {
        var tally = new TallyLearner(Task([], ["2000", "3330"]));
        var number = new Term(SearchType.Int, 10, [1, 3, 2], new Name("n", default));
        Assert.Empty(RecordedFindings.Of(tally, number).Solved);
        Assert.Equal(
            ["canvas(1, 4, black) |> paint(canvas(1, 4, black) |> solid(blue) |> pixels |> take(n) |> recolor(red))"],
            RecordedFindings.Of(tally, Color(2, 3, 2)).Programs);
    }

    [Theory]
    [InlineData("y |> share_rows(x)", "2055/0000/3550", "4005/0000/8055", "6050/0000/7550")]
    [InlineData("y |> same_shape(x)", "2203/0003/0000/5050/5000", "8004/8044/0000/0500/5500", "7706/0006/0000/0055/0050")]
    public void Items_take_the_colours_of_the_items_to_which_they_have_a_relation(string relation, params string[] inputs)
    {
        var items = $"input |> keep(grey) |> objects |> map(x => x |> recolor(input |> objects |> find(y => {relation}) |> color))";
        var task = Task(inputs, [.. inputs.Take(2).Select(input => Output($"input |> paint({items})", input))]);
        Assert.Contains(RecordedFindings.Of(new LegendLearner(task), Terms(task)).Placed, piece => Gives(piece, task.Inputs[..2], items));
    }

    [Fact]
    public void The_background_of_items_is_no_part_of_a_legend()
    {
        string[] inputs =
        [
            "05500/05550/00000/22000/00000/00333", "55500/00055/00000/44400/00000/66000", "00550/55500/00000/00077/00000/88800",
        ];
        var rows = "input |> top_half |> rows |> filter(o => size(o) > 0)";
        var legend = "input |> bottom_half |> objects";
        var items = $"{rows} |> map(x => x |> ink |> recolor({legend} |> find(y => size(y) == size(x)) |> color))";
        var task = Task(inputs, [.. inputs.Take(2).Select(input => Output($"input |> paint({items})", input))]);
        Term[] terms = [List(rows, task), List(legend, task)];
        Assert.Contains(RecordedFindings.Of(new LegendLearner(task), terms).Placed, piece => Gives(piece, task.Inputs[..2], items));
    }

    [Theory]
    [InlineData("o", "p")]
    [InlineData("x", "y")]
    public void The_functions_inside_of_a_legend_keep_parameters_of_their_own(string outer, string inner)
    {
        string[] inputs = ["2055/0000/3550", "4005/0000/8055", "6050/0000/7550"];
        var items = "input |> keep(grey) |> objects |> map(x => x |> recolor(input |> objects |> find(y => y |> share_rows(x)) |> color))";
        var task = Task(inputs, [.. inputs.Take(2).Select(input => Output($"input |> paint({items})", input))]);
        var legend = $"input |> objects |> map({outer} => input |> objects |> find({inner} => {inner} == {outer}))";
        Term[] terms = [List("input |> keep(grey) |> objects", task), List(legend, task)];
        Assert.Contains(RecordedFindings.Of(new LegendLearner(task), terms).Placed, piece => Gives(piece, task.Inputs[..2], items));
    }

    [Theory]
    [InlineData("(bottom(input) - bottom(o), 0)")]
    [InlineData("(0, size(o))")]
    [InlineData("(count(input |> objects), 0 - leftmost(o))")]
    public void The_steps_of_items_are_explained_by_numbers_and_by_properties_of_the_items(string steps)
    {
        string[] inputs =
        [
            "1022000/0000300/0000000/0000000/0000000/0000000", "0000000/4400050/4400000/0000000/0000000/0000000",
            "0660000/0660700/0000000/0000000/0000000/0000000",
        ];
        var moved = $"input |> objects |> map(o => o |> move({steps}))";
        var task = Task(inputs, [.. inputs.Take(2).Select(input => Output($"input |> paint_alone({moved})", input))]);
        var tried = RecordedFindings.Of(new ItemStepLearner(task), Terms(task)).Tried;
        var wanted = Parser.Parse(moved);
        Assert.Contains(tried, step => task.Inputs.All(input => Placed(input, Program(step)).SequenceEqual(Placed(input, wanted))));
    }

    [Fact]
    public void Items_that_stay_have_no_steps()
    {
        var task = Task(["100/000", "000/020", "003/000"], ["100/005", "500/020"]);
        Assert.Empty(RecordedFindings.Of(new ItemStepLearner(task), Terms(task)).Tried);
    }

    private static ArcProgram Program(CandidateTerm candidate) => new([], new Term(candidate, []).Expression, []);

    /// <summary>Whether the grids of a piece are those of an expression, and its own expression gives them too.</summary>
    private static bool Gives(PlacedPiece piece, Grid[] inputs, string wanted) => piece.Grids.Zip(inputs).All(pair =>
        pair.First.SequenceEqual(Placed(pair.Second, Parser.Parse(wanted)))
        && pair.First.SequenceEqual(Placed(pair.Second, new([], piece.Expression, []))));

    private static IEnumerable<(Grid Grid, Point At)> Placed(Grid input, ArcProgram program)
    {
        var compiled = Checker.CheckAny(program);
        var result = compiled.Execute(input, Limits.Default).Result;
        Grid[] grids = compiled.Result.Type == DslType.Grids ? [.. result.List.Span.ToArray().Select(item => item.Grid)] : [result.Grid];
        return grids.Select(grid => (grid, new Point(grid.Row, grid.Col)));
    }

    private static string Output(string program, string input) =>
        $"{CheckedProgram.Compile(program).Execute(Make.Grid(input), Limits.Default).Output}";

    private static LearnerTask Task(string[] inputs, string[] outputs) =>
        new([.. inputs.Select(Make.Grid)], [.. outputs.Select(Make.Grid)], Costs, []);

    private static List<Term> Terms(LearnerTask task) =>
        Enumerator.Terms(task.Inputs, task.Outputs, Costs, new SearchBounds(TimeSpan.FromMinutes(2), 60_000, 1_000_000_000), default);

    private static Term Named(string name, params string[] values) =>
        new(SearchType.Grid, 10, [.. values.Select(value => (Value)Make.Grid(value))], new Name(name, default));

    private static Term List(string program, LearnerTask task)
    {
        var source = Parser.Parse(program);
        return new(SearchType.Grids, 10, [.. task.Inputs.Select(Result)], source.Result);

        Value Result(Grid input) => Checker.CheckAny(source).Execute(input, Limits.Default).Result;
    }

    private static Production Reverse => Productions.All.First(row => row.Primitive.Name == "reverse" && row.Result == SearchType.Colors);

    private static Value Colors(params byte[] colors) =>
        Checker.CheckAny(new([], new ListLiteral([.. colors.Select(color => (Expr)new ColorLiteral(color, default))], default), []))
            .Execute(Make.Grid("0"), Limits.Default).Result;

    private static int Ink(string output) => Make.Grid(output).Cells.ToArray().Count(cell => cell > 0);

    private static Term Color(params byte[] colors) =>
        new(SearchType.Color, 10, [.. colors.Select(color => (Value)color)], new ColorLiteral(2, default));
}
