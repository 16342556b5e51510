namespace ArcMini.Synth.Scenes;

/// <summary>What several kinds of scenes are drawn with.</summary>
internal static class SceneParts
{
    /// <summary>How many places are tried for a shape.</summary>
    private const int MaxAttempts = 8;

    /// <summary>The kinds of shapes: filled, ring, cross, angle, tee, and two in seven a random walk.</summary>
    private const int ShapeKinds = 7;

    /// <summary>Gives each cell, with probability <paramref name="density"/>, one of the colours.</summary>
    public static void Scatter(SceneStyle style, Canvas canvas, double density, byte[]? inks = null)
    {
        for (var r = 0; r < canvas.Rows; r++)
            for (var c = 0; c < canvas.Cols; c++)
                if (style.Random.Chance(density))
                    canvas[r, c] = style.Random.Pick(inks ?? style.Inks);
    }

    /// <summary>Covers a random rectangle with one colour.</summary>
    public static void Patch(SceneStyle style, Canvas canvas, byte color)
    {
        var (rows, cols) = (style.Random.Between(1, canvas.Rows / 2), style.Random.Between(1, canvas.Cols / 2));
        canvas.Fill(style.Random.Below(canvas.Rows - rows + 1), style.Random.Below(canvas.Cols - cols + 1), rows, cols, color);
    }

    /// <summary>Draws shapes at random places where they touch nothing. A shape for which no place is found is left out.</summary>
    public static void Place(SceneStyle style, Canvas canvas, int count, Func<Canvas> shape)
    {
        for (var i = 0; i < count; i++)
        {
            var thing = shape();
            if (thing.Rows > canvas.Rows || thing.Cols > canvas.Cols)
                continue;
            for (var attempt = 0; attempt < MaxAttempts; attempt++)
            {
                var (row, col) = (style.Random.Below(canvas.Rows - thing.Rows + 1), style.Random.Below(canvas.Cols - thing.Cols + 1));
                if (!canvas.IsAll(row - 1, col - 1, thing.Rows + 2, thing.Cols + 2, style.Background))
                    continue;
                canvas.Stamp(thing, row, col, style.Background);
                break;
            }
        }
    }

    /// <summary>A random shape of at most so many cells a side, mostly in one colour.</summary>
    public static Canvas Shape(SceneStyle style, int most)
    {
        var random = style.Random;
        var (rows, cols) = (random.Between(1, most), random.Between(1, most));
        var shape = new Canvas(rows, cols, style.Background);
        var ink = style.Ink();
        switch ((style.Variant + (style.Variant % 2 == 0 ? random.Below(ShapeKinds) : 0)) % ShapeKinds)
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
                shape.Fill(random.Chance(0.5) ? 0 : rows - 1, 0, 1, cols, ink);
                break;
            case 4:
                shape.Fill(0, 0, random.Chance(0.5) ? rows : 1, cols, ink);
                if (rows > 1)
                    shape[random.Below(rows), random.Below(cols)] = style.Ink();
                break;
            default:
                Walk(style, shape, ink);
                break;
        }
        return shape;
    }

    /// <summary>Draws the cells of a random walk, as many steps as the shape has cells.</summary>
    private static void Walk(SceneStyle style, Canvas shape, byte ink)
    {
        var random = style.Random;
        var (row, col) = (random.Below(shape.Rows), random.Below(shape.Cols));
        for (var step = shape.Rows * shape.Cols; step > 0; step--)
        {
            shape[row, col] = style.Variant % 5 == 0 && random.Chance(0.3) ? style.Ink() : ink;
            if (random.Chance(0.5))
                row = Math.Clamp(row + (random.Chance(0.5) ? 1 : -1), 0, shape.Rows - 1);
            else
                col = Math.Clamp(col + (random.Chance(0.5) ? 1 : -1), 0, shape.Cols - 1);
        }
    }
}
