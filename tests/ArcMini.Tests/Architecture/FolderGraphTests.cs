using System.Runtime.CompilerServices;
using Xunit;

namespace ArcMini.Tests.Architecture;

/// <summary>
/// The folders of a project are the floors of a house. Code uses only its own folder and folders on lower floors, so there is no circle
/// between folders.
/// </summary>
public class FolderGraphTests
{
    private const int MaxColumns = 140;

    /// <summary>The floors of ArcMini.Dsl, top to bottom.</summary>
    private static readonly string[] DslFloors = ["Grammar", "Compilation", "Syntax", "Primitives", "Runtime", "Types", "Values"];

    /// <summary>The floors of ArcMini, top to bottom. The empty name is the project's own folder.</summary>
    private static readonly string[] ArcMiniFloors =
    [
        "", "Commands", "Commands/Benchmarks", "Commands/CorpusChecks", "Commands/Shells", "Commands/Reports", "Commands/Records",
        "Commands/Options",
        "Synth", "Synth/Scenes",
        "Solving", "Solving/Proposers", "Solving/Repairing", "Solving/Sketching", "Solving/Knowledge", "Solving/Judging",
        "Solving/Proposing",
        "Model/Llama", "Model/Grammars", "Model",
        "Search", "Search/Stacking", "Search/Learners", "Search/Enumeration", "Search/Terms", "Search/Grammar",
        "Reports", "Rendering", "Tasks", "Randomness", "Platform",
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

    [Fact]
    public void No_line_is_longer_than_140_columns()
    {
        var root = Path.GetFullPath(Path.Combine(SourcesOf(""), ".."));
        var files = new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal));
        var longLines = files.SelectMany(file => File.ReadLines(file).Select((line, i) => (Place: $"{file}:{i + 1}", line.Length)))
            .Where(line => line.Length > MaxColumns)
            .Select(line => line.Place)
            .ToList();
        Assert.Empty(longLines);
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
