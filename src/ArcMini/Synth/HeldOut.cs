using System.Collections.Frozen;
using System.Runtime.InteropServices;
using ArcMini.Dsl.Values;
using ArcMini.Tasks;

namespace ArcMini.Synth;

/// <summary>
/// The hashes of the grids of the sets that ArcMini is measured on (arc-agi_validation, concept-arc, mini-arc). With them, none of these
/// grids can get into the data that a model learns from. Grids that are in training tasks too are not in the list. Neither are grids of
/// fewer than ten cells or of one colour, which any task may have.
/// </summary>
internal static class HeldOut
{
    private const int MinCells = 10;

    private static readonly Lazy<FrozenSet<ulong>> Hashes = new(() =>
    {
        using var stream = typeof(HeldOut).Assembly.GetManifestResourceStream("held-out")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return MemoryMarshal.Cast<byte, ulong>(bytes).ToArray().ToFrozenSet();
    });

    /// <summary>Whether a grid is in the list.</summary>
    public static bool Contains(Grid grid) => IsTelling(grid) && Hashes.Value.Contains(grid.Hash);

    /// <summary>
    /// Whether a task is of one of the sets: at least half of its telling grids are in the list. A single grid may be the same by chance.
    /// </summary>
    public static bool Has(ArcTask task)
    {
        var telling = GridsOf(task).Where(IsTelling).ToList();
        return telling.Count > 0 && telling.Count(Contains) * 2 >= telling.Count;
    }

    /// <summary>Whether a grid is large enough, and has colours enough, to tell which task it belongs to.</summary>
    public static bool IsTelling(Grid grid) => grid.Area >= MinCells && grid.Cells.ContainsAnyExcept(grid.Cells[0]);

    /// <summary>The list as the binary carries it: hashes of 8 bytes, little-endian, in ascending order.</summary>
    public static byte[] List(IEnumerable<ArcTask> heldOut, IEnumerable<ArcTask> training)
    {
        var known = training.SelectMany(GridsOf).ToHashSet();
        var secret = heldOut.SelectMany(GridsOf).Where(grid => IsTelling(grid) && !known.Contains(grid));
        ulong[] hashes = [.. secret.Select(grid => grid.Hash).Distinct().Order()];
        return MemoryMarshal.AsBytes<ulong>(hashes).ToArray();
    }

    /// <summary>All grids of a task.</summary>
    public static IEnumerable<Grid> GridsOf(ArcTask task) =>
        task.Pairs.SelectMany(pair => new[] { pair.Input, pair.Output })
            .Concat(task.Tests.SelectMany(test => new[] { test.Input, test.Output }).OfType<Grid>());
}
