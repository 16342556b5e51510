using System.Collections.Frozen;
using System.Runtime.InteropServices;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>
/// The grids of the sets that ArcMini is measured on (arc-agi_validation, concept-arc, mini-arc), known by their hashes alone, so that
/// none can get into what a model learns from. Grids that training tasks have too are no secret, nor are those of fewer than
/// ten cells or of one colour, which anything may contain.
/// </summary>
internal static class HeldOut
{
    private const int FewestCells = 10;

    private static readonly Lazy<FrozenSet<ulong>> Hashes = new(() =>
    {
        using var stream = typeof(HeldOut).Assembly.GetManifestResourceStream("held-out")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return MemoryMarshal.Cast<byte, ulong>(bytes).ToArray().ToFrozenSet();
    });

    /// <summary>Whether a grid is one of them.</summary>
    public static bool Contains(Grid grid) => IsTelling(grid) && Hashes.Value.Contains(grid.Hash);

    /// <summary>Whether a task is of one of the sets: at least half of its telling grids are known. A single one may be alike by chance.</summary>
    public static bool Has(ArcTask task)
    {
        var telling = GridsOf(task).Where(IsTelling).ToList();
        return telling.Count > 0 && telling.Count(Contains) * 2 >= telling.Count;
    }

    /// <summary>Whether a grid is large and varied enough to belong to one task.</summary>
    public static bool IsTelling(Grid grid) => grid.Area >= FewestCells && grid.Cells.ContainsAnyExcept(grid.Cells[0]);

    /// <summary>The list as the binary carries it: hashes in ascending order, 8 bytes each, little-endian.</summary>
    public static byte[] List(IEnumerable<ArcTask> heldOut, IEnumerable<ArcTask> training)
    {
        var known = training.SelectMany(GridsOf).ToHashSet();
        ulong[] hashes = [.. heldOut.SelectMany(GridsOf).Where(grid => IsTelling(grid) && !known.Contains(grid)).Select(grid => grid.Hash).Distinct().Order()];
        return MemoryMarshal.AsBytes<ulong>(hashes).ToArray();
    }

    /// <summary>All grids of a task.</summary>
    public static IEnumerable<Grid> GridsOf(ArcTask task) =>
        task.Pairs.SelectMany(pair => new[] { pair.Input, pair.Output }).Concat(task.Tests.SelectMany(test => new[] { test.Input, test.Output }).OfType<Grid>());
}
