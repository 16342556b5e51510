using System.Runtime.Intrinsics;
using ArcMini.Dsl.Values;

namespace ArcMini.Search.Stacking;

/// <summary>
/// The cells of a frame on all inputs, as bit masks: one bit for each cell, in words of 64. The bits of each input begin a new word. The
/// demonstrations come first.
/// </summary>
internal sealed class FrameCells
{
    private readonly Frame frame;
    private readonly Grid[] outputs;
    private readonly int[] starts;

    /// <summary>The cells of a frame.</summary>
    public FrameCells(Frame frame, Grid[] outputs)
    {
        (this.frame, this.outputs) = (frame, outputs);
        starts = new int[frame.Sizes.Length + 1];
        for (var i = 0; i < frame.Sizes.Length; i++)
            starts[i + 1] = starts[i] + (frame.Sizes[i].Rows * frame.Sizes[i].Cols + 63) / 64;
        All = NewMask();
        for (var i = 0; i < frame.Sizes.Length; i++)
            for (var at = 0; at < frame.Sizes[i].Rows * frame.Sizes[i].Cols; at++)
                All[starts[i] + (at >> 6)] |= 1UL << at;
    }

    /// <summary>All cells.</summary>
    public ulong[] All { get; }

    /// <summary>The number of words of the demonstrations.</summary>
    public int DemonstrationWords => starts[outputs.Length];

    /// <summary>A mask without cells.</summary>
    public ulong[] NewMask() => new ulong[starts[^1]];

    /// <summary>Masks on which nothing is drawn yet.</summary>
    public DrawnCells NewDrawn() => new(NewMask(), NewMask(), new ulong[DemonstrationWords], new ulong[DemonstrationWords]);

    /// <summary>The part of a mask that belongs to an input.</summary>
    public Span<ulong> Of(ulong[] mask, int input) => mask.AsSpan(starts[input], starts[input + 1] - starts[input]);

    /// <summary>The cells of the outputs that have a colour, for the demonstrations.</summary>
    public ulong[] OfColor(byte color)
    {
        var mask = new ulong[DemonstrationWords];
        for (var i = 0; i < outputs.Length; i++)
            for (var at = 0; at < outputs[i].Area; at++)
                if (outputs[i].Cells[at] == color)
                    mask[starts[i] + (at >> 6)] |= 1UL << at;
        return mask;
    }

    /// <summary>Adds the visible cells of a grid that lies on the frame of an input, its top left cell at a place.</summary>
    public void Mark(int input, Grid grid, Point place, ulong[] mask)
    {
        var (rows, cols) = frame.Sizes[input];
        for (int r = place.Row, from = 0; r < place.Row + grid.Rows; r++)
            for (var c = place.Col; c < place.Col + grid.Cols; c++, from++)
                if (grid.Cells[from] != Grid.Transparent && r >= 0 && c >= 0 && r < rows && c < cols && r * cols + c is var at)
                    mask[starts[input] + (at >> 6)] |= 1UL << at;
    }

    /// <summary>Draws a grid over what is drawn on one input.</summary>
    /// <param name="input">The index of the input.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="atOrigin">Whether it lies at row 0, column 0, wherever it comes from.</param>
    /// <param name="drawn">What is drawn.</param>
    public void Draw(int input, Grid grid, bool atOrigin, DrawnCells drawn)
    {
        var (rows, cols) = frame.Sizes[input];
        var (top, left) = atOrigin ? (0, 0) : (grid.Row, grid.Col);
        if (top == 0 && left == 0 && grid.Rows == rows && grid.Cols == cols)
        {
            DrawWhole(input, grid, drawn);
            return;
        }
        for (var r = Math.Max(0, -top); r < grid.Rows && top + r < rows; r++)
            for (var c = Math.Max(0, -left); c < grid.Cols && left + c < cols; c++)
                if (grid[r, c] is var cell and not Grid.Transparent)
                    DrawCell(input, (top + r) * cols + left + c, cell, grid.Backdrop, drawn);
    }

    /// <summary>Adds the cells of a grid of the frame's size to the masks of their colours. Masks that are missing are made.</summary>
    /// <param name="input">The index of the input.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="masks">A mask of all inputs for each cell value.</param>
    public void MarkColors(int input, Grid grid, ulong[]?[] masks)
    {
        for (var at = 0; at < grid.Area; at++)
            (masks[grid.Cells[at]] ??= NewMask())[starts[input] + (at >> 6)] |= 1UL << at;
    }

    /// <summary>As <see cref="Draw"/> for a grid that has the size of the frame, sixteen cells at a time.</summary>
    private void DrawWhole(int input, Grid grid, DrawnCells drawn)
    {
        var cells = grid.Cells;
        var wanted = input < outputs.Length ? outputs[input].Cells : [];
        var (word, backdrop, at) = (starts[input], Vector128.Create(grid.Backdrop), 0);
        for (; at + Vector128<byte>.Count <= cells.Length; at += Vector128<byte>.Count)
        {
            var seen = Vector128.Create(cells[at..]);
            var shown = ~Bits(Vector128.Equals(seen, Vector128.Create(Grid.Transparent))) & 0xFFFF;
            var ink = shown & ~Bits(Vector128.Equals(seen, backdrop));
            var index = word + (at >> 6);
            drawn.Visible[index] |= shown << at;
            drawn.Ink[index] |= ink << at;
            if (wanted.IsEmpty)
                continue;
            var right = Bits(Vector128.Equals(seen, Vector128.Create(wanted[at..])));
            drawn.Right[index] = drawn.Right[index] & ~(shown << at) | ((shown & right) << at);
            drawn.InkRight[index] = drawn.InkRight[index] & ~(ink << at) | ((ink & right) << at);
        }
        for (; at < cells.Length; at++)
            if (cells[at] is var cell and not Grid.Transparent)
                DrawCell(input, at, cell, grid.Backdrop, drawn);

        static ulong Bits(Vector128<byte> equal) => equal.ExtractMostSignificantBits();
    }

    private void DrawCell(int input, int at, byte cell, byte backdrop, DrawnCells drawn)
    {
        var (word, bit) = (starts[input] + (at >> 6), 1UL << at);
        var isInk = cell != backdrop;
        drawn.Visible[word] |= bit;
        if (isInk)
            drawn.Ink[word] |= bit;
        if (input >= outputs.Length)
            return;
        var right = cell == outputs[input].Cells[at] ? bit : 0;
        drawn.Right[word] = drawn.Right[word] & ~bit | right;
        if (isInk)
            drawn.InkRight[word] = drawn.InkRight[word] & ~bit | right;
    }
}
