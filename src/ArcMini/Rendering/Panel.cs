namespace ArcMini.Rendering;

/// <summary>A block of text lines that all have the same visible width. Lines may hold colour codes.</summary>
/// <param name="Lines">The lines, each padded to the width.</param>
/// <param name="Width">The visible width in characters.</param>
internal sealed record Panel(IReadOnlyList<string> Lines, int Width)
{
    /// <summary>A panel of plain text.</summary>
    public static Panel Text(params IReadOnlyList<string> lines)
    {
        var width = lines.Max(line => line.Length);
        return new([.. lines.Select(line => line.PadRight(width))], width);
    }

    /// <summary>This panel with a title above it.</summary>
    public Panel Titled(string title) => Above(Text(title), this);

    /// <summary>Panels one below the other.</summary>
    public static Panel Above(params IReadOnlyList<Panel> panels)
    {
        var width = panels.Max(panel => panel.Width);
        return new([.. panels.SelectMany(panel => panel.Lines.Select(line => line + new string(' ', width - panel.Width)))], width);
    }

    /// <summary>Panels side by side, aligned at the top, with a gap of blanks between them.</summary>
    public static Panel Beside(int gap, params IReadOnlyList<Panel> panels)
    {
        var between = new string(' ', gap);
        var height = panels.Max(panel => panel.Lines.Count);
        var lines = Enumerable.Range(0, height).Select(i => string.Join(between, panels.Select(panel => Line(panel, i))));
        return new([.. lines], panels.Sum(panel => panel.Width) + gap * (panels.Count - 1));

        static string Line(Panel panel, int i) => i < panel.Lines.Count ? panel.Lines[i] : new(' ', panel.Width);
    }

    /// <summary>Panels side by side, wrapped to the width. A blank line separates the rows of panels.</summary>
    public static Panel Flow(int width, int gap, params IReadOnlyList<Panel> panels)
    {
        var rows = new List<Panel>();
        for (var from = 0; from < panels.Count;)
        {
            var (to, used) = (from + 1, panels[from].Width);
            while (to < panels.Count && used + gap + panels[to].Width <= width)
                used += gap + panels[to++].Width;
            if (rows.Count > 0)
                rows.Add(Text(""));
            rows.Add(Beside(gap, [.. panels.Skip(from).Take(to - from)]));
            from = to;
        }
        return Above(rows);
    }
}
