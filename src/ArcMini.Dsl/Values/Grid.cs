using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ArcMini.Dsl.Values;

/// <summary>
/// A rectangle of cells, rows x columns, with an origin (row, column) on the grid it was taken from. A whole grid, a part of one
/// and an object are all this type: an object is the rectangle around its cells in which the cells that are not its own are
/// <see cref="Transparent"/>.
/// </summary>
/// <remarks>
/// A grid is immutable to everyone but its maker, and only a <see cref="Budget"/> makes one, so none escapes the charge.
/// Equality and the hash look at the size and the cells, not at the origin or the backdrop.
/// </remarks>
public sealed class Grid : IEquatable<Grid>
{
    /// <summary>The value of a cell that shows what lies beneath; no colour.</summary>
    public const byte Transparent = 10;

    /// <summary>The longest side of a grid in a task, in cells. A submission may not answer with a larger one.</summary>
    public const int MaxTaskSide = 30;

    /// <summary>The longest side of a grid while a program runs, in cells. It leaves room to work in.</summary>
    public const int MaxSide = 120;

    private readonly byte[] cells;
    private byte backdrop;
    private ulong hash;

    internal Grid(Permit permit, int rows, int cols, int row, int col, byte backdrop, byte[] cells)
    {
        permit.Check();
        Rows = rows;
        Cols = cols;
        Row = row;
        Col = col;
        this.backdrop = backdrop;
        this.cells = cells;
    }

    /// <summary>Height in cells.</summary>
    public int Rows { get; }

    /// <summary>Width in cells.</summary>
    public int Cols { get; }

    /// <summary>Row of the top left cell on the parent grid.</summary>
    public int Row { get; }

    /// <summary>Column of the top left cell on the parent grid.</summary>
    public int Col { get; }

    /// <summary>Rows times columns.</summary>
    public int Area => cells.Length;

    /// <summary>The cells in row-major order.</summary>
    public ReadOnlySpan<byte> Cells => cells;

    /// <summary>The cells of one row, counted from this grid's own top.</summary>
    public ReadOnlySpan<byte> Line(int row) => cells.AsSpan(row * Cols, Cols);

    /// <summary>The cell at a row and column counted from this grid's own top left.</summary>
    public byte this[int row, int col] => cells[row * Cols + col];

    /// <summary>
    /// What counts as background: <see cref="Transparent"/> on an object; on a scene the colour it was given or inherited, else its
    /// most frequent colour. Every other visible cell is ink.
    /// </summary>
    public byte Backdrop
    {
        get
        {
            if (backdrop == Unknown)
                backdrop = MostFrequent(cells);
            return backdrop;
        }
    }

    /// <summary>The backdrop of a grid for which none was chosen yet.</summary>
    internal const byte Unknown = 255;

    /// <summary>A 64-bit hash of size and cells, the same in every process, computed once.</summary>
    public ulong Hash
    {
        get
        {
            if (hash == 0)
                hash = Mix(cells, (ulong)(Rows * 1000 + Cols) * 0x9E3779B97F4A7C15) | 1;
            return hash;
        }
    }

    /// <summary>The cells, to be written by whoever has just made the grid and by nobody after.</summary>
    internal Span<byte> WritableCells => cells;

    /// <summary>How many cells are visible and not background.</summary>
    public int InkCount => Backdrop == Transparent ? Area - Cells.Count(Transparent) : Area - Cells.Count(Backdrop) - Cells.Count(Transparent);

    /// <summary>The same cells, shared, at another origin and on another backdrop.</summary>
    internal Grid With(Permit permit, int row, int col, byte backdrop) => new(permit, Rows, Cols, row, col, backdrop, cells) { hash = hash };

    /// <summary>Whether a cell is visible and not background.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsInk(byte cell) => cell != Transparent && cell != Backdrop;

    /// <summary>The values of cells that are visible and not background.</summary>
    internal ColorSet Inks => ColorSet.Visible.Without(Backdrop);

    /// <summary>Whether another grid has as many rows and columns.</summary>
    public bool IsSizeOf(Grid other) => Rows == other.Rows && Cols == other.Cols;

    /// <summary>Whether a row and column lie on this grid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int row, int col) => (uint)row < (uint)Rows && (uint)col < (uint)Cols;

    /// <inheritdoc/>
    public bool Equals(Grid? other) =>
        ReferenceEquals(this, other) || (other is not null && IsSizeOf(other) && Cells.SequenceEqual(other.Cells));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Grid);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(Hash >> 32);

    /// <summary>The most frequent visible colour, the lower number where two are as frequent; transparent where nothing is visible.</summary>
    private static byte MostFrequent(ReadOnlySpan<byte> cells)
    {
        var (best, most) = (Transparent, 0);
        for (byte color = 0; color < Transparent && most <= cells.Length / 2; color++)
            if (cells.Count(color) is var count && count > most)
                (best, most) = (color, count);
        return best;
    }

    /// <summary>Sixteen cells a step: each takes four bits of a word.</summary>
    private static ulong Mix(ReadOnlySpan<byte> cells, ulong hash)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(cells);
        var at = 0;
        for (; at + 1 < words.Length; at += 2)
            hash = Mix(hash, words[at] | words[at + 1] << 4);
        for (var rest = at * sizeof(ulong); rest < cells.Length; rest += sizeof(ulong))
        {
            var word = 0UL;
            foreach (var cell in cells[rest..Math.Min(rest + sizeof(ulong), cells.Length)])
                word = word << 8 | cell;
            hash = Mix(hash, word);
        }
        return hash;
    }

    /// <summary>The finalizer of MurmurHash3 (Appleby), halved.</summary>
    private static ulong Mix(ulong hash, ulong word)
    {
        hash = (hash ^ word) * 0xFF51AFD7ED558CCD;
        return (hash ^ hash >> 32) * 0xC4CEB9FE1A85EC53;
    }

    /// <summary>The cells as text: a digit a cell, <c>.</c> where transparent, rows parted by <c>/</c>.</summary>
    public override string ToString() => GridText.Write(this);
}
