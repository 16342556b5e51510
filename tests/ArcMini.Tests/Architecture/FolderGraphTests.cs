using System.Runtime.CompilerServices;
using Xunit;

namespace ArcMini.Tests.Architecture;

/// <summary>
/// The folders of a project are the floors of a house. Code uses only its own folder and folders on lower floors, so there is no circle
/// between folders.
/// </summary>
public class FolderGraphTests
{
    /// <summary>The floors of ArcMini.Dsl, top to bottom.</summary>
    private static readonly string[] DslFloors = ["Grammar", "Compilation", "Syntax", "Primitives", "Runtime", "Types", "Values"];

    /// <summary>The floors of ArcMini, top to bottom. The empty name is the project's own folder.</summary>
    private static readonly string[] ArcMiniFloors =
    [
        "", "Commands", "Synth",
        "Solving", "Solving/Proposers", "Solving/Repairing", "Solving/Sketching", "Solving/Knowledge", "Solving/Judging",
        "Solving/Proposing",
        "Model/Llama", "Model/Grammars", "Model",
        "Search", "Search/Stacking", "Search/Learners", "Search/Enumeration", "Search/Terms", "Search/Grammar",
        "Rendering", "Tasks", "Randomness",
    ];

    [Fact]
    public void No_arrow_in_the_language_points_upwards() => AssertFloors("ArcMini.Dsl", "ArcMini.Dsl", DslFloors);

    [Fact]
    public void No_arrow_in_ArcMini_points_upwards() => AssertFloors("ArcMini", "arcmini", ArcMiniFloors);

    [Fact]
    public void An_arrow_that_points_upwards_is_found()
    {
        string[] floors = ["Grammar", "Compilation", "Syntax", "Primitives", "Runtime", "Values", "Types"];
        var uses = new UpwardUses(SourcesOf("ArcMini.Dsl"), floors).Find("ArcMini.Dsl");
        Assert.All(uses, use => Assert.Equal(("Types", "Values"), (use.From, use.To)));
        Assert.Contains(uses, use => use.Symbol == "EquatableList" && use.Place.StartsWith("Types/DslType.cs:"));
    }

    private static void AssertFloors(string project, string assembly, string[] floors)
    {
        var sources = new UpwardUses(SourcesOf(project), floors);
        Assert.Equal(floors.Order(), sources.Folders.Order());
        var arrows = sources.Find(assembly).GroupBy(use => $"{use.From} -> {use.To}").OrderBy(arrow => arrow.Key).ToList();
        var lines = arrows.SelectMany(arrow => arrow.Select(use => $"  {use.Place}: {use.Symbol}").Order().Prepend(arrow.Key));
        Assert.True(arrows.Count == 0, $"{arrows.Count} arrows point upwards:\n{string.Join('\n', lines)}");
    }

    private static string SourcesOf(string project, [CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "src", project));
}
