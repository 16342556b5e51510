using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Tests.Syntax;

/// <summary>Sources that overflow the stack or take exponential time in a careless parser made of combinators.</summary>
public class HazardTests
{
    [Theory]
    [InlineData('(')]
    [InlineData('[')]
    [InlineData(')')]
    public void A_million_brackets_give_one_sentence(char bracket) =>
        AssertDsl.Fails(new string(bracket, 1_000_000), "1:1: a program has at most 20,000 characters, found 1,000,000");

    [Theory]
    [InlineData("(", "input", ")", 64)]
    [InlineData("flip_x(", "input", ")", 64)]
    [InlineData("[", "input", "] |> first", 64)]
    [InlineData("if true then ", "input", " else input", 127)]
    [InlineData("(if true then ", "input", " else input)", 63)]
    [InlineData("", "input", " |> flip_x", 190)]
    [InlineData("", "input |> take_top(1", " - 1 + 1", 90)]
    public void What_the_limits_allow_runs_on_a_small_stack(string before, string inner, string after, int times)
    {
        var source = Repeat(before, times) + inner + Repeat(after, times) + (inner.Contains('(') ? ")" : "");
        string? fault = "it did not end";
        var thread = new Thread(
            () =>
            {
                var program = CheckedProgram.Compile(source);
                Assert.Equal(program.Source, Parser.Parse(Printer.Print(program.Source)));
                fault = program.Execute(AssertDsl.Grid("12"), Limits.Default).Fault;
            },
            1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(fault);
    }

    [Fact]
    public void Alternatives_with_a_common_beginning_are_read_once()
    {
        AllocatedBytes(1);
        Assert.InRange(AllocatedBytes(4), 1, 3 * AllocatedBytes(2));
        AssertDsl.Fails(Source(12), "1:201: expected 'then', found ')'");

        static string Source(int levels) => Repeat("[(if (1 < (2 + (", levels) + "input" + Repeat(")))", levels);

        // Every reading of an expression allocates its nodes, so that bytes count the readings.
        static long AllocatedBytes(int levels)
        {
            var source = Source(levels);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<SyntaxException>(() => Parser.Parse(source));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Every_prefix_of_a_program_gives_a_program_or_one_sentence()
    {
        const string Source = "# c\nlet a = input |> objects |> filter(o => size(o) > 3 and not(is_line(o)))\n"
            + "if count(a) == 2 then \"12/3.\" |> paint([a |> first]) else input |> move((1, -2 * 3))";
        CheckedProgram.Compile(Source);
        var programs = new List<string>();
        for (var length = 0; length < Source.Length; length++)
            try
            {
                CheckedProgram.Compile(Source[..length]);
                programs.Add(Source[..length]);
            }
            catch (DslException fault)
            {
                Assert.Matches("^[^\n]+$", fault.Message);
                Assert.InRange(fault.At.Offset, 0, length);
                Assert.Equal(3, fault.Show("f", Source[..length]).Split('\n').Length);
            }
        var whole = Source[..(Source.LastIndexOf("input", StringComparison.Ordinal) + "input".Length)];
        Assert.Equal([whole, whole + " "], programs);
    }

    [Fact]
    public void Random_signs_give_one_sentence()
    {
        var random = new Random(7);
        const string Signs = "abz09 _.,|>=<()[]\"?#\n\t\r-+*/%!iflet\u0000\u00e9\u0663\ud83d";
        for (var i = 0; i < 3000; i++)
        {
            var source = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Signs[random.Next(Signs.Length)]));
            try
            {
                CheckedProgram.Compile(source);
            }
            catch (DslException fault)
            {
                Assert.Matches("^[^\n]+$", fault.Message);
            }
        }
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
