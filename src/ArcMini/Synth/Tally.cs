namespace ArcMini.Synth;

/// <summary>How many drawn programs met which fate.</summary>
internal sealed class Tally
{
    private readonly long[] counts = new long[Enum.GetValues<DrawOutcome>().Length];

    /// <summary>How many met one.</summary>
    public long this[DrawOutcome fate] => counts[(int)fate];

    /// <summary>How many there are in all.</summary>
    public long Drawn => counts.Sum();

    /// <summary>Counts one more, or so many more.</summary>
    public void Add(DrawOutcome fate, long count = 1) => counts[(int)fate] += count;

    /// <summary>Adds another tally's counts.</summary>
    public void Add(Tally other)
    {
        for (var i = 0; i < counts.Length; i++)
            counts[i] += other.counts[i];
    }
}
