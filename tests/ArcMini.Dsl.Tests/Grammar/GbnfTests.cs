using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Grammar;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using Xunit.Abstractions;

namespace ArcMini.Dsl.Tests.Grammar;

/// <summary>The GBNF and the parser, the printer and the checker agree.</summary>
public class GbnfTests(ITestOutputHelper output)
{
    private static readonly GbnfText Grammar = new(Gbnf.Write());

    public static TheoryData<string> Corpus =>
        [.. Directory.GetFiles(Repository.PathOf("corpus"), "*.arc")
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void No_rule_is_left_recursive() => Assert.Empty(Grammar.LeftRecursive);

    [Fact]
    public void Every_rule_derives_something() => Assert.Empty(Grammar.Barren);

    [Fact]
    public void No_primitive_has_a_name_that_a_variable_can_have() => Assert.DoesNotContain(
        PrimitiveTable.All, row => row.Name.Length < 3 && row.Name is not ("or" or "eq" or "ne" or "lt" or "le" or "gt" or "ge"));

    [Fact]
    public void Ten_thousand_samples_parse_and_print_as_they_are_and_those_without_variables_type_check()
    {
        var random = new Random(20_260);
        var (withoutVariables, typeChecked) = (0, 0);
        for (var i = 0; i < 10_000; i++)
        {
            var text = Grammar.Sample(random, 3 + i % 7);
            var program = Parse(text);
            var printed = Printer.Print(program);
            Assert.True(printed == text || Parser.Parse(printed).Equals(program), $"{text}\nis printed as\n{printed}");
            var fault = Fault(program);
            var variables = text.Contains("=>") || text.Contains("let ");
            Assert.True(fault is null or { Message: "the type of this hole cannot be told" } || variables,
                $"{text}\n{fault?.At}: {fault?.Message}");
            withoutVariables += variables ? 0 : 1;
            typeChecked += fault is null ? 1 : 0;
        }
        output.WriteLine($"{typeChecked} of 10,000 samples type-check, among them all {withoutVariables} without variables");
        Assert.InRange(typeChecked, 5000, 10_000);
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Every_corpus_program_is_derivable(string file)
    {
        var program = Parser.Parse(File.ReadAllText(Path.Combine(Repository.PathOf("corpus"), file)));
        var bindings = program.Bindings.Select(binding => binding with { Comments = [] });
        var text = Printer.Print(program with { Bindings = [.. bindings], Comments = [] });
        var (derives, furthest) = Grammar.Furthest(text);
        var marked = $"{text[..furthest]}<here>{text[furthest..]}";
        Assert.True(derives, $"not derivable after <here> (a variable is one letter, or one letter and one digit):\n{marked}");
    }

    private static ArcProgram Parse(string text)
    {
        try
        {
            return Parser.Parse(text);
        }
        catch (SyntaxException fault)
        {
            throw new InvalidOperationException(fault.Show("sample", text));
        }
    }

    private static TypeException? Fault(ArcProgram program)
    {
        try
        {
            Checker.Check(program);
            return null;
        }
        catch (TypeException fault)
        {
            return fault;
        }
    }
}
