using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Learners;
using ArcMini.Search.Stacking;
using ArcMini.Search.Terms;
using ArcMini.Solving.Knowledge;
using Xunit;

namespace ArcMini.Tests.Search.Learners;

/// <summary>What is read off the outputs once the values for it are there: which item, which colour, what is drawn around points.</summary>
public sealed class LearnerTests
{
    private static readonly ProductionCosts Corpora = new(Corpus.Programs.Values.Select(program => program.Source));
    private static readonly Expr Input = new Name("input", default);

    [Theory]
    [InlineData("222", "333", "input |> objects |> max_by(o => o |> area)")]
    [InlineData("1", "1", "input |> objects |> min_by(o => o |> area)")]
    [InlineData("11", "22", null)]
    public void The_item_that_is_the_output_is_told_by_a_property(string first, string second, string? expected)
    {
        Grid[] inputs = [Read("1000000/0022200/1100000"), Read("0333000/0000000/2200010"), Read("4400000/0000555/0060000")];
        Grid[] outputs = [Read(first), Read(second)];
        var selection = new ItemSelectionLearner(outputs, Corpora);
        var told = Entries(inputs, outputs).SelectMany(selection.Of).Select(program => Printer.Print(program.Expression)).ToList();
        if (expected is null)
            Assert.DoesNotContain(told, program => program.Contains("(o => o |> area)", StringComparison.Ordinal));
        else
            Assert.Contains(expected, told);
    }

    [Fact]
    public void No_item_is_chosen_where_a_test_has_two_with_the_greatest_number()
    {
        Grid[] inputs = [Read("1000000/0022200/1100000"), Read("0333000/0000000/2200010"), Read("4400000/0000055/0060000")];
        Grid[] outputs = [Read("222"), Read("333")];
        var selection = new ItemSelectionLearner(outputs, Corpora);
        Assert.DoesNotContain("input |> objects |> max_by(o => o |> area)", Entries(inputs, outputs).SelectMany(selection.Of).Select(program => Printer.Print(program.Expression)));
    }

    [Fact]
    public void What_has_the_same_colour_around_all_points_is_drawn_there()
    {
        Grid[] inputs = [Read("00000/00200/00000/00000"), Read("00000/00000/02000/00002"), Read("20000/00000/00000/00000")];
        Grid[] outputs = [Read("03030/00200/03030/00000"), Read("00000/30300/02030/30302")];
        var stamps = new StampLearner(inputs, outputs);
        var drawn = Entries(inputs, outputs).Where(entry => entry.Type == SearchType.Points).Select(stamps.Of).OfType<Stamp>().Select(stamp => Printer.Print(stamp.Expression));
        Assert.Contains("input |> points |> map(p => \"3.3/.../3.3\" |> move_to(plus(p, up_left)))", drawn);
    }

    [Fact]
    public void A_colour_that_is_right_on_all_demonstrations_joins_the_value_that_waits_for_it()
    {
        var ink = new InkColorLearner([Read("050/000"), Read("006/006")], Corpora);
        var shape = new Term(SearchType.Grid, 10, [Read("020/000"), Read("001/001"), Read("330/000")], Input);
        Assert.Empty(ink.Of(shape));
        Assert.Empty(ink.Of(Color(5, 5, 5)));
        Assert.Equal("input |> recolor(red)", Printer.Print(Assert.Single(ink.Of(Color(5, 6, 7))).Expression));
    }

    [Fact]
    public void Outputs_of_one_colour_need_a_size_and_a_colour()
    {
        var ink = new InkColorLearner([Read("55/55"), Read("66/66")], Corpora);
        Assert.Empty(ink.Of(Color(5, 6, 7)));
        Assert.Equal("canvas(2, 2, red)", Printer.Print(Assert.Single(ink.Of(new Term(SearchType.Int, 10, [2, 2, 2], new IntLiteral(2, default)))).Expression));
    }

    [Theory]
    [InlineData("1", "2", null)]
    [InlineData("1", "1", "input |> remap([blue], [cyan])")]
    public void Colours_are_mapped_where_a_change_is_seen_more_than_once(string first, string second, string? expected)
    {
        var map = new ColorMapLearner([Read("8"), Read(first == second ? "8" : "7")]).Of(new Term(SearchType.Grid, 10, [Read(first), Read(second), Read(first)], Input));
        Assert.Equal(expected, map is { } found ? Printer.Print(found.Expression) : null);
    }

    [Theory]
    [InlineData("1111100/0000011", true)]
    [InlineData("1110000/0000011", false)]
    public void An_object_on_neither_side_of_a_bound_is_not_told_by_it(string test, bool isTold)
    {
        Grid[] inputs = [Read("1011111/0000000"), Read("0000011/1111000/1100000"), Read(test)];
        Grid[] outputs = [Read("1022222/0000000"), Read("0000011/2222000/2200000")];
        var rules = new RecolorLearner(inputs, outputs);
        var told = Entries(inputs, outputs).Select(rules.Of).Where(rule => rule is not null).Select(rule => Printer.Print(rule!.Value.Expression));
        Assert.Equal(isTold, told.Contains("input |> paint(input |> objects |> filter(o => size(o) > 2) |> recolor(red))"));
    }

    [Fact]
    public void Items_take_the_colour_that_a_property_of_them_is()
    {
        Grid[] inputs = [Read("11200/11100/00000/00344"), Read("00000/55600/00000/00777/00778"), Read("99100/99900/00000/00000")];
        Grid[] outputs = [Read("22200/22200/00000/00333"), Read("00000/66600/00000/00888/00888")];
        var rules = new RecolorLearner(inputs, outputs);
        var told = Entries(inputs, outputs).Select(rules.Of).OfType<(Expr Expression, int Cost)>().Select(rule => Printer.Print(rule.Expression));
        Assert.Contains("input |> paint(input |> shapes |> map(o => o |> recolor(o |> rare_color)))", told);
    }

    [Fact]
    public void What_is_right_on_some_demonstrations_is_joined_with_what_is_right_on_the_others()
    {
        var cases = new ConditionalJoinLearner([Read("1"), Read("2"), Read("3")]);
        Assert.Empty(cases.Of(Grid("a", "1", "2", "5", "1")));
        Assert.Empty(cases.Of(new Term(SearchType.Bool, 10, [true, true, false, true], new Name("is_small", default))));
        Assert.Empty(cases.Of(Grid("b", "4", "2", "5", "2")));
        Assert.Equal("if is_small then a else c", Printer.Print(Assert.Single(cases.Of(Grid("c", "4", "2", "3", "3"))).Expression));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void A_choice_stands_where_two_values_differ_and_takes_three_demonstrations(int demonstrations, bool isTold)
    {
        Grid[] inputs = [.. new[] { "100/000/000", "000/200/020", "010/000/001" }.Take(demonstrations).Append("300/300/000").Select(Read)];
        Grid[] outputs = [.. new[] { "000/000/100", "220/000/000", "000/000/011" }.Take(demonstrations).Select(Read)];
        var cases = new ConditionalJoinLearner(outputs);
        var told = Entries(inputs, outputs).SelectMany(cases.Of).Select(program => Printer.Print(program.Expression));
        Assert.Equal(isTold, told.Any(program => program.StartsWith("input |> gravity(if ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("filter(o => o |> has_color(red))")]
    [InlineData("all_max_by(o => size(o))")]
    public void A_property_tells_for_which_items_what_is_made_of_them_is_right(string choice)
    {
        var items = $"input |> objects |> {choice} |> map(o => o |> solid(cyan))";
        Grid[] inputs = [Read("10000/11000/00022/00002"), Read("00020/00220/11000/00000"), Read("02200/02000/00001/00011")];
        Grid[] outputs = [.. inputs.Select(input => CheckedProgram.Compile($"input |> paint({items})").Execute(input, Limits.Default).Output!)];
        var pieces = new ItemPieceLearner(inputs, outputs, Corpora);
        Assert.Contains(Entries(inputs, outputs).SelectMany(pieces.Of), drawing => Draws(drawing, inputs, items));
    }

    [Theory]
    [InlineData("input |> objects |> smallest |> move_to(input |> objects |> largest |> corner)")]
    [InlineData("input |> objects |> smallest |> move(right)")]
    [InlineData("input |> objects |> map(o => o |> move_to(o |> anchor(down_right)))")]
    public void A_grid_is_drawn_where_the_outputs_have_it(string moved)
    {
        Grid[] inputs = [Read("000000/022000/022000/000000/000010"), Read("300000/000000/000880/000880/000000"), Read("000000/066000/066000/000000/000030")];
        Grid[] outputs = [.. inputs.Take(2).Select(input => CheckedProgram.Compile($"input |> remove(input |> objects) |> paint({moved})").Execute(input, Limits.Default).Output!)];
        var placements = new PlacementLearner(inputs, outputs, Corpora);
        Assert.Contains(Entries(inputs, outputs).SelectMany(placements.Of), drawing => Draws(drawing, inputs[..2], moved));
    }

    /// <summary>Whether a drawing is what an expression gives, and writes an expression that gives it.</summary>
    private static bool Draws(PlacedPiece drawing, Grid[] inputs, string wanted) => drawing.Grids.Zip(inputs).All(pair =>
        pair.First.SequenceEqual(Drawn(pair.Second, Parser.Parse(wanted))) && pair.First.SequenceEqual(Drawn(pair.Second, new([], drawing.Expression, []))));

    private static IEnumerable<(Grid Grid, Point At)> Drawn(Grid input, ArcProgram program)
    {
        var compiled = Checker.CheckAny(program);
        var result = compiled.Execute(input, Limits.Default).Result;
        Grid[] grids = compiled.Result.Type == DslType.Grids ? [.. result.List.Span.ToArray().Select(item => item.Grid)] : [result.Grid];
        return grids.Select(grid => (grid, new Point(grid.Row, grid.Col)));
    }

    private static List<Term> Entries(Grid[] inputs, Grid[] outputs) =>
        Enumerator.Terms(inputs, outputs, Corpora, new SearchBounds(TimeSpan.FromMinutes(2), 20_000, 1_000_000_000, 1), default);

    private static Term Grid(string name, params string[] values) => new(SearchType.Grid, 10, [.. values.Select(value => (Value)Read(value))], new Name(name, default));

    private static Term Color(params byte[] colors) => new(SearchType.Color, 10, [.. colors.Select(color => (Value)color)], new ColorLiteral(2, default));

    private static Grid Read(string text) => GridText.TryRead(text, out var grid) ? grid : throw new FormatException(text);
}
