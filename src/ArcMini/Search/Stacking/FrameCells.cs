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

    /// <summary>
    /// Draws a grid over what the masks hold on one input. <paramref name="visible"/> gets its visible cells, <paramref name="ink"/>
    /// those that are ink, and <paramref name="right"/> those that have the colour of the output.
    /// </summary>
    /// <param name="input">The index of the input.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="atOrigin">Whether it lies at row 0, column 0, wherever it comes from.</param>
    /// <param name="visible">A mask of all inputs.</param>
    /// <param name="ink">A mask of all inputs.</param>
    /// <param name="right">A mask of the demonstrations.</param>
    public void Draw(int input, Grid grid, bool atOrigin, ulong[] visible, ulong[] ink, ulong[] right)
    {
        var (rows, cols) = frame.Sizes[input];
        var (top, left) = atOrigin ? (0, 0) : (grid.Row, grid.Col);
        var isDemonstration = input < outputs.Length;
        if (top == 0 && left == 0 && grid.Rows == rows && grid.Cols == cols)
        {
            DrawWhole(input, grid, visible, ink, right);
            return;
        }
        for (var r = Math.Max(0, -top); r < grid.Rows && top + r < rows; r++)
            for (var c = Math.Max(0, -left); c < grid.Cols && left + c < cols; c++)
                if (grid[r, c] is var cell and not Grid.Transparent)
                {
                    var at = (top + r) * cols + left + c;
                    var (word, bit) = (starts[input] + (at >> 6), 1UL << at);
                    visible[word] |= bit;
                    ink[word] = cell == grid.Backdrop ? ink[word] & ~bit : ink[word] | bit;
                    if (isDemonstration)
                        right[word] = cell == outputs[input].Cells[at] ? right[word] | bit : right[word] & ~bit;
                }
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

    /// <summary>
    /// As <see cref="Draw"/> for a grid that has the size of the frame and is drawn on empty masks, sixteen cells at a time.
    /// </summary>
    private void DrawWhole(int input, Grid grid, ulong[] visible, ulong[] ink, ulong[] right)
    {
        var cells = grid.Cells;
        var wanted = input < outputs.Length ? outputs[input].Cells : [];
        var (word, backdrop, at) = (starts[input], grid.Backdrop, 0);
        for (; at + Vector128<byte>.Count <= cells.Length; at += Vector128<byte>.Count)
        {
            var seen = Vector128.Create(cells[at..]);
            var shown = ~Vector128.Equals(seen, Vector128.Create(Grid.Transparent)).ExtractMostSignificantBits() & 0xFFFF;
            var back = Vector128.Equals(seen, Vector128.Create(backdrop)).ExtractMostSignificantBits();
            var over = (ulong)shown << at;
            visible[word + (at >> 6)] |= over;
            ink[word + (at >> 6)] = ink[word + (at >> 6)] & ~over | ((ulong)(shown & ~back) << at);
            if (wanted.IsEmpty)
                continue;
            var equal = Vector128.Equals(seen, Vector128.Create(wanted[at..])).ExtractMostSignificantBits();
            right[word + (at >> 6)] = right[word + (at >> 6)] & ~over | ((ulong)(equal & shown) << at);
        }
        for (; at < cells.Length; at++)
            if (cells[at] is var cell and not Grid.Transparent)
            {
                var (index, bit) = (word + (at >> 6), 1UL << at);
                visible[index] |= bit;
                ink[index] = cell == backdrop ? ink[index] & ~bit : ink[index] | bit;
                if (!wanted.IsEmpty)
                    right[index] = cell == wanted[at] ? right[index] | bit : right[index] & ~bit;
            }
    }
}
