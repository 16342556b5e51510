using System.Runtime.InteropServices;

namespace ArcMini.Dsl.Values;

/// <summary>
/// A rectangle of cells, rows x columns, with an origin (row, column) on the grid it was taken from. A whole grid, a part of one
/// and an object are all this type: an object is the rectangle around its cells in which the cells that are not its own are
/// <see cref="Transparent"/>.
/// </summary>
/// <remarks>
/// A grid is immutable to everyone but its maker, and only a <see cref="Runtime.Budget"/> makes one, so none escapes the charge.
/// Equality and the hash look at the size and the cells, not at the origin or the backdrop.
/// </remarks>
public sealed class Grid : IEquatable<Grid>
{
    /// <summary>The value of a cell that shows what lies beneath; no colour.</summary>
    public const byte Transparent = 10;

    /// <summary>The longest side that any grid may have, in cells; tasks themselves end at 30.</summary>
    public const int MaxSide = 120;

    private readonly byte[] cells;
    private byte backdrop;
    private ulong hash;

    internal Grid(Runtime.Permit permit, int rows, int cols, int row, int col, byte backdrop, byte[] cells)
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
                hash = Mix(cells, (ulong)(Rows * 1000 + Cols)) | 1;
            return hash;
        }
    }

    /// <summary>The cells, to be written by whoever has just made the grid and by nobody after.</summary>
    internal Span<byte> Draft => cells;

    /// <summary>How many cells are visible and not background.</summary>
    public int InkCount => Backdrop == Transparent ? Area - Cells.Count(Transparent) : Area - Cells.Count(Backdrop) - Cells.Count(Transparent);

    /// <summary>The same cells, shared, at another origin and on another backdrop.</summary>
    internal Grid With(Runtime.Permit permit, int row, int col, byte backdrop) => new(permit, Rows, Cols, row, col, backdrop, cells) { hash = hash };

    /// <summary>Whether a cell is visible and not background.</summary>
    public bool IsInk(byte cell) => cell != Transparent && cell != Backdrop;

    /// <summary>Whether a row and column lie on this grid.</summary>
    public bool Contains(int row, int col) => (uint)row < (uint)Rows && (uint)col < (uint)Cols;

    /// <inheritdoc/>
    public bool Equals(Grid? other) =>
        ReferenceEquals(this, other) || (other is not null && Rows == other.Rows && Cols == other.Cols && Cells.SequenceEqual(other.Cells));

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

    private static ulong Mix(ReadOnlySpan<byte> bytes, ulong seed)
    {
        var hash = seed * 0x9E3779B97F4A7C15;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
            hash = Fold(hash ^ word);
        foreach (var tail in bytes[(bytes.Length & ~7)..])
            hash = Fold(hash ^ tail);
        return hash;
    }

    private static ulong Fold(ulong word)
    {
        var high = Math.BigMul(word, 0xD6E8FEB86659FD93, out var low);
        return (high ^ low) + 0x9E3779B97F4A7C15;
    }

    /// <summary>The cells as text: a digit a cell, <c>.</c> where transparent, rows parted by <c>/</c>.</summary>
    public override string ToString() => GridText.Write(this);
}
