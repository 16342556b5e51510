using System.Text.RegularExpressions;
using ArcMini.Tests.Commands;
using Xunit;

namespace ArcMini.Tests.Docs;

/// <summary>
/// Runs every program of <c>docs/language-tutorial.md</c>. The line that opens a program names its task and, behind it, what is expected:
/// nothing (all pairs match), <c>mismatch</c> (the page shows a mistake) or <c>fill</c> (a sketch whose holes can be filled).
/// </summary>
[Collection(Cli.Alone)]
public partial class TutorialTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Cli.Root, "docs", "language-tutorial.md"));

    /// <summary>The programs: task, expectation (empty where all pairs match), source.</summary>
    public static TheoryData<string, string, string> Programs
    {
        get
        {
            var programs = new TheoryData<string, string, string>();
            foreach (Match block in ProgramBlock().Matches(Page))
            {
                var indent = block.Groups["indent"].Value;
                var source = block.Groups["source"].Value.Replace("\n" + indent, "\n")[indent.Length..];
                programs.Add(block.Groups["task"].Value, block.Groups["expected"].Value, source);
            }
            return programs;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Every_program_does_what_the_page_says(string task, string expected, string source)
    {
        if (!task.EndsWith(".json", StringComparison.Ordinal))
        {
            Assert.Equal(File.ReadAllText(Path.Combine(Cli.Root, "corpus", $"{task}.arc")), source);
            return;
        }
        using var folder = new TemporaryFolder();
        var program = folder.File("program.arc", source);
        var command = expected == "fill" ? "fill" : "run";
        var reply = Cli.Run(command, program, Path.Combine(Cli.Root, task), "--no-color", "--time-limit", "60");
        Assert.Equal("", reply.Error);
        Assert.Equal(expected == "mismatch" ? 1 : 0, reply.Code);
    }

    [Fact]
    public void Every_picture_is_there() => Assert.All(
        Picture().Matches(Page).Select(picture => picture.Groups["file"].Value),
        file => Assert.True(File.Exists(Path.Combine(Cli.Root, "docs", file)), file));

    [Fact]
    public void Every_program_names_its_task() => Assert.Equal(ProgramStart().Count(Page), Programs.Count());

    [GeneratedRegex(@"^(?<indent> *)```arc (?<task>\S+) ?(?<expected>mismatch|fill|)\n(?<source>.*?\n)\k<indent>```$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ProgramBlock();

    [GeneratedRegex("^ *```arc", RegexOptions.Multiline)]
    private static partial Regex ProgramStart();

    [GeneratedRegex(@"!\[[^]]*\]\((?<file>[^)]+)\)")]
    private static partial Regex Picture();
}
