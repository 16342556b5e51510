using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Tests;

/// <summary>Assertions about a source, one line each.</summary>
internal static class AssertDsl
{
    /// <summary>The source does not compile. The fault is a place and a sentence: <c>1:4: expected ...</c>.</summary>
    public static void Fails(string source, string fault)
    {
        var found = Assert.ThrowsAny<DslException>(() => CheckedProgram.Compile(source));
        Assert.Equal(fault, $"{found.At}: {found.Message}");
    }

    /// <summary>The program compiles and fails on the input. The fault is a place and a sentence.</summary>
    public static void Stops(string source, string fault, string input = "0", Limits? limits = null)
    {
        var outcome = Run(source, input, limits);
        Assert.Equal(fault, $"{outcome.At}: {outcome.Fault}");
    }

    /// <summary>The program maps the input to the output.</summary>
    public static void Gives(string source, string input, string output)
    {
        var outcome = Run(source, input);
        Assert.Equal(output, outcome.Output?.ToString() ?? outcome.Fault);
    }

    /// <summary>The expression, of any type, has a type and a value.</summary>
    public static void Is(string source, string typeAndValue)
    {
        var program = CheckedProgram.CompileAny(source);
        var outcome = program.Execute(Grid("0"), Limits.Default);
        Assert.Equal(typeAndValue, outcome.Fault ?? $"{program.Result.Type}: {ValueText.Write(outcome.Result, program.Result.Type)}");
    }

    /// <summary>The source is printed in this canonical form, and the canonical form parses to the same program.</summary>
    public static void Prints(string source, string canonical)
    {
        var program = Parser.Parse(source);
        Assert.Equal(canonical, Printer.Print(program));
        Assert.Equal(program, Parser.Parse(canonical));
    }

    /// <summary>The grid that is written so: <c>12/34</c> is 2 rows x 2 columns.</summary>
    public static Grid Grid(string text) => GridText.TryRead(text, out var grid) ? grid : throw new FormatException(text);

    private static Outcome Run(string source, string input, Limits? limits = null) =>
        CheckedProgram.Compile(source).Execute(Grid(input), limits ?? Limits.Default);
}
