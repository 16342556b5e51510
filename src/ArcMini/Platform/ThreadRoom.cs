namespace ArcMini.Platform;

/// <summary>The threads that the process may start. Users and containers have limits.</summary>
internal static class ThreadRoom
{
    /// <summary>
    /// The threads that the runtime starts by and by: for signals, for timers, and for its pool. It aborts the process where it
    /// cannot start one of them.
    /// </summary>
    private const int OfRuntime = 8;

    /// <summary>A probe needs next to no stack.</summary>
    private const int StackBytes = 1 << 16;

    /// <summary>Checks, before any work, that the process may start these threads. It starts as many, and ends them.</summary>
    /// <exception cref="OutOfMemoryException">It may not.</exception>
    public static void Expect()
    {
        using var end = new ManualResetEventSlim();
        var probes = new List<Thread>(OfRuntime);
        try
        {
            while (probes.Count < OfRuntime)
            {
                var probe = new Thread(end.Wait, StackBytes);
                probe.Start();
                probes.Add(probe);
            }
        }
        finally
        {
            end.Set();
            probes.ForEach(probe => probe.Join());
        }
    }
}
