using ArcMini.Dsl.Values;
using ArcMini.Randomness;

namespace ArcMini.Synth;

/// <summary>A kind of scene: how one is drawn, and the primitives that it suits.</summary>
/// <param name="Name">A word for it.</param>
/// <param name="Weight">How often it is drawn.</param>
/// <param name="Draw">Draws one.</param>
/// <param name="Suits">Names of primitives that are likelier on it.</param>
internal sealed record Scene(string Name, double Weight, Func<SceneStyle, Canvas> Draw, IReadOnlySet<string> Suits);

/// <summary>
/// What the grids of one task have in common (colours, sizes, shapes, amounts), so that they look as if made by one hand.
/// </summary>
internal sealed class SceneStyle
{
    private readonly bool sameSize;
    private readonly bool square;
    private readonly int rows;
    private readonly int cols;

    /// <summary>Draws the common traits.</summary>
    public SceneStyle(SeededRandom dice, int maxSide)
    {
        Dice = dice;
        MaxSide = maxSide;
        Background = dice.Chance(0.8) ? (byte)0 : (byte)dice.Below(Color.Count);
        Inks = [.. dice.Shuffle(Enumerable.Range(0, Color.Count).Select(color => (byte)color).Where(color => color != Background)).Take(dice.Pick([1, 2, 2, 3, 3, 4, 5]))];
        sameSize = dice.Chance(0.5);
        square = dice.Chance(0.4);
        rows = Side();
        cols = square ? rows : Side();
        Amount = dice.Between(1, 5);
        Density = 0.15 + 0.6 * dice.Real();
        Variant = dice.Below(1000);
    }

    /// <summary>The longest side of a grid.</summary>
    public int MaxSide { get; }

    /// <summary>Where all choices come from.</summary>
    public SeededRandom Dice { get; }

    /// <summary>The colour of the background.</summary>
    public byte Background { get; }

    /// <summary>The other colours.</summary>
    public byte[] Inks { get; }

    /// <summary>Roughly how many things there are, 1 to 5.</summary>
    public int Amount { get; }

    /// <summary>The share of ink in noise.</summary>
    public double Density { get; }

    /// <summary>A number that stays the same for all grids of a task.</summary>
    public int Variant { get; }

    /// <summary>A colour other than the background.</summary>
    public byte Ink() => Dice.Pick(Inks);

    /// <summary>How many things this time.</summary>
    public int Count() => Math.Max(1, Amount + Dice.Between(-1, 1));

    /// <summary>An empty scene; at least and at most so many cells a side.</summary>
    public Canvas Empty(int least = 2, int most = 30)
    {
        var (r, c) = sameSize ? (rows, cols) : (Side(), Side());
        if (square)
            c = r;
        most = Math.Min(most, MaxSide);
        return new(Math.Clamp(r, Math.Min(least, most), most), Math.Clamp(c, Math.Min(least, most), most), Background);
    }

    private int Side() => Math.Min(MaxSide, 2 + (int)Math.Round((MaxSide - 2) * Math.Sqrt(Dice.Real())));
}

/// <summary>The kinds of scenes that inputs of synthetic tasks are drawn from.</summary>
internal static class Scenes
{
    /// <summary>All kinds, each as likely as its weight says.</summary>
    public static WeightedChoice<Scene> All { get; } = new(
    [
        new("noise", 8, Noise, Set("gravity denoise spread connect_x connect_y roll rot90 flip_x flip_y transpose replace swap")),
        new("pattern", 8, Pattern, Set("mirror_x mirror_y tile scale kron stretch rot90 rot180 flip_x beside above transpose")),
        new("objects", 20, Objects, Set("objects objects4 shapes largest smallest max_by min_by filter paint recolor crop cut map move sort_by odd_by remove")),
        new("copies", 6, Copies, Set("objects odd_by common_by filter same_shape largest paint")),
        new("pixels", 7, Pixels, Set("pixels connect connect_x connect_y connect_diagonal ray line paint beam shoot halo points points_of spread")),
        new("lines", 5, Lines, Set("spaces regions objects rows cols fill_nearest color gravity")),
        new("rectangles", 6, Rectangles, Set("objects crop box solid shrink largest smallest is_solid cut fill regions")),
        new("enclosed", 8, Enclosed, Set("fill_holes holes spaces inside paint objects halo box cut")),
        new("panels", 9, Panels, Set("panels split_x split_y both either only exclusive neither mask unmask compose first last nth tiles odd_by left_half right_half top_half")),
        new("halves", 7, Halves, Set("left_half right_half top_half bottom_half both either only exclusive neither overlay mask split_x split_y")),
        new("tiling", 6, Tiling, Set("unit complete_tiling tile_to tiles replace")),
        new("symmetric", 6, Symmetric, Set("complete_symmetry symmetrize left_half top_half cut")),
        new("framed", 5, Framed, Set("shrink crop border frame take_top take_left part objects cut backdrop")),
        new("blocks", 6, Blocks, Set("downscale dedupe scale crop")),
        new("fallen", 6, Fallen, Set("gravity approach move toward shift move_to repeat")),
        new("rays", 5, Seeds, Set("beam shoot ray paint gravity paint_where color_at")),
    ], scene => scene.Weight);

    private static HashSet<string> Set(string names) => [.. names.Split(' ')];

    private static Canvas Noise(SceneStyle stage)
    {
        var canvas = stage.Empty(3);
        Scatter(stage, canvas, stage.Density);
        return canvas;
    }

    private static Canvas Pattern(SceneStyle stage)
    {
        var canvas = stage.Empty(2, 2 + stage.Variant % 4);
        Scatter(stage, canvas, 0.4 + 0.6 * stage.Density);
        return canvas;
    }

    private static Canvas Objects(SceneStyle stage)
    {
        var canvas = stage.Empty(5);
        Place(stage, canvas, stage.Count() + 1, () => Shape(stage, 4));
        if (stage.Variant % 10 == 0)
            canvas[stage.Dice.Below(canvas.Rows), stage.Dice.Below(canvas.Cols)] = stage.Ink();
        return canvas;
    }

    private static Canvas Copies(SceneStyle stage)
    {
        var canvas = stage.Empty(6);
        var shape = Shape(stage, 3);
        Place(stage, canvas, stage.Count() + 1, () =>
        {
            var copy = new Canvas(shape.Rows, shape.Cols, stage.Background);
            var ink = stage.Ink();
            for (var r = 0; r < shape.Rows; r++)
                for (var c = 0; c < shape.Cols; c++)
                    if (shape[r, c] != stage.Background)
                        copy[r, c] = ink;
            return copy;
        });
        Place(stage, canvas, 1, () => Shape(stage, 3));
        return canvas;
    }

    private static Canvas Pixels(SceneStyle stage)
    {
        var canvas = stage.Empty(4);
        for (var i = stage.Count() + 1; i > 0; i--)
        {
            var (row, col, ink) = (stage.Dice.Below(canvas.Rows), stage.Dice.Below(canvas.Cols), stage.Ink());
            canvas[row, col] = ink;
            if (stage.Variant % 3 == 0)
                canvas[stage.Dice.Chance(0.5) ? row : stage.Dice.Below(canvas.Rows), stage.Dice.Below(canvas.Cols)] = ink;
        }
        return canvas;
    }

    private static Canvas Lines(SceneStyle stage)
    {
        var canvas = stage.Empty(4);
        for (var i = Math.Max(1, stage.Count() - 1); i > 0; i--)
        {
            var (row, col, ink) = (stage.Dice.Below(canvas.Rows), stage.Dice.Below(canvas.Cols), stage.Ink());
            switch (stage.Variant % 4)
            {
                case 0:
                    canvas.Fill(row, 0, 1, canvas.Cols, ink);
                    break;
                case 1:
                    canvas.Fill(0, col, canvas.Rows, 1, ink);
                    break;
                case 2 when stage.Dice.Chance(0.5):
                    canvas.Fill(row, 0, 1, stage.Dice.Between(1, canvas.Cols), ink);
                    break;
                case 2:
                    canvas.Fill(canvas.Rows - stage.Dice.Between(1, canvas.Rows), col, canvas.Rows, 1, ink);
                    break;
                default:
                    canvas.Ray(row, 0, stage.Dice.Chance(0.5) ? 1 : -1, 1, ink);
                    break;
            }
        }
        return canvas;
    }

    private static Canvas Rectangles(SceneStyle stage)
    {
        var canvas = stage.Empty(5);
        for (var i = stage.Count(); i > 0; i--)
        {
            var (rows, cols) = (stage.Dice.Between(1, canvas.Rows / 2 + 1), stage.Dice.Between(1, canvas.Cols / 2 + 1));
            canvas.Fill(stage.Dice.Below(canvas.Rows - rows + 1), stage.Dice.Below(canvas.Cols - cols + 1), rows, cols, stage.Ink());
        }
        return canvas;
    }

    private static Canvas Enclosed(SceneStyle stage)
    {
        var canvas = stage.Empty(5);
        Place(stage, canvas, Math.Max(1, stage.Count() - 1), () =>
        {
            var ring = new Canvas(stage.Dice.Between(3, 5), stage.Dice.Between(3, 5), stage.Background);
            ring.Ring(0, 0, ring.Rows, ring.Cols, stage.Ink());
            if (stage.Dice.Chance(0.3))
                ring[stage.Dice.Between(1, ring.Rows - 2), stage.Dice.Between(1, ring.Cols - 2)] = stage.Ink();
            if (stage.Dice.Chance(0.2))
                ring[0, stage.Dice.Below(ring.Cols)] = stage.Background;
            return ring;
        });
        if (stage.Variant % 3 == 0)
            Place(stage, canvas, 2, () => Shape(stage, 2));
        return canvas;
    }

    private static Canvas Panels(SceneStyle stage)
    {
        var (across, down) = (1 + stage.Variant % 3, 1 + stage.Variant / 3 % 3);
        if (across * down == 1)
            across = 2;
        var model = stage.Empty(2, Math.Clamp((stage.MaxSide + 1) / Math.Max(across, down) - 1, 2, 5));
        var canvas = new Canvas(down * (model.Rows + 1) - 1, across * (model.Cols + 1) - 1, stage.Inks[0]);
        var same = stage.Variant % 5 == 0 ? Filled(0) : null;
        for (var i = 0; i < across * down; i++)
        {
            var panel = same is not null && stage.Dice.Chance(0.6) ? same : Filled(i);
            for (var r = 0; r < panel.Rows; r++)
                for (var c = 0; c < panel.Cols; c++)
                    canvas[i / across * (model.Rows + 1) + r, i % across * (model.Cols + 1) + c] = panel[r, c];
        }
        return canvas;

        Canvas Filled(int index)
        {
            var panel = new Canvas(model.Rows, model.Cols, stage.Background);
            Scatter(stage, panel, stage.Density, stage.Inks.Length > 1 ? stage.Variant % 2 == 0 ? [stage.Inks[1 + index % (stage.Inks.Length - 1)]] : stage.Inks[1..] : stage.Inks);
            return panel;
        }
    }

    private static Canvas Halves(SceneStyle stage)
    {
        var half = stage.Empty(2, Math.Clamp(stage.MaxSide / 2, 2, 6));
        var canvas = stage.Variant % 2 == 0 ? new Canvas(half.Rows, half.Cols * 2, stage.Background) : new Canvas(half.Rows * 2, half.Cols, stage.Background);
        for (var i = 0; i < 2; i++)
        {
            Scatter(stage, half, stage.Density, [stage.Inks[i % stage.Inks.Length]]);
            canvas.Stamp(half, i * (stage.Variant % 2) * half.Rows, i * (1 - stage.Variant % 2) * half.Cols, 255);
            half.Fill(0, 0, half.Rows, half.Cols, stage.Background);
        }
        return canvas;
    }

    private static Canvas Tiling(SceneStyle stage)
    {
        var canvas = stage.Empty(5);
        var (rows, cols) = (stage.Dice.Between(1, 3), stage.Dice.Between(2, 3));
        var tile = new Canvas(rows, cols, stage.Background);
        Scatter(stage, tile, 0.7);
        for (var r = 0; r < canvas.Rows; r++)
            for (var c = 0; c < canvas.Cols; c++)
                canvas[r, c] = tile[r % rows, c % cols];
        if (stage.Variant % 3 > 0)
            Patch(stage, canvas, stage.Variant % 3 == 1 ? (byte)0 : stage.Inks[0]);
        return canvas;
    }

    private static Canvas Symmetric(SceneStyle stage)
    {
        var canvas = stage.Empty(4);
        var kind = stage.Variant % 3;
        Scatter(stage, canvas, stage.Density);
        for (var r = 0; r < canvas.Rows; r++)
            for (var c = 0; c < canvas.Cols; c++)
                canvas[r, c] = canvas[kind > 0 ? Math.Min(r, canvas.Rows - 1 - r) : r, kind < 2 ? Math.Min(c, canvas.Cols - 1 - c) : c];
        if (stage.Variant / 3 % 4 > 0)
            Patch(stage, canvas, stage.Variant / 3 % 4 == 1 ? stage.Background : stage.Inks[0]);
        return canvas;
    }

    private static Canvas Framed(SceneStyle stage)
    {
        var canvas = stage.Empty(5);
        if (stage.Variant % 2 == 0)
        {
            Scatter(stage, canvas, stage.Density / 2);
            canvas.Ring(0, 0, canvas.Rows, canvas.Cols, stage.Inks[0]);
            return canvas;
        }
        var (rows, cols) = (stage.Dice.Between(3, canvas.Rows - 1), stage.Dice.Between(3, canvas.Cols - 1));
        var inner = new Canvas(rows, cols, stage.Background);
        Scatter(stage, inner, stage.Density);
        inner.Ring(0, 0, rows, cols, stage.Inks[0]);
        canvas.Stamp(inner, stage.Dice.Below(canvas.Rows - rows + 1), stage.Dice.Below(canvas.Cols - cols + 1), 255);
        return canvas;
    }

    private static Canvas Blocks(SceneStyle stage)
    {
        var n = 2 + stage.Variant % 2;
        var small = stage.Empty(2, Math.Clamp(stage.MaxSide / n, 2, 4));
        Scatter(stage, small, 0.4 + 0.5 * stage.Density);
        var even = stage.Variant % 4 < 3;
        var rows = Enumerable.Range(0, small.Rows).SelectMany(r => Enumerable.Repeat(r, even ? n : stage.Dice.Between(1, 3))).ToArray();
        var cols = Enumerable.Range(0, small.Cols).SelectMany(c => Enumerable.Repeat(c, even ? n : stage.Dice.Between(1, 3))).ToArray();
        var canvas = new Canvas(rows.Length, cols.Length, stage.Background);
        for (var r = 0; r < rows.Length; r++)
            for (var c = 0; c < cols.Length; c++)
                canvas[r, c] = small[rows[r], cols[c]];
        return canvas;
    }

    private static Canvas Fallen(SceneStyle stage)
    {
        var canvas = stage.Empty(5);
        if (stage.Variant % 2 == 0)
            canvas.Fill(stage.Variant % 4 == 0 ? canvas.Rows - 1 : 0, 0, 1, canvas.Cols, stage.Inks[0]);
        Place(stage, canvas, Math.Max(1, stage.Count() - 1), () => Shape(stage, 3));
        return canvas;
    }

    private static Canvas Seeds(SceneStyle stage)
    {
        var canvas = stage.Empty(4);
        for (var i = Math.Max(1, stage.Count() - 2); i > 0; i--)
            if (stage.Variant % 2 == 0)
                canvas[stage.Variant % 4 == 0 ? 0 : canvas.Rows - 1, stage.Dice.Below(canvas.Cols)] = stage.Ink();
            else
                canvas[stage.Dice.Below(canvas.Rows), stage.Variant % 4 == 1 ? 0 : canvas.Cols - 1] = stage.Ink();
        if (stage.Variant / 4 % 2 == 0)
            canvas[stage.Dice.Below(canvas.Rows), stage.Dice.Below(canvas.Cols)] = stage.Ink();
        return canvas;
    }

    private static void Scatter(SceneStyle stage, Canvas canvas, double density, byte[]? inks = null)
    {
        for (var r = 0; r < canvas.Rows; r++)
            for (var c = 0; c < canvas.Cols; c++)
                if (stage.Dice.Chance(density))
                    canvas[r, c] = stage.Dice.Pick(inks ?? stage.Inks);
    }

    private static void Patch(SceneStyle stage, Canvas canvas, byte color)
    {
        var (rows, cols) = (stage.Dice.Between(1, canvas.Rows / 2), stage.Dice.Between(1, canvas.Cols / 2));
        canvas.Fill(stage.Dice.Below(canvas.Rows - rows + 1), stage.Dice.Below(canvas.Cols - cols + 1), rows, cols, color);
    }

    private static void Place(SceneStyle stage, Canvas canvas, int count, Func<Canvas> shape)
    {
        for (var i = 0; i < count; i++)
        {
            var thing = shape();
            if (thing.Rows > canvas.Rows || thing.Cols > canvas.Cols)
                continue;
            for (var attempt = 0; attempt < 8; attempt++)
            {
                var (row, col) = (stage.Dice.Below(canvas.Rows - thing.Rows + 1), stage.Dice.Below(canvas.Cols - thing.Cols + 1));
                if (!canvas.IsAll(row - 1, col - 1, thing.Rows + 2, thing.Cols + 2, stage.Background))
                    continue;
                canvas.Stamp(thing, row, col, stage.Background);
                break;
            }
        }
    }

    private static Canvas Shape(SceneStyle stage, int most)
    {
        var dice = stage.Dice;
        var (rows, cols) = (dice.Between(1, most), dice.Between(1, most));
        var shape = new Canvas(rows, cols, stage.Background);
        var ink = stage.Ink();
        switch ((stage.Variant + (stage.Variant % 2 == 0 ? dice.Below(7) : 0)) % 7)
        {
            case 0:
                shape.Fill(0, 0, rows, cols, ink);
                break;
            case 1:
                shape.Ring(0, 0, rows, cols, ink);
                break;
            case 2:
                shape.Fill(rows / 2, 0, 1, cols, ink);
                shape.Fill(0, cols / 2, rows, 1, ink);
                break;
            case 3:
                shape.Fill(0, 0, rows, 1, ink);
                shape.Fill(dice.Chance(0.5) ? 0 : rows - 1, 0, 1, cols, ink);
                break;
            case 4:
                shape.Fill(0, 0, dice.Chance(0.5) ? rows : 1, cols, ink);
                if (rows > 1)
                    shape[dice.Below(rows), dice.Below(cols)] = stage.Ink();
                break;
            default:
                var (r, c) = (dice.Below(rows), dice.Below(cols));
                for (var step = rows * cols; step > 0; step--)
                {
                    shape[r, c] = stage.Variant % 5 == 0 && dice.Chance(0.3) ? stage.Ink() : ink;
                    (r, c) = dice.Chance(0.5) ? (Math.Clamp(r + (dice.Chance(0.5) ? 1 : -1), 0, rows - 1), c) : (r, Math.Clamp(c + (dice.Chance(0.5) ? 1 : -1), 0, cols - 1));
                }
                break;
        }
        return shape;
    }
}
