using System.Globalization;
using System.Text;

namespace ArcMini.Reports;

/// <summary>A picture of how many tasks are solved within how many seconds each. The axis of the seconds is logarithmic.</summary>
internal static class SolvedPlot
{
    private const int Width = 560, Height = 220, Left = 40, Right = 16, Top = 12, Bottom = 40;
    private const double Shortest = 0.01;

    /// <summary>The picture.</summary>
    /// <param name="tasks">The number of all tasks.</param>
    /// <param name="verified">The seconds of each task with a verified program.</param>
    /// <param name="solved">The seconds of each solved task.</param>
    public static Html Of(int tasks, IReadOnlyList<double> verified, IReadOnlyList<double> solved)
    {
        var longest = Math.Pow(10, Math.Ceiling(Math.Log10(verified.Append(1).Max())));
        var ticks = new List<double>();
        for (var tick = Shortest; tick < longest * 1.01; tick *= 10)
            ticks.Add(tick);
        return $"""
            <figure><figcaption>Tasks solved within a time each</figcaption>
            <svg class=plot viewBox="0 0 {Width} {Height}" role=img
            aria-label="{solved.Count} of {tasks} tasks solved, {verified.Count} verified, against the seconds of each">
            <path class=axis d="M{Left} {Top}V{Height - Bottom}H{Width - Right}" />
            {ticks.Select(tick => Label(X(tick, longest), Height - Bottom + 16, "middle", $"{tick:0.##}"))}
            {Label(Width - Right, Height - 6, "end", "seconds of the task")}
            {new[] { 0, tasks / 2, tasks }.Distinct().Select(count => Label(Left - 6, Y(count, tasks) + 4, "end", $"{count}"))}
            {Line("verified", verified, tasks, longest)}{Line("solved", solved, tasks, longest)}</svg></figure>
            """;
    }

    private static Html Line(string name, IReadOnlyList<double> seconds, int tasks, double longest)
    {
        var path = new StringBuilder($"M{Left} {Height - Bottom}");
        var count = 0;
        foreach (var time in seconds.Order())
            path.Append(CultureInfo.InvariantCulture, $"H{X(time, longest):F1}V{Y(++count, tasks):F1}");
        path.Append($"H{Width - Right}");
        var offset = name == "solved" ? 14 : -6;
        var label = Label(Width - Right, Y(count, tasks) + offset, "end", $"{count} {name}", name);
        return $"<path class={name} d=\"{path.ToString()}\" />{label}";
    }

    private static Html Label(double x, double y, string anchor, string text, string name = "") =>
        $"<text class=\"{name}\" x=\"{x:F1}\" y=\"{y:F1}\" text-anchor={anchor}>{text}</text>";

    private static double X(double seconds, double longest) =>
        Left + (Width - Left - Right) * Math.Log10(Math.Max(seconds, Shortest) / Shortest) / Math.Log10(longest / Shortest);

    private static double Y(int count, int tasks) => Height - Bottom - (Height - Top - Bottom) * (double)count / Math.Max(tasks, 1);
}
