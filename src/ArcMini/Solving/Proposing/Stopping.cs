namespace ArcMini.Solving.Proposing;

/// <summary>Stopping work after a time.</summary>
internal static class Stopping
{
    /// <summary>A timer cannot run for longer, in .NET.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    /// <summary>Cancels after a time; never where it is longer than any timer runs.</summary>
    public static void StopAfter(this CancellationTokenSource stop, TimeSpan time)
    {
        if (time < LongestTimer)
            stop.CancelAfter(time);
    }
}
