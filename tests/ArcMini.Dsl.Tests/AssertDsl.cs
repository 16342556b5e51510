using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Tests;

/// <summary>What a test says about a source in one line.</summary>
internal static class AssertDsl
{
    /// <summary>The source has a fault at a place, in a sentence: <c>1:4: expected ...</c>.</summary>
    public static void Fails(string source, string fault)
    {
        var found = Assert.ThrowsAny<DslException>(() => CheckedProgram.Compile(source));
        Assert.Equal(fault, $"{found.At}: {found.Message}");
    }

    /// <summary>The program stops on an input, at a place, for a reason.</summary>
    public static void Stops(string source, string fault, string input = "0", Limits? limits = null)
    {
        var outcome = Run(source, input, limits);
        Assert.Equal(fault, $"{outcome.At}: {outcome.Fault}");
    }

    /// <summary>The program gives a grid.</summary>
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

    /// <summary>The source is printed in this canonical form, which reads as the same program.</summary>
    public static void Prints(string source, string canonical)
    {
        var program = Parser.Parse(source);
        Assert.Equal(canonical, Printer.Print(program));
        Assert.Equal(program, Parser.Parse(canonical));
    }

    /// <summary>A grid in its written form.</summary>
    public static Grid Grid(string text) => GridText.TryRead(text, out var grid) ? grid : throw new FormatException(text);

    private static Outcome Run(string source, string input, Limits? limits = null) =>
        CheckedProgram.Compile(source).Execute(Grid(input), limits ?? Limits.Default);
}
