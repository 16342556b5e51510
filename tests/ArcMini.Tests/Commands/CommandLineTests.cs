using Xunit;

namespace ArcMini.Tests.Commands;

/// <summary>A command line that is not quite right says what is wrong, and costs no file.</summary>
[Collection(Cli.Alone)]
public sealed class CommandLineTests
{
    [Fact]
    public void A_forgotten_value_costs_no_file()
    {
        using var folder = new TemporaryFolder();
        var (first, second) = (folder["a.json"], folder["b.json"]);
        File.Copy(Cli.Sample("mirror.json"), first);
        File.Copy(Cli.Sample("mirror.json"), second);
        var reply = Cli.Run("solve", first, second, "--trace");
        Assert.Equal((2, "--trace: the value is missing; write --trace=VALUE if it begins with '-'\n"), (reply.Code, reply.Error));
        Assert.Equal(File.ReadAllText(Cli.Sample("mirror.json")), File.ReadAllText(first));
    }

    [Theory]
    [InlineData("--trace: the value is missing", "solve", "x.json", "--trace", "--json")]
    [InlineData("--output: the value is empty", "evaluate", "x.json", "--output", "")]
    [InlineData("--output: the value is empty", "evaluate", "x.json", "--output=")]
    [InlineData("--time-limit: expected a number with a decimal point, found '0,5'", "solve", "x.json", "--time-limit", "0,5")]
    [InlineData("--temp: expected a number with a decimal point, found '0,5'", "solve", "x.json", "--temp=0,5")]
    [InlineData("--seed: the option is given twice", "solve", "x.json", "--seed", "1", "--seed", "2")]
    [InlineData("--quiet: the option is given twice", "solve", "x.json", "-q", "--quiet")]
    [InlineData("--without: 'stacks' is unknown; expected some of recolor, color-map", "solve", "x.json", "--without", "stacks")]
    [InlineData("--json: expected no value, found 'true'", "solve", "x.json", "--json=true")]
    [InlineData("unknown option '--Quiet'; did you mean --quiet?", "solve", "x.json", "--Quiet")]
    [InlineData("unknown option '-Q'; did you mean -q?", "solve", "x.json", "-Q")]
    [InlineData("unknown option '--wrong'; arcmini COMMAND --help lists the options", "solve", "x.json", "--wrong")]
    [InlineData("bench: expected options only, found 'x'", "bench", "x")]
    [InlineData("grammar: expected options only, found 'x'", "grammar", "x")]
    public void What_is_wrong_is_said(string sentence, params string[] args)
    {
        var reply = Cli.Run(args);
        Assert.Equal((2, ""), (reply.Code, reply.Out));
        Assert.StartsWith(sentence, reply.Error);
        Assert.Single(reply.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Parts_are_switched_off_one_by_one_or_together()
    {
        string[] solve = ["solve", Cli.Sample("overlap.json"), "--proposers", "search", "--max-candidates", "5000", "-t", "1"];
        Assert.Equal(0, Cli.Run(solve).Code);
        Assert.Equal(1, Cli.Run([.. solve, "--without", "stack", "--without=cell-rule,placement", "--without", "item-piece"]).Code);
        Assert.Equal(1, Cli.Run([.. solve, "--without", "stack, cell-rule, placement, item-piece"]).Code);
    }

    [Fact]
    public void A_value_that_begins_with_a_minus_stands_behind_the_sign()
    {
        using var folder = new TemporaryFolder();
        var reply = Child.Shell(folder[""], "arcmini show \"$SAMPLES\"/mirror.json --svg=-x.svg");
        Assert.Equal((0, ""), (reply.Code, reply.Error));
        Assert.True(File.Exists(folder["-x.svg"]));
    }
}
