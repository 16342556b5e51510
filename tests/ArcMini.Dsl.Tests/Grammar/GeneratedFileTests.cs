using ArcMini.Dsl.Grammar;

namespace ArcMini.Dsl.Tests.Grammar;

/// <summary>The files under grammar/ and editor/ are up to date with the primitive table. ARCMINI_UPDATE=1 rewrites them.</summary>
public class GeneratedFileTests
{
    [Fact]
    public void The_reference_page_is_fresh() => AssertFresh("grammar/reference.md", "arcmini grammar", Reference.Write());

    [Fact]
    public void The_GBNF_is_fresh() => AssertFresh("grammar/arcmini.gbnf", "arcmini grammar --gbnf", Gbnf.Write());

    [Fact]
    public void The_editor_grammar_is_fresh() =>
        AssertFresh("editor/arcmini.tmLanguage.json", "arcmini grammar --textmate", TextMate.Write());

    private static void AssertFresh(string name, string command, string expected)
    {
        var path = Repository.PathOf(name);
        if (Environment.GetEnvironmentVariable("ARCMINI_UPDATE") == "1")
            File.WriteAllText(path, expected);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == expected,
            $"{name} is stale; regenerate it: {command} > {name}, or "
            + "ARCMINI_UPDATE=1 dotnet test tests/ArcMini.Dsl.Tests --filter Generated");
    }
}
