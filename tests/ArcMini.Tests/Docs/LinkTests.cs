using System.Text.RegularExpressions;
using ArcMini.Tests.Commands;
using Xunit;

namespace ArcMini.Tests.Docs;

/// <summary>The links between the pages.</summary>
public partial class LinkTests
{
    /// <summary>The pages, relative to the project's folder.</summary>
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Cli.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Cli.Root, "docs"), "*.md"))
            .Select(file => Path.GetRelativePath(Cli.Root, file))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_file_leads_to_one(string page)
    {
        var file = Path.Combine(Cli.Root, page);
        var links = Link().Matches(File.ReadAllText(file)).Select(link => link.Groups["path"].Value).ToList();
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, link)), $"{page}: {link}"));
    }

    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
