using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Tests;

/// <summary>
/// Runs every tests/programs/**/*.arc and compares the result with the comments of the program:
/// <c># input: 12/34</c> (or <c># input: 30 x 30 of 0</c>) is the input of the lines below it, <c>0</c> where there is none;
/// <c># expect: 21/43</c> is the output; <c># fails: 3:5: ...</c> is the place and the sentence of the fault,
/// at compile time or at run time. Other comments have no <c>word:</c> at their start.
/// </summary>
public class ProgramTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.arc", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    private static string Folder => Repository.PathOf("tests/programs");

    [Theory]
    [MemberData(nameof(Files))]
    public void Does_what_its_comments_say(string file)
    {
        var source = File.ReadAllText(Path.Combine(Folder, file));
        var input = AssertDsl.Grid("0");
        var isChecked = false;
        foreach (var line in source.Split('\n'))
            switch (line.Split(": ", 2))
            {
                case ["# input", var text]:
                    input = Read(text);
                    isChecked = false;
                    break;
                case ["# expect" or "# fails", _]:
                    Assert.Equal(line, Result(source, input));
                    isChecked = true;
                    break;
                case [['#', ' ', .. var word], _] when !word.Contains(' '):
                    Assert.Fail($"{file}: '# {word}:' is neither '# input:', '# expect:' nor '# fails:'");
                    break;
            }
        Assert.True(isChecked, $"{file}: there is no '# expect:' or '# fails:' after the last input");
    }

    /// <summary>What the program does, as the comment that expects it.</summary>
    private static string Result(string source, Grid input)
    {
        try
        {
            var outcome = CheckedProgram.Compile(source).Execute(input, Limits.Default);
            return outcome.Fault is null ? $"# expect: {outcome.Output}" : $"# fails: {outcome.At}: {outcome.Fault}";
        }
        catch (DslException fault)
        {
            return $"# fails: {fault.At}: {fault.Message}";
        }
    }

    private static Grid Read(string text) => text.Split(' ') is [var rows, "x", var cols, "of", var cell]
        ? Budget.Load(int.Parse(rows), int.Parse(cols), [.. Enumerable.Repeat(byte.Parse(cell), int.Parse(rows) * int.Parse(cols))])
        : AssertDsl.Grid(text);
}
