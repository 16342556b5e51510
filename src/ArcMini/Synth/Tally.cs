namespace ArcMini.Synth;

/// <summary>How many drawn programs had each outcome.</summary>
internal sealed class Tally
{
    private readonly long[] counts = new long[Enum.GetValues<DrawOutcome>().Length];

    /// <summary>How many had an outcome.</summary>
    public long this[DrawOutcome outcome] => counts[(int)outcome];

    /// <summary>How many programs were drawn.</summary>
    public long Drawn => counts.Sum();

    /// <summary>Counts more programs with an outcome; fewer if <paramref name="count"/> is negative.</summary>
    public void Add(DrawOutcome outcome, long count = 1) => counts[(int)outcome] += count;

    /// <summary>Adds another tally's counts.</summary>
    public void Add(Tally other)
    {
        for (var i = 0; i < counts.Length; i++)
            counts[i] += other.counts[i];
    }
}
