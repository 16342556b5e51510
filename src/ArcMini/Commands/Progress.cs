using System.Globalization;

namespace ArcMini.Commands;

/// <summary>Tells how far long work is, a line every ten seconds; short work tells nothing.</summary>
/// <param name="to">Where the lines go.</param>
/// <param name="whole">How many there will be.</param>
/// <param name="noun">What they are.</param>
/// <param name="elapsed">The time since the work began.</param>
internal sealed class Progress(TextWriter to, int whole, string noun, Func<TimeSpan> elapsed)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private TimeSpan next = Interval;

    /// <summary>Tells that so many are done, if it is time.</summary>
    public void Tell(int done)
    {
        var now = elapsed();
        if (now < next)
            return;
        next = now + Interval;
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {whole:N0} {noun}, {done / now.TotalSeconds:N0} a second"));
    }
}
