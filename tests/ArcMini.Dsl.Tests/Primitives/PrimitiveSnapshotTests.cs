using System.Runtime.CompilerServices;
using ArcMini.Dsl.Grammar;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using Snapshooter.Xunit;

namespace ArcMini.Dsl.Tests.Primitives;

/// <summary>Every primitive does what its snapshot shows: the summary, the example and its result, drawn.</summary>
public class PrimitiveSnapshotTests
{
    public static TheoryData<string> Names => [.. PrimitiveTable.All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Means_what_its_snapshot_says(string name) => Snapshot.Match(Describe(PrimitiveTable.Find(name)!), name);

    [Fact]
    public void Every_snapshot_has_its_primitive_and_every_primitive_its_snapshot()
    {
        var files = Directory.GetFiles(Folder()).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
        Assert.Equal(PrimitiveTable.All.Select(row => row.Name).Order(StringComparer.Ordinal), files);
    }

    private static string Describe(Primitive row)
    {
        var example = Example.Of(row);
        var grid = example.Type == DslType.Grid ? example.Result.Grid : null;
        var size = grid is null ? "" : $" {grid.Rows} x {grid.Cols} on {Backdrop(grid)}";
        return $"""
            {row}
            {row.Summary}

            {example.Source}

            {string.Join('\n', example.Picture)}

            {example.Type}{size}, {example.Steps} steps

            """;
    }

    private static string Backdrop(Grid grid) => grid.Backdrop == Grid.Transparent ? "transparent" : Color.Names[grid.Backdrop];

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "__snapshots__");
}
