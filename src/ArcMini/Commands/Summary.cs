using System.Globalization;
using System.Text;
using System.Text.Json;
using ArcMini.Solving.Proposing;

namespace ArcMini.Commands;

/// <summary>What the records of a run add up to.</summary>
internal sealed record Summary(IReadOnlyList<RunRecord> Records)
{
    /// <summary>As one line of JSON, without a line end.</summary>
    public string Line
    {
        get
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartObject();
                json.WriteNumber("schema", 1);
                json.WriteBoolean("summary", true);
                json.WriteNumber("tasks", Records.Count);
                json.WriteNumber("verified", Verified);
                json.WriteNumber("trusted", Trusted);
                json.WriteNumber("solved", Solved);
                json.WriteNumber("solved_first", Records.Count(record => record.SolvedFirst == true));
                json.WriteNumber("outputs", Outputs);
                json.WriteNumber("outputs_solved", OutputsSolved);
                json.WriteStartObject("by_proposer");
                foreach (var (proposer, verified, solved) in ByProposer)
                {
                    json.WriteStartObject(proposer);
                    json.WriteNumber("verified", verified);
                    json.WriteNumber("solved", solved);
                    json.WriteEndObject();
                }
                json.WriteEndObject();
                if (Samples is { } samples)
                    SampleJson.Write(json, samples);
                json.WriteNumber("seconds", Math.Round(Records.Sum(record => record.Seconds), 3));
                json.WriteEndObject();
            }
            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    private IEnumerable<(string Proposer, int Verified, int Solved)> ByProposer =>
        Records.Where(record => record.Verified).GroupBy(record => record.Proposer!).OrderByDescending(group => group.Count())
            .Select(group => (group.Key, group.Count(), group.Count(record => record.Solved == true)));

    private int Verified => Records.Count(record => record.Verified);
    private int Trusted => Records.Count(record => record.Trusted);
    private int TrustedFirst => Records.Count(record => record is { Trusted: true, SolvedFirst: true });
    private int Solved => Records.Count(record => record.Solved == true);
    private int Outputs => Records.Sum(record => record.Outputs);
    private int OutputsSolved => Records.Sum(record => record.OutputsSolved);

    private SampleReport? Samples => Records.Select(record => record.Samples).OfType<SampleReport>().Aggregate((SampleReport?)null, (sum, samples) => sum is null ? samples : sum + samples);

    /// <summary>For people.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Records.Count} tasks, {Verified} with a verified program\n");
        if (Records.Any(record => record.Solved is not null))
        {
            text.Append($"{Solved} solved, {Records.Count(record => record.SolvedFirst == true)} by the first attempt; ");
            text.Append($"{OutputsSolved} of {Outputs} outputs solved\n");
            text.Append($"{Trusted} of the verified programs are trusted, the first attempt of {TrustedFirst} is right\n");
        }
        foreach (var (proposer, verified, solved) in ByProposer)
            text.Append($"  {proposer}: {verified} verified, {solved} solved\n");
        if (Samples is { } samples)
            text.Append($"samples of the model: {samples.Asked} asked, {samples.Written} written, {samples.Checked} type-check, {samples.Distinct} of them different, ")
                .Append($"{samples.Run} of these run, {samples.Verified} are right\n");
        if (Records.Where(record => record is { Verified: true, Solved: false }).Select(record => record.Task).ToList() is { Count: > 0 } wrong)
            text.Append($"verified but wrong: {string.Join(", ", wrong)}\n");
        if (Records.Select(record => record.Seconds).Order().ToList() is { Count: > 0 } seconds)
            text.Append(CultureInfo.InvariantCulture, $"seconds per task: median {seconds[seconds.Count / 2]:F2}, ")
                .Append(CultureInfo.InvariantCulture, $"90th percentile {seconds[seconds.Count * 9 / 10]:F2}, longest {seconds[^1]:F2}, all {seconds.Sum():F2}\n");
        return text.ToString();
    }
}
