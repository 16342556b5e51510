using ArcMini.Dsl.Values;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>The outcomes of the items of a list: the colour that each has in the output, or that it stays as it is.</summary>
internal static class ItemOutcomes
{
    /// <summary>The outcome of an item that keeps its colours.</summary>
    public const byte Stays = Color.Count;

    /// <summary>
    /// The outcome of each item on each demonstration. Null where painting the items so does not give the outputs, and where all items have
    /// the same outcome.
    /// </summary>
    public static byte[][]? Of(Term items, Grid[] inputs, Grid[] outputs)
    {
        var all = new byte[outputs.Length][];
        for (var i = 0; i < all.Length; i++)
        {
            var list = items.Values[i].List;
            all[i] = new byte[list.Count];
            var painted = inputs[i].Cells.ToArray();
            for (var item = 0; item < list.Count; item++)
            {
                if (Of(list[item].Grid, outputs[i]) is not { } outcome)
                    return null;
                all[i][item] = outcome;
                if (outcome != Stays)
                    Paint(list[item].Grid, outcome, painted, outputs[i].Cols);
            }
            if (!painted.AsSpan().SequenceEqual(outputs[i].Cells))
                return null;
        }
        return all.SelectMany(outcome => outcome).Distinct().Count() > 1 ? all : null;
    }

    /// <summary>
    /// Whether the outcome of each item is the colour that a property of it is. An item that stays has to have that colour already.
    /// </summary>
    public static bool AreColors(Term colors, byte[][] outcomes, Term items)
    {
        for (var i = 0; i < outcomes.Length; i++)
            for (var item = 0; item < outcomes[i].Length; item++)
            {
                var (color, outcome) = (colors.Values[i].List[item].Color, outcomes[i][item]);
                if (outcome == Stays ? !HasOnly(items.Values[i].List[item].Grid, color) : outcome != color)
                    return false;
            }
        return true;
    }

    private static bool HasOnly(Grid item, byte color) => !item.Cells.ContainsAnyExcept(color, item.Backdrop, Grid.Transparent);

    private static byte? Of(Grid item, Grid output)
    {
        var (stays, isOneColor, color) = (true, true, (byte?)null);
        for (var r = 0; r < item.Rows; r++)
            for (var c = 0; c < item.Cols; c++)
            {
                if (!item.IsInk(item[r, c]))
                    continue;
                if (!output.Contains(item.Row + r, item.Col + c))
                    return null;
                var seen = output[item.Row + r, item.Col + c];
                stays &= seen == item[r, c];
                isOneColor &= (color ??= seen) == seen;
            }
        return stays ? Stays : isOneColor ? color : null;
    }

    private static void Paint(Grid item, byte color, byte[] cells, int cols)
    {
        for (var r = 0; r < item.Rows; r++)
            for (var c = 0; c < item.Cols; c++)
                if (item.IsInk(item[r, c]))
                    cells[(item.Row + r) * cols + item.Col + c] = color;
    }
}
