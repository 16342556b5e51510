using System.Numerics;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>
/// Composes demonstration outputs of partial answers: a base of the right size, and over it pieces whose visible cells are all
/// right, until every pair is exact. The idea of stacking pieces greedily is icecuber's (ARC Kaggle 2020).
/// </summary>
internal sealed class Cover(IReadOnlyList<Grid> outputs)
{
    private const int MaxBases = 120;
    private const int MaxPieces = 4000;
    private const int MaxDepth = 3;

    /// <summary>What one right cell is worth, as a cost: the log of its ten colours. A piece that costs more than it explains fits by chance.</summary>
    private const int CellWorth = 23;

    private readonly int[] starts = Starts(outputs);
    private readonly int cells = outputs.Sum(output => output.Area);
    private readonly int needed = Math.Min(2, outputs.Count);
    private readonly List<Layer> bases = [];
    private readonly List<Layer> pieces = [];
    private readonly HashSet<ulong> masks = [];

    /// <summary>Takes note of a value: as a base, as a piece, as a piece when its background is made transparent, or not at all.</summary>
    public void Add(Entry entry)
    {
        if (entry.Kind == Kind.Grid)
        {
            if (outputs.Select((output, i) => entry.Values[i].Grid is var grid && grid.Rows == output.Rows && grid.Cols == output.Cols && grid.Row == 0 && grid.Col == 0).All(same => same))
                AddBase(entry);
            AddPiece(entry, i => [entry.Values[i].Grid], inkOnly: false);
            AddPiece(entry, i => [entry.Values[i].Grid], inkOnly: true);
        }
        else if (entry.Kind == Kind.Grids)
        {
            AddPiece(entry, i => Enumerable.Range(0, entry.Values[i].List.Count).Select(item => entry.Values[i].List[item].Grid), inkOnly: false);
        }
    }

    /// <summary>Every stack that makes all outputs, each as an expression with its cost.</summary>
    public IEnumerable<(Expr Expression, int Cost)> Stacks()
    {
        foreach (var start in bases.OrderByDescending(layer => layer.Right).ThenBy(layer => layer.Cost).Take(MaxBases))
        {
            var missing = Not(start.Mask);
            var (expr, cost) = (start.Expression, start.Cost);
            for (var depth = 0; depth < MaxDepth && Any(missing); depth++)
            {
                var (best, gain) = (default(Layer), 0.0);
                foreach (var piece in pieces)
                    if (Common(piece.Mask, missing) is var common && common * CellWorth > piece.Cost && PairsHelped(piece.Mask, missing) >= needed && common / (piece.Cost + 30.0) is var value && (value > gain || (common == Ones(missing) && value * 4 > gain)))
                        (best, gain) = (piece, value);
                if (best is null)
                    break;
                expr = new Call("paint", [expr, best.Expression], default);
                cost += best.Cost + 20;
                missing = Without(missing, best.Mask);
            }
            if (!Any(missing))
                yield return (expr, cost);
        }
    }

    private void AddBase(Entry entry)
    {
        var mask = new ulong[starts[^1]];
        for (var i = 0; i < outputs.Count; i++)
        {
            var seen = entry.Values[i].Grid.Cells;
            var wanted = outputs[i].Cells;
            for (var at = 0; at < wanted.Length; at++)
                if (seen[at] == wanted[at])
                    mask[starts[i] + (at >> 6)] |= 1UL << at;
        }
        var right = Ones(mask);
        if (right * 2 < cells || right == cells)
            return;
        bases.Add(new(entry.Expression, entry.Cost, mask, right));
        if (bases.Count > 4 * MaxBases)
        {
            bases.Sort((a, b) => a.Right != b.Right ? b.Right - a.Right : a.Cost - b.Cost);
            bases.RemoveRange(2 * MaxBases, bases.Count - 2 * MaxBases);
        }
    }

    private void AddPiece(Entry entry, Func<int, IEnumerable<Grid>> grids, bool inkOnly)
    {
        if (pieces.Count >= MaxPieces)
            return;
        ulong[]? mask = null;
        for (var i = 0; i < outputs.Count; i++)
            foreach (var grid in grids(i))
            {
                if (inkOnly && grid.Backdrop == Grid.Transparent)
                    return;
                for (int r = 0, at = 0; r < grid.Rows; r++)
                    for (var c = 0; c < grid.Cols; c++, at++)
                    {
                        var cell = grid.Cells[at];
                        if (cell == Grid.Transparent || (inkOnly && cell == grid.Backdrop) || !outputs[i].Contains(grid.Row + r, grid.Col + c))
                            continue;
                        if (outputs[i][grid.Row + r, grid.Col + c] != cell)
                            return;
                        mask ??= new ulong[starts[^1]];
                        var bit = (grid.Row + r) * outputs[i].Cols + grid.Col + c;
                        mask[starts[i] + (bit >> 6)] |= 1UL << bit;
                    }
            }
        if (mask is null || !masks.Add(Hash(mask)))
            return;
        pieces.Add(new(inkOnly ? new Call("ink", [entry.Expression], default) : entry.Expression, entry.Cost + (inkOnly ? 15 : 0), mask, Ones(mask)));
    }

    /// <summary>In how many pairs a piece brings something; one that helps in a single pair is likely to be there by chance.</summary>
    private int PairsHelped(ulong[] mask, ulong[] missing)
    {
        var pairs = 0;
        for (var i = 0; i < outputs.Count; i++)
            for (var word = starts[i]; word < starts[i + 1]; word++)
                if ((mask[word] & missing[word]) != 0)
                {
                    pairs++;
                    break;
                }
        return pairs;
    }

    /// <summary>Where each output's bits begin, in words, and the total.</summary>
    private static int[] Starts(IReadOnlyList<Grid> outputs)
    {
        var starts = new int[outputs.Count + 1];
        for (var i = 0; i < outputs.Count; i++)
            starts[i + 1] = starts[i] + (outputs[i].Area + 63) / 64;
        return starts;
    }

    private ulong[] Not(ulong[] mask)
    {
        var not = new ulong[mask.Length];
        for (var i = 0; i < outputs.Count; i++)
            for (var at = 0; at < outputs[i].Area; at++)
                if ((mask[starts[i] + (at >> 6)] >> at & 1) == 0)
                    not[starts[i] + (at >> 6)] |= 1UL << at;
        return not;
    }

    private static ulong[] Without(ulong[] a, ulong[] b)
    {
        var rest = new ulong[a.Length];
        for (var i = 0; i < a.Length; i++)
            rest[i] = a[i] & ~b[i];
        return rest;
    }

    private static bool Any(ulong[] mask) => mask.AsSpan().ContainsAnyExcept(0UL);

    private static int Ones(ulong[] mask)
    {
        var ones = 0;
        foreach (var word in mask)
            ones += BitOperations.PopCount(word);
        return ones;
    }

    private static int Common(ulong[] a, ulong[] b)
    {
        var ones = 0;
        for (var i = 0; i < a.Length; i++)
            ones += BitOperations.PopCount(a[i] & b[i]);
        return ones;
    }

    private static ulong Hash(ulong[] mask)
    {
        var hash = 14695981039346656037UL;
        foreach (var word in mask)
            hash = (hash ^ word ^ (word >> 32)) * 1099511628211UL;
        return hash;
    }

    private sealed record Layer(Expr Expression, int Cost, ulong[] Mask, int Right);
}
