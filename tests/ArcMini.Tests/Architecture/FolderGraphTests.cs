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
        "Solving", "Solving/Proposers", "Solving/Repairing", "Solving/Sketching", "Solving/Knowledge", "Solving/Judging", "Solving/Proposing",
        "Model/Llama", "Model/Grammars", "Model",
        "Search", "Search/Stacking", "Search/Learners", "Search/Enumeration", "Search/Terms", "Search/Grammar",
        "Rendering", "Tasks", "Randomness",
    ];

    [Fact]
    public void No_arrow_in_the_language_points_upwards() => AssertFloors("ArcMini.Dsl", "ArcMini.Dsl", DslFloors);

    [Fact]
    public void No_arrow_in_ArcMini_points_upwards() => AssertFloors("ArcMini", "arcmini", ArcMiniFloors);

    private static void AssertFloors(string project, string assembly, string[] floors)
    {
        var graph = FolderGraph.Read(SourcesOf(project), assembly);
        Assert.Equal(floors.Order(), graph.Folders.Order());
        var upward = graph.Uses.Where(use => Array.IndexOf(floors, use.To) < Array.IndexOf(floors, use.From)).ToList();
        Assert.True(upward.Count == 0, $"{upward.Count} uses point upwards:\n" + string.Join('\n', upward
            .GroupBy(use => $"{use.From} -> {use.To}")
            .OrderBy(arrow => arrow.Key)
            .SelectMany(arrow => arrow.Select(use => $"  {use.Place}: {use.Symbol}").Order().Prepend(arrow.Key))));
    }

    private static string SourcesOf(string project, [CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "src", project));
}
