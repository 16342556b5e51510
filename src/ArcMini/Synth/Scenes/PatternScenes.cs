namespace ArcMini.Synth.Scenes;

/// <summary>Draws the scenes that fill the whole grid: noise, patterns, panels, tilings, symmetric grids.</summary>
internal static class PatternScenes
{
    /// <summary>Random cells.</summary>
    public static Canvas Noise(SceneStyle style)
    {
        var canvas = style.Empty(3);
        SceneParts.Scatter(style, canvas, style.Density);
        return canvas;
    }

    /// <summary>A small grid with much ink.</summary>
    public static Canvas Pattern(SceneStyle style)
    {
        var canvas = style.Empty(2, 2 + style.Variant % 4);
        SceneParts.Scatter(style, canvas, 0.4 + 0.6 * style.Density);
        return canvas;
    }

    /// <summary>Panels in rows and columns, with lines between them.</summary>
    public static Canvas Panels(SceneStyle style)
    {
        var (across, down) = (1 + style.Variant % 3, 1 + style.Variant / 3 % 3);
        if (across * down == 1)
            across = 2;
        var model = style.Empty(2, Math.Clamp((style.MaxSide + 1) / Math.Max(across, down) - 1, 2, 5));
        var canvas = new Canvas(down * (model.Rows + 1) - 1, across * (model.Cols + 1) - 1, style.Inks[0]);
        var same = style.Variant % 5 == 0 ? Filled(0) : null;
        for (var i = 0; i < across * down; i++)
        {
            var panel = same is not null && style.Random.Chance(0.6) ? same : Filled(i);
            for (var r = 0; r < panel.Rows; r++)
                for (var c = 0; c < panel.Cols; c++)
                    canvas[i / across * (model.Rows + 1) + r, i % across * (model.Cols + 1) + c] = panel[r, c];
        }
        return canvas;

        Canvas Filled(int index)
        {
            var panel = new Canvas(model.Rows, model.Cols, style.Background);
            SceneParts.Scatter(style, panel, style.Density, InksOf(index));
            return panel;
        }

        // The first ink is the lines' colour, so panels have the others if there are any.
        byte[] InksOf(int index) => style.Inks.Length == 1 ? style.Inks
            : style.Variant % 2 == 0 ? [style.Inks[1 + index % (style.Inks.Length - 1)]]
            : style.Inks[1..];
    }

    /// <summary>Two halves side by side or one above the other, each in one colour.</summary>
    public static Canvas Halves(SceneStyle style)
    {
        var half = style.Empty(2, Math.Clamp(style.MaxSide / 2, 2, 6));
        var canvas = style.Variant % 2 == 0
            ? new Canvas(half.Rows, half.Cols * 2, style.Background)
            : new Canvas(half.Rows * 2, half.Cols, style.Background);
        for (var i = 0; i < 2; i++)
        {
            SceneParts.Scatter(style, half, style.Density, [style.Inks[i % style.Inks.Length]]);
            canvas.Stamp(half, i * (style.Variant % 2) * half.Rows, i * (1 - style.Variant % 2) * half.Cols, Canvas.NoColor);
            half.Fill(0, 0, half.Rows, half.Cols, style.Background);
        }
        return canvas;
    }

    /// <summary>A repeated tile, often with a patch that hides a part.</summary>
    public static Canvas Tiling(SceneStyle style)
    {
        var canvas = style.Empty(5);
        var (rows, cols) = (style.Random.Between(1, 3), style.Random.Between(2, 3));
        var tile = new Canvas(rows, cols, style.Background);
        SceneParts.Scatter(style, tile, 0.7);
        for (var r = 0; r < canvas.Rows; r++)
            for (var c = 0; c < canvas.Cols; c++)
                canvas[r, c] = tile[r % rows, c % cols];
        if (style.Variant % 3 > 0)
            SceneParts.Patch(style, canvas, style.Variant % 3 == 1 ? (byte)0 : style.Inks[0]);
        return canvas;
    }

    /// <summary>A symmetric grid, often with a patch that hides a part.</summary>
    public static Canvas Symmetric(SceneStyle style)
    {
        var canvas = style.Empty(4);
        var kind = style.Variant % 3;
        SceneParts.Scatter(style, canvas, style.Density);
        for (var r = 0; r < canvas.Rows; r++)
            for (var c = 0; c < canvas.Cols; c++)
                canvas[r, c] = canvas[kind > 0 ? Math.Min(r, canvas.Rows - 1 - r) : r, kind < 2 ? Math.Min(c, canvas.Cols - 1 - c) : c];
        if (style.Variant / 3 % 4 > 0)
            SceneParts.Patch(style, canvas, style.Variant / 3 % 4 == 1 ? style.Background : style.Inks[0]);
        return canvas;
    }

    /// <summary>A small grid whose cells are scaled up to blocks.</summary>
    public static Canvas Blocks(SceneStyle style)
    {
        var n = 2 + style.Variant % 2;
        var small = style.Empty(2, Math.Clamp(style.MaxSide / n, 2, 4));
        SceneParts.Scatter(style, small, 0.4 + 0.5 * style.Density);
        var even = style.Variant % 4 < 3;
        var rows = Enumerable.Range(0, small.Rows).SelectMany(r => Enumerable.Repeat(r, even ? n : style.Random.Between(1, 3))).ToArray();
        var cols = Enumerable.Range(0, small.Cols).SelectMany(c => Enumerable.Repeat(c, even ? n : style.Random.Between(1, 3))).ToArray();
        var canvas = new Canvas(rows.Length, cols.Length, style.Background);
        for (var r = 0; r < rows.Length; r++)
            for (var c = 0; c < cols.Length; c++)
                canvas[r, c] = small[rows[r], cols[c]];
        return canvas;
    }
}
