using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ArcMini.Dsl.Values;

/// <summary>
/// A rectangle of cells, rows x columns, with an origin (row, column) on the grid that it was taken from. A whole grid, a part of a
/// grid and an object all have this type. An object is the rectangle around its cells; the other cells of the rectangle are
/// <see cref="Transparent"/>.
/// </summary>
/// <remarks>
/// Only a <see cref="Budget"/> creates grids, so every grid is charged. A grid is immutable once the code that created it has written
/// its cells. Equality and the hash use the size and the cells, not the origin and the backdrop.
/// </remarks>
public sealed class Grid : IEquatable<Grid>
{
    /// <summary>The value of a transparent cell. It is not a colour.</summary>
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
        Debug.Assert(rows >= 1 && cols >= 1 && cells.Length == rows * cols, "a grid has rows x columns cells");
        Debug.Assert(backdrop is <= Transparent or Unknown, "a backdrop is a cell value or not known yet");
        Rows = rows;
        Cols = cols;
        Row = row;
        Col = col;
        this.backdrop = backdrop;
        this.cells = cells;
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Cols { get; }

    /// <summary>The row of the top left cell on the parent grid, from 0.</summary>
    public int Row { get; }

    /// <summary>The column of the top left cell on the parent grid, from 0.</summary>
    public int Col { get; }

    /// <summary>The number of cells: rows times columns.</summary>
    public int Area => cells.Length;

    /// <summary>The cells in row-major order.</summary>
    public ReadOnlySpan<byte> Cells => cells;

    /// <summary>The cells of one row of this grid, from 0.</summary>
    public ReadOnlySpan<byte> Line(int row) => cells.AsSpan(row * Cols, Cols);

    /// <summary>The cell at a row and a column of this grid, both from 0.</summary>
    public byte this[int row, int col]
    {
        get
        {
            Debug.Assert(Contains(row, col), "the cell lies on the grid");
            return cells[row * Cols + col];
        }
    }

    /// <summary>
    /// The background value. For an object it is <see cref="Transparent"/>. For a scene it is the colour that was set or inherited, else
    /// the most frequent colour. Every visible cell of another colour is ink.
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

    /// <summary>The stored backdrop of a grid for which none is known yet.</summary>
    internal const byte Unknown = 255;

    /// <summary>A 64-bit hash of the size and the cells. It is the same in every process and is computed once.</summary>
    public ulong Hash
    {
        get
        {
            if (hash == 0)
                hash = Mix(cells, (ulong)(Rows * 1000 + Cols) * 0x9E3779B97F4A7C15) | 1;
            return hash;
        }
    }

    /// <summary>The cells for writing. Only the code that has just created the grid may use it.</summary>
    internal Span<byte> WritableCells => cells;

    /// <summary>The number of ink cells: visible and not background.</summary>
    public int InkCount =>
        Backdrop == Transparent ? Area - Cells.Count(Transparent) : Area - Cells.Count(Backdrop) - Cells.Count(Transparent);

    /// <summary>A grid that shares these cells and has another origin and backdrop.</summary>
    internal Grid With(Permit permit, int row, int col, byte backdrop) =>
        new(permit, Rows, Cols, row, col, backdrop, cells) { hash = hash };

    /// <summary>Whether a cell value is ink: visible and not background.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsInk(byte cell) => cell != Transparent && cell != Backdrop;

    /// <summary>The set of all ink values of this grid.</summary>
    internal ColorSet Inks => ColorSet.Visible.Without(Backdrop);

    /// <summary>Whether another grid has the same size.</summary>
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

    /// <summary>The most frequent visible colour; the lowest of equally frequent ones; transparent if no cell is visible.</summary>
    private static byte MostFrequent(ReadOnlySpan<byte> cells)
    {
        var (best, most) = (Transparent, 0);
        for (byte color = 0; color < Transparent && most <= cells.Length / 2; color++)
            if (cells.Count(color) is var count && count > most)
                (best, most) = (color, count);
        return best;
    }

    /// <summary>Adds the cells to a hash, sixteen at a time: each cell takes four bits of a 64-bit word.</summary>
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

    /// <summary>Adds a word to a hash: half of the finalizer of MurmurHash3 (Austin Appleby), with its constants.</summary>
    private static ulong Mix(ulong hash, ulong word)
    {
        hash = (hash ^ word) * 0xFF51AFD7ED558CCD;
        return (hash ^ hash >> 32) * 0xC4CEB9FE1A85EC53;
    }

    /// <summary>The text form of the grid, see <see cref="GridText"/>.</summary>
    public override string ToString() => GridText.Write(this);
}
