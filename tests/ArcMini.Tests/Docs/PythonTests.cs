using System.Text.RegularExpressions;
using ArcMini.Tests.Commands;
using Xunit;

namespace ArcMini.Tests.Docs;

/// <summary>Runs the program of <c>docs/python.md</c>.</summary>
public sealed partial class PythonTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SkippableFact]
    public void The_program_of_the_page_solves_a_task()
    {
        var page = File.ReadAllText(Path.Combine(Cli.Root, "docs", "python.md"));
        var program = folder.File("page.py", Code().Match(page).Groups["code"].Value);
        var arcmini = folder.File("arcmini", $"#!/bin/sh\nexec {string.Join(' ', Child.CommandLineOfArcMini)} \"$@\" -ngl 0\n");
        var answer = Child.Tool("sh", "-c", $"chmod +x {arcmini} && cd {Cli.Root} && PATH={folder[""]}:$PATH python3 {program}");
        Assert.StartsWith("input |> gravity(down) [[0, 0, 0, 0, 0], ", answer);
    }

    [GeneratedRegex("```python\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
