namespace ArcMini.Synth.Scenes;

/// <summary>Draws the scenes that show things on a background.</summary>
internal static class ObjectScenes
{
    /// <summary>Several shapes that do not touch.</summary>
    public static Canvas Objects(SceneStyle style)
    {
        var canvas = style.Empty(5);
        SceneParts.Place(style, canvas, style.Count() + 1, () => SceneParts.Shape(style, 4));
        if (style.Variant % 10 == 0)
            canvas[style.Random.Below(canvas.Rows), style.Random.Below(canvas.Cols)] = style.Ink();
        return canvas;
    }

    /// <summary>Copies of one shape in several colours, and one other shape.</summary>
    public static Canvas Copies(SceneStyle style)
    {
        var canvas = style.Empty(6);
        var shape = SceneParts.Shape(style, 3);
        SceneParts.Place(style, canvas, style.Count() + 1, () =>
        {
            var copy = new Canvas(shape.Rows, shape.Cols, style.Background);
            var ink = style.Ink();
            for (var r = 0; r < shape.Rows; r++)
                for (var c = 0; c < shape.Cols; c++)
                    if (shape[r, c] != style.Background)
                        copy[r, c] = ink;
            return copy;
        });
        SceneParts.Place(style, canvas, 1, () => SceneParts.Shape(style, 3));
        return canvas;
    }

    /// <summary>Single cells; for some styles in pairs of one colour, often in line.</summary>
    public static Canvas Pixels(SceneStyle style)
    {
        var canvas = style.Empty(4);
        for (var i = style.Count() + 1; i > 0; i--)
        {
            var (row, col, ink) = (style.Random.Below(canvas.Rows), style.Random.Below(canvas.Cols), style.Ink());
            canvas[row, col] = ink;
            if (style.Variant % 3 == 0)
                canvas[style.Random.Chance(0.5) ? row : style.Random.Below(canvas.Rows), style.Random.Below(canvas.Cols)] = ink;
        }
        return canvas;
    }

    /// <summary>Lines from edge to edge, or from one edge.</summary>
    public static Canvas Lines(SceneStyle style)
    {
        var canvas = style.Empty(4);
        for (var i = Math.Max(1, style.Count() - 1); i > 0; i--)
        {
            var (row, col, ink) = (style.Random.Below(canvas.Rows), style.Random.Below(canvas.Cols), style.Ink());
            switch (style.Variant % 4)
            {
                case 0:
                    canvas.Fill(row, 0, 1, canvas.Cols, ink);
                    break;
                case 1:
                    canvas.Fill(0, col, canvas.Rows, 1, ink);
                    break;
                case 2 when style.Random.Chance(0.5):
                    canvas.Fill(row, 0, 1, style.Random.Between(1, canvas.Cols), ink);
                    break;
                case 2:
                    canvas.Fill(canvas.Rows - style.Random.Between(1, canvas.Rows), col, canvas.Rows, 1, ink);
                    break;
                default:
                    canvas.Ray(row, 0, style.Random.Chance(0.5) ? 1 : -1, 1, ink);
                    break;
            }
        }
        return canvas;
    }

    /// <summary>Filled rectangles, which may overlap.</summary>
    public static Canvas Rectangles(SceneStyle style)
    {
        var canvas = style.Empty(5);
        for (var i = style.Count(); i > 0; i--)
        {
            var (rows, cols) = (style.Random.Between(1, canvas.Rows / 2 + 1), style.Random.Between(1, canvas.Cols / 2 + 1));
            canvas.Fill(style.Random.Below(canvas.Rows - rows + 1), style.Random.Below(canvas.Cols - cols + 1), rows, cols, style.Ink());
        }
        return canvas;
    }

    /// <summary>Rings, some of them with a cell inside or with a gap.</summary>
    public static Canvas Enclosed(SceneStyle style)
    {
        var canvas = style.Empty(5);
        SceneParts.Place(style, canvas, Math.Max(1, style.Count() - 1), () =>
        {
            var ring = new Canvas(style.Random.Between(3, 5), style.Random.Between(3, 5), style.Background);
            ring.Ring(0, 0, ring.Rows, ring.Cols, style.Ink());
            if (style.Random.Chance(0.3))
                ring[style.Random.Between(1, ring.Rows - 2), style.Random.Between(1, ring.Cols - 2)] = style.Ink();
            if (style.Random.Chance(0.2))
                ring[0, style.Random.Below(ring.Cols)] = style.Background;
            return ring;
        });
        if (style.Variant % 3 == 0)
            SceneParts.Place(style, canvas, 2, () => SceneParts.Shape(style, 2));
        return canvas;
    }

    /// <summary>Noise in a frame, which is the whole grid or a part of it.</summary>
    public static Canvas Framed(SceneStyle style)
    {
        var canvas = style.Empty(5);
        if (style.Variant % 2 == 0)
        {
            SceneParts.Scatter(style, canvas, style.Density / 2);
            canvas.Ring(0, 0, canvas.Rows, canvas.Cols, style.Inks[0]);
            return canvas;
        }
        var (rows, cols) = (style.Random.Between(3, canvas.Rows - 1), style.Random.Between(3, canvas.Cols - 1));
        var inner = new Canvas(rows, cols, style.Background);
        SceneParts.Scatter(style, inner, style.Density);
        inner.Ring(0, 0, rows, cols, style.Inks[0]);
        canvas.Stamp(inner, style.Random.Below(canvas.Rows - rows + 1), style.Random.Below(canvas.Cols - cols + 1), Canvas.NoColor);
        return canvas;
    }

    /// <summary>Shapes, for some styles with a floor or a ceiling.</summary>
    public static Canvas Fallen(SceneStyle style)
    {
        var canvas = style.Empty(5);
        if (style.Variant % 2 == 0)
            canvas.Fill(style.Variant % 4 == 0 ? canvas.Rows - 1 : 0, 0, 1, canvas.Cols, style.Inks[0]);
        SceneParts.Place(style, canvas, Math.Max(1, style.Count() - 1), () => SceneParts.Shape(style, 3));
        return canvas;
    }

    /// <summary>Single cells at an edge, from which lines may start.</summary>
    public static Canvas Seeds(SceneStyle style)
    {
        var canvas = style.Empty(4);
        for (var i = Math.Max(1, style.Count() - 2); i > 0; i--)
            if (style.Variant % 2 == 0)
                canvas[style.Variant % 4 == 0 ? 0 : canvas.Rows - 1, style.Random.Below(canvas.Cols)] = style.Ink();
            else
                canvas[style.Random.Below(canvas.Rows), style.Variant % 4 == 1 ? 0 : canvas.Cols - 1] = style.Ink();
        if (style.Variant / 4 % 2 == 0)
            canvas[style.Random.Below(canvas.Rows), style.Random.Below(canvas.Cols)] = style.Ink();
        return canvas;
    }
}
