using System.Globalization;

namespace ArcMini.Commands;

/// <summary>Reports the progress of long work: one line every ten seconds.</summary>
/// <param name="to">The writer of the lines.</param>
/// <param name="whole">The number of items in all.</param>
/// <param name="noun">The name of the items.</param>
/// <param name="elapsed">Returns the time since the work began.</param>
internal sealed class Progress(TextWriter to, int whole, string noun, Func<TimeSpan> elapsed)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private TimeSpan next = Interval;

    /// <summary>Reports that so many items are done, if ten seconds have passed since the last line.</summary>
    public void Tell(int done)
    {
        var now = elapsed();
        if (now < next)
            return;
        next = now + Interval;
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {whole:N0} {noun}, {done / now.TotalSeconds:N0} a second"));
    }
}
