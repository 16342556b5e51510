using System.Globalization;
using ArcMini.Commands.Records;
using ArcMini.Reports;

namespace ArcMini.Commands.Reports;

/// <summary>The report of a run: totals, settings, and a card for each task.</summary>
internal static class RunReport
{
    /// <summary>The page.</summary>
    /// <param name="title">The title.</param>
    /// <param name="records">The records of the finished tasks.</param>
    /// <param name="settings">The settings of the run.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Page Of(string title, IReadOnlyList<SolveRecord> records, RunSettings settings, CancellationToken cancel)
    {
        var summary = Summary.Of(records, []);
        Html charts = $"""
            <div class=charts>{Plot(records)}
            <section><h3>By proposer of the first attempt</h3>{Proposers(records, summary)}{Seconds(records)}{Settings(settings)}</section>
            </div>
            """;
        Html top = $"<dl class=tiles>{Tiles(records, summary, settings.Tasks)}</dl>{charts}";
        return new(title, top, [.. records.Select(record => TaskReport.Card(record, isShort: true, cancel))]);
    }

    private static Html Tiles(IReadOnlyList<SolveRecord> records, Summary summary, int tasks)
    {
        var isKnown = records.Any(record => record.Solved is not null);
        var tiles = new Html(0, 0);
        var isWhole = records.Count == tasks;
        tiles.AppendFormatted(Tile("", isWhole ? "tasks" : "tasks finished", records.Count, isWhole ? 0 : tasks));
        if (isKnown)
        {
            tiles.AppendFormatted(Tile("solved", "solved", summary.Solved, records.Count));
            tiles.AppendFormatted(Tile("", "by the first attempt", summary.SolvedFirst, records.Count));
            tiles.AppendFormatted(Tile("", "outputs solved", summary.OutputsSolved, summary.Outputs));
        }
        tiles.AppendFormatted(Tile("", "verified", summary.Verified, records.Count));
        tiles.AppendFormatted(Tile("", "trusted", summary.Trusted, records.Count));
        return tiles;
    }

    private static Html Tile(string name, string title, int count, int whole)
    {
        Html of = whole > 0 ? $" <small>of {whole}</small>" : Html.None;
        return $"<div class=\"{name}\"><dt>{title}</dt><dd>{count}{of}</dd></div>";
    }

    private static Html Plot(IReadOnlyList<SolveRecord> records) => SolvedPlot.Of(
        records.Count,
        [.. records.Where(record => record.Verified).Select(record => record.Seconds)],
        [.. records.Where(record => record.Solved == true).Select(record => record.Seconds)]);

    private static Html Proposers(IReadOnlyList<SolveRecord> records, Summary summary)
    {
        var rows = summary.ByProposer.Select(proposer => Row(proposer.Key, proposer.Value));
        var parts = summary.ByPart.Select(part => Row($"search: {part.Key}", part.Value));
        var without = records.Count(record => record.Proposer is null);
        return $"""
            <table><thead><tr><th scope=col>proposer</th><th scope=col>verified</th><th scope=col>solved</th></tr></thead><tbody>{rows}
            {parts}<tr><td>nothing found</td><td>{without}</td><td></td></tr></tbody></table>
            """;
    }

    private static Html Row(string finder, FinderSummary counts) =>
        $"<tr><td>{finder}</td><td>{counts.Verified}</td><td>{counts.Solved}</td></tr>";

    private static Html Seconds(IReadOnlyList<SolveRecord> records)
    {
        if (records.Count == 0)
            return Html.None;
        var sorted = records.Select(record => record.Seconds).Order().ToArray();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"seconds a task: median {sorted[sorted.Length / 2]:F2}, longest {sorted[^1]:F2}; {sorted.Sum():F0} in all");
        return $"<p class=note>{text}</p>";
    }

    private static Html Settings(RunSettings settings) =>
        $"<details class=settings><summary>settings and hashes</summary><dl>{settings.Fields().Select(Setting)}</dl></details>";

    private static Html Setting((string Name, string? Value) field) => $"<dt>{field.Name}</dt><dd>{field.Value ?? "unknown"}</dd>";
}
