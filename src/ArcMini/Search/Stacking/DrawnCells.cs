namespace ArcMini.Search.Stacking;

/// <summary>What grids that are drawn over each other show, as masks of <see cref="FrameCells"/>.</summary>
/// <param name="Visible">The cells that are covered, for all inputs.</param>
/// <param name="Ink">
/// The cells that are covered by ink of some grid, for all inputs. The background of a later grid does not hide it: the primitive
/// <c>ink</c> takes the background off each grid.
/// </param>
/// <param name="Right">The covered cells that have the colour of the output, for the demonstrations.</param>
/// <param name="InkRight">The cells of ink that have the colour of the output, for the demonstrations.</param>
internal sealed record DrawnCells(ulong[] Visible, ulong[] Ink, ulong[] Right, ulong[] InkRight)
{
    /// <summary>Takes everything off.</summary>
    public void Clear()
    {
        Array.Clear(Visible);
        Array.Clear(Ink);
        Array.Clear(Right);
        Array.Clear(InkRight);
    }
}
