using System.Text;
using ArcMini.Dsl.Grammar;
using ArcMini.Dsl.Syntax;
using ArcMini.Model;
using ArcMini.Model.Grammars;
using ArcMini.Solving.Knowledge;
using Xunit;

namespace ArcMini.Tests.Model.Grammars;

public class GbnfTests
{
    private static bool Matches(string grammar, string text) => Reach(grammar, Encoding.UTF8.GetBytes(text)) is { IsComplete: true };

    private static GbnfState? Reach(string grammar, byte[] bytes) => GbnfState.Start(GbnfGrammar.Parse(grammar)).Next(bytes);

    [Theory]
    [InlineData("""root ::= "ab" "c" """, "abc", "ab|abcd|xbc|")]
    [InlineData("""root ::= "a" | "bc" | "" """, "a||bc", "b|ac")]
    [InlineData("""root ::= [a-c_x-] [^a-c"\n]""", "bd|_x|--|aé|x€|-𝄞", "da|aa|a\"|a\n|a")]
    [InlineData("""root ::= . "é" """, "aé|éé|€é|𝄞é", "a|é|aa")]
    [InlineData("""root ::= [α-ω€𝄞]+ """, "α|ω|μ€|𝄞𝄞", "a|β́|")]
    [InlineData("""root ::= "a"* "b"+ "c"? """, "b|aabbc|bc|ab", "a|ac|bcc|")]
    [InlineData("""root ::= "ab"{2} "c"{1,3} "d"{2,} "e"{,2}""", "ababcdd|ababcccddddee", "abcdd|ababddd|ababcccc|ababcd|ababcddeee")]
    [InlineData("""root ::= ("a" | "b" ("c" | "d")){2}""", "aa|abc|bda|bcbd", "a|ab|aaa")]
    [InlineData("root ::= x # a comment\n  # and one more\nx ::= \"a\" |\n  \"b\"\n", "a|b", "x|ab")]
    [InlineData("root ::= (\n \"a\"\n | \"b\"\n) \"\\x41\\u00e9\\U0001D11E\\t\\n\\r\\\\\\\"\\[\\]\\-\"", "aAé𝄞\t\n\r\\\"[]-", "aA")]
    [InlineData("""root ::= expr ("+" expr)* expr ::= "1" """, "", "")]
    [InlineData("root ::= sum\nsum ::= term (\"+\" term)*\nterm ::= [0-9]+ | \"(\" sum \")\"", "1|12+3|(1+(2))+3", "1+|(1|1)|()")]
    [InlineData("root ::= opt opt \"c\"\nopt ::= \"a\"? \"b\"?", "c|ac|bc|abc|abac|babc|ababc", "bbac|ca")]
    public void A_grammar_matches_what_it_says(string grammar, string yes, string no)
    {
        if (yes.Length + no.Length == 0)
        {
            Assert.Throws<ModelException>(() => GbnfGrammar.Parse(grammar));
            return;
        }
        Assert.All(yes.Split('|'), text => Assert.True(Matches(grammar, text), text));
        Assert.All(no.Split('|'), text => Assert.False(Matches(grammar, text), text));
    }

    [Theory]
    [InlineData("", "line 1, column 1: there is no rule root")]
    [InlineData("start ::= \"a\"", "line 1, column 14: there is no rule root")]
    [InlineData("root ::= \"a\"\nroot ::= nothing", "line 2, column 1: the rule root is defined twice")]
    [InlineData("root ::= \"a\" x\nb ::= \"b\"", "line 1, column 14: the rule x is not defined")]
    [InlineData("root = \"a\"", "line 1, column 6: expected ::=")]
    [InlineData("root ::= \"a", "line 1, column 12: the text ends within a terminal")]
    [InlineData("root ::= [a", "line 1, column 12: the text ends within a terminal")]
    [InlineData("root ::= [b-a]", "line 1, column 14: the range ends before it begins")]
    [InlineData("root ::= \"\\q\"", "line 1, column 11: unknown escape")]
    [InlineData("root ::= \"\\x4\"", "line 1, column 11: expected a character's number of 2 hexadecimal digits")]
    [InlineData("root ::= \"\\uD800\"", "line 1, column 11: expected a character's number of 4 hexadecimal digits")]
    [InlineData("root ::= (\"a\"", "line 1, column 14: expected an element, | or )")]
    [InlineData("root ::= \"a\")", "line 1, column 13: expected an element, | or the end of the rule")]
    [InlineData("root ::= \"a\"{3,2}", "line 1, column 17: the most repetitions are fewer than the least")]
    [InlineData("root ::= \"a\"{3", "line 1, column 15: expected }")]
    [InlineData("root ::= \"a\"{}", "line 1, column 14: expected a number of repetitions")]
    [InlineData("root ::= \"a\"{9999}", "line 1, column 18: more than 2000 repetitions are not supported")]
    [InlineData("root ::= <[10]>", "line 1, column 10: terminals by token are not supported")]
    [InlineData("root ::= $", "line 1, column 10: expected an element, | or the end of the rule")]
    [InlineData("::= \"a\"", "line 1, column 1: expected the name of a rule")]
    public void A_faulty_grammar_is_refused_with_its_place(string grammar, string message) =>
        Assert.Equal("the grammar is faulty at " + message, Assert.Throws<ModelException>(() => GbnfGrammar.Parse(grammar)).Message);

    [Theory]
    [InlineData("root ::= root \"a\" | \"b\"", "root")]
    [InlineData("root ::= \"x\" a\na ::= \"\" b \"c\"\nb ::= (a)? \"d\"", "a")]
    [InlineData("root ::= (\"a\"*)*", "made at character 17")]
    public void A_rule_that_can_begin_with_itself_is_refused(string grammar, string rule) =>
        Assert.Equal($"the grammar is faulty: the rule {rule} can begin with itself",
            Assert.Throws<ModelException>(() => GbnfGrammar.Parse(grammar)).Message);

    [Fact]
    public void Nested_brackets_are_limited() =>
        Assert.EndsWith("brackets are nested more than 200 deep",
            Assert.Throws<ModelException>(() => GbnfGrammar.Parse("root ::= " + new string('(', 100_000))).Message);

    [Fact]
    public void Every_code_point_is_one_character()
    {
        var state = GbnfState.Start(GbnfGrammar.Parse("root ::= . | [^x] | [\\x00-\\U0010FFFF]"));
        for (var value = 0; value <= 0x10FFFF; value += value < 0x3000 ? 1 : 97)
        {
            if (Rune.IsValid(value)) Assert.True(state.Next(Encoding.UTF8.GetBytes(new Rune(value).ToString())) is { IsComplete: true });
        }
        Assert.Null(state.Next([0xC0]));
        Assert.Null(state.Next([0xED, 0xA0]));
        Assert.Null(state.Next([0xF4, 0x90]));
        Assert.Null(state.Next([0xFF]));
    }

    [Fact]
    public void Long_and_ambiguous_texts_are_matched_in_linear_time()
    {
        Assert.True(Matches("""root ::= "a"* ("b" "c"*)*""", new string('a', 100_000) + "bcc"));
        const string ambiguous = """
            root ::= one | two | three
            one ::= "f(" root ")" | "x" | one-more
            two ::= "f(" root ")" | "x"
            three ::= ("f(" (one | two) ")" | "x")
            one-more ::= "f" "(" (two | three) ")"
            """;
        Assert.True(Matches(ambiguous, string.Concat(Enumerable.Repeat("f(", 2000)) + "x" + new string(')', 2000)));
    }

    [Fact]
    public void The_languages_grammar_admits_the_corpus_and_nothing_after_a_mistake()
    {
        var start = GbnfState.Start(GbnfGrammar.Parse(Gbnf.Write()));
        Assert.All(Corpus.Programs.Values.Select(program => Printer.Print(WithoutComments(program.Source))), text =>
            Assert.True(start.Next(Encoding.UTF8.GetBytes(text)) is { IsComplete: true }, text));
        Assert.Null(start.Next("input |> flip_x |> siz("u8));
        Assert.Null(start.Next("input |> recolor(7"u8));

        static ArcProgram WithoutComments(ArcProgram program) =>
            program with { Bindings = [.. program.Bindings.Select(binding => binding with { Comments = [] })], Comments = [] };
    }
}
