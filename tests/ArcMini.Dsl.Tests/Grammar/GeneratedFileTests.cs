using System.Runtime.CompilerServices;
using ArcMini.Dsl.Grammar;

namespace ArcMini.Dsl.Tests.Grammar;

/// <summary>The files under grammar/ are what the primitive table gives. With ARCMINI_UPDATE=1 they are rewritten.</summary>
public class GeneratedFileTests
{
    [Fact]
    public void The_reference_page_is_fresh() => AssertFresh("reference.md", "arcmini grammar > grammar/reference.md", Reference.Write());

    [Fact]
    public void The_GBNF_is_fresh() => AssertFresh("arcmini.gbnf", "arcmini grammar --gbnf > grammar/arcmini.gbnf", Gbnf.Write());

    private static void AssertFresh(string name, string command, string expected)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("ARCMINI_UPDATE") == "1")
            File.WriteAllText(path, expected);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == expected,
            $"grammar/{name} is stale; regenerate it: {command}, or ARCMINI_UPDATE=1 dotnet test tests/ArcMini.Dsl.Tests --filter Generated");
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "grammar"));
}
