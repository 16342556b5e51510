using System.Globalization;
using System.Text;
using ArcMini.Dsl.Syntax;

namespace ArcMini.Commands.Records;

/// <summary>The totals of a run as text.</summary>
internal static class SummaryText
{
    /// <summary>Prints the totals of records to standard output: as a line of JSON, or as text.</summary>
    /// <param name="records">The records.</param>
    /// <param name="refused">What was left out, and why.</param>
    /// <param name="json">Whether to print JSON.</param>
    public static void Print(IReadOnlyList<SolveRecord> records, IReadOnlyList<string> refused, bool json)
    {
        var summary = Summary.Of(records, refused);
        if (json)
            Console.WriteLine(summary.ToJson());
        else
            Console.Write(Of(records, summary));
    }

    private static StringBuilder Of(IReadOnlyList<SolveRecord> records, Summary summary)
    {
        var text = new StringBuilder($"{summary.Tasks} tasks, {summary.Verified} with a verified program\n");
        if (records.Any(record => record.Solved is not null))
        {
            var trustedFirst = records.Count(record => record is { Trusted: true, SolvedFirst: true });
            text.Append($"{summary.Solved} solved, {summary.SolvedFirst} by the first attempt; ");
            text.Append($"{summary.OutputsSolved} of {summary.Outputs} outputs solved\n");
            text.Append($"{summary.Trusted} of the verified programs are trusted; the first attempt of {trustedFirst} is right\n");
        }
        foreach (var (proposer, counts) in summary.ByProposer)
            text.Append($"  {proposer}: {counts.Verified} verified, {counts.Solved} solved\n");
        foreach (var (part, counts) in summary.ByPart)
        {
            text.Append($"  search by {part}: {counts.Verified} verified, the first attempt of {counts.SolvedFirst} is right; ");
            text.Append($"{counts.Trusted} trusted, of these {counts.TrustedFirst}\n");
        }
        if (summary.Samples is { } samples)
        {
            text.Append($"model samples: {samples.Asked} asked for, {samples.Written} written, {samples.Checked} type-check, ");
            text.Append($"{samples.Distinct} of them different, {samples.Run} of these run, {samples.Verified} verified\n");
        }
        var wrong = records.Where(record => record is { Verified: true, Solved: false })
            .Select(record => Quote.OneLine(record.Task)).ToList();
        if (wrong.Count > 0)
            text.Append($"verified but wrong: {string.Join(", ", wrong)}\n");
        if (summary.Refused.Count > 0)
            text.Append($"refused: {summary.Refused.Count} files or tasks\n");
        foreach (var fault in summary.Refused)
            text.Append($"  {Quote.OneLine(fault)}\n");
        if (records.Count > 0)
            AppendSeconds(text, [.. records.Select(record => record.Seconds).Order()]);
        return text;
    }

    private static void AppendSeconds(StringBuilder text, double[] sorted)
    {
        var (median, high) = (sorted[sorted.Length / 2], sorted[sorted.Length * 9 / 10]);
        text.Append(CultureInfo.InvariantCulture, $"seconds per task: median {median:F2}, 90th percentile {high:F2}, ");
        text.Append(CultureInfo.InvariantCulture, $"longest {sorted[^1]:F2}, total {sorted.Sum():F2}\n");
    }
}
