using System.Runtime.CompilerServices;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Tests;

/// <summary>
/// Runs every tests/programs/**/*.arc and compares with what its comments expect: after <c># input: 12/34</c> (or
/// <c># input: 30 x 30 of 0</c>) either <c># expect: 21/43</c>, <c># fails: 3:5: ...</c> (the program does not compile or stops with a fault)
/// or <c># limit: ...</c> (it stops with a limit whose sentence contains the text).
/// </summary>
public class ProgramTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder(), "*.arc", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder(), file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Does_what_its_comments_say(string file)
    {
        var source = File.ReadAllText(Path.Combine(Folder(), file));
        var input = AssertDsl.Grid("0");
        var expectations = 0;
        foreach (var line in source.Split('\n'))
            switch (line.Split(": ", 2))
            {
                case ["# input", var text]:
                    input = Read(text);
                    break;
                case ["# expect", var text]:
                    expectations++;
                    var outcome = CheckedProgram.Compile(source).Execute(input, Limits.Default);
                    Assert.Equal(text, outcome.Output?.ToString() ?? $"{outcome.At}: {outcome.Fault}");
                    break;
                case ["# fails", var text]:
                    expectations++;
                    Assert.Equal(text, Fault(source, input));
                    break;
                case ["# limit", var text]:
                    expectations++;
                    Assert.Contains(text, Fault(source, input));
                    break;
            }
        Assert.True(expectations > 0, $"{file} expects nothing");
    }

    private static string? Fault(string source, Grid input)
    {
        try
        {
            var outcome = CheckedProgram.Compile(source).Execute(input, Limits.Default);
            return outcome.Fault is null ? $"no fault: {outcome.Output}" : $"{outcome.At}: {outcome.Fault}";
        }
        catch (DslException fault)
        {
            return $"{fault.At}: {fault.Message}";
        }
    }

    private static Grid Read(string text) => text.Split(' ') is [var rows, "x", var cols, "of", var cell]
        ? Budget.Load(int.Parse(rows), int.Parse(cols), [.. Enumerable.Repeat(byte.Parse(cell), int.Parse(rows) * int.Parse(cols))])
        : AssertDsl.Grid(text);

    private static string Folder([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "programs"));
}
