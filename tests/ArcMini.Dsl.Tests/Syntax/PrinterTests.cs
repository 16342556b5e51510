using ArcMini.Dsl.Syntax;
using CsCheck;

namespace ArcMini.Dsl.Tests.Syntax;

/// <summary>The one canonical form. The round trip on random programs is tested with the GBNF.</summary>
public class PrinterTests
{
    [Theory]
    [InlineData("flip_x(input)", "input |> flip_x")]
    [InlineData("  flip_x (\n input )\n", "input |> flip_x")]
    [InlineData("paint(input,[input])", "input |> paint([input])")]
    [InlineData("count(objects(input))+1", "count(input |> objects) + 1")]
    [InlineData("(input)", "input")]
    [InlineData("((1+2))*3", "(1 + 2) * 3")]
    [InlineData("1+(2*3)", "1 + 2 * 3")]
    [InlineData("(1-2)-3", "1 - 2 - 3")]
    [InlineData("1-(2-3)", "1 - (2 - 3)")]
    [InlineData("1 - -3", "1 - -3")]
    [InlineData("1-3", "1 - 3")]
    [InlineData("-0", "0")]
    [InlineData("007", "7")]
    [InlineData("(true or false) and true", "(true or false) and true")]
    [InlineData("true or (false and true)", "true or false and true")]
    [InlineData("(1 < 2) == (2 < 3)", "1 < 2 == (2 < 3)")]
    [InlineData("point(1,2)", "(1, 2)")]
    [InlineData("(1,0)", "down")]
    [InlineData("(0,0)", "(0, 0)")]
    [InlineData("(1+1,0)", "(1 + 1, 0)")]
    [InlineData("map(objects(input),o=>flip_x(o))", "input |> objects |> map(o => o |> flip_x)")]
    [InlineData("fold([1],0,(a,b)=>a+b)", "[1] |> fold(0, (a, b) => a + b)")]
    [InlineData("if 1<2 then input else if true then input else input", "if 1 < 2 then input else if true then input else input")]
    [InlineData("(if true then input else input)|>flip_x", "(if true then input else input) |> flip_x")]
    [InlineData("flip_x(if true then input else input)", "(if true then input else input) |> flip_x")]
    [InlineData("(if true then 1 else 2) + 3", "(if true then 1 else 2) + 3")]
    [InlineData("if true then 1 else 2 + 3", "if true then 1 else 2 + 3")]
    [InlineData("size(input)+1>2", "size(input) + 1 > 2")]
    [InlineData("max_of([1]+2)", "[1] + 2 |> max_of")]
    [InlineData("add(1,2)", "1 + 2")]
    [InlineData("add(1)", "add(1)")]
    [InlineData("let a=input\n\n\nlet b=a\n b", "let a = input\nlet b = a\nb")]
    [InlineData("let a=input\n(if true then a else a)|>crop", "let a = input\n(if true then a else a) |> crop")]
    [InlineData("#  one\n#two\nlet a = input # three\n\n a", "# one\n# two\nlet a = input\n# three\na")]
    [InlineData("#\ninput", "#\ninput")]
    [InlineData("\"12/..\"", "\"12/..\"")]
    public void Prints(string source, string canonical) => AssertDsl.Prints(source, canonical);

    [Theory]
    [InlineData("input |> mul(o => o)", "mul(input, o => o)")]
    [InlineData("map(o => o, input)", "map(o => o, input)")]
    [InlineData("point(o => o, 1)", "point(o => o, 1)")]
    [InlineData("let a = 1\n(-3) |> abs", "let a = 1\nabs(-3)")]
    [InlineData("let a = 1\n(-3) - a", "let a = 1\n(-3) - a")]
    public void Prints_what_is_read_again_the_same(string source, string canonical)
    {
        Assert.Equal(canonical, Printer.Print(Parser.Parse(source)));
        Assert.Equal(Parser.Parse(source), Parser.Parse(canonical));
    }

    [Fact]
    public void A_chain_too_long_for_brackets_stays_a_pipeline()
    {
        var source = "count(input |> objects)" + string.Concat(Enumerable.Repeat(" |> abs", 70));
        Assert.Equal("input |> objects |> count" + source["count(input |> objects)".Length..], Printer.Print(Parser.Parse(source)));
    }

    [Fact]
    public void Print_and_parse_agree_on_every_source_that_parses()
    {
        var parsed = 0;
        RandomSources.Programs.Sample(
            source =>
            {
                if (Parser.TryParse(source) is not { } program)
                    return;
                Interlocked.Increment(ref parsed);
                var canonical = Printer.Print(program);
                Assert.Equal(program, Parser.Parse(canonical));
                Assert.Equal(canonical, Printer.Print(Parser.Parse(canonical)));
            },
            iter: 1_000);
        Assert.True(parsed > 200, $"only {parsed} sources parse");
    }

    [Theory]
    [InlineData("input", 1)]
    [InlineData("input |> flip_x", 2)]
    [InlineData("input |> recolor(red)", 3)]
    [InlineData("1 + 2 * 3", 5)]
    [InlineData("[1, 2]", 3)]
    [InlineData("(1, 2)", 1)]
    [InlineData("(1, 1 + 1)", 5)]
    [InlineData("input |> objects |> filter(o => size(o) > 3)", 8)]
    [InlineData("if true then input else input", 4)]
    [InlineData("let a = input |> crop\na", 4)]
    public void Counts_nodes(string source, int nodes) => Assert.Equal(nodes, Parser.Parse(source).Nodes);
}
