namespace ArcMini.Solving.Proposing;

/// <summary>How much memory one piece of work may take, so that the process keeps within what there is.</summary>
internal static class MemoryRoom
{
    /// <summary>The least memory that arcmini can be given, in bytes. In less, the libraries and the model leave no room to work.</summary>
    public const long Least = 200_000_000;

    /// <summary>What is always left to work, even if nothing seems to be free: a little search is better than none.</summary>
    private const long LeastForWork = 4_000_000;

    /// <summary>What the model's library needs in a container, in bytes, beside the quarter that the collector leaves it.</summary>
    private const long OfModel = 32_000_000;

    /// <summary>The least memory of the collector, in bytes. In less, it may crash.</summary>
    private const long LeastHeap = 40_000_000;

    /// <summary>The share of the free memory that work may take by its own estimate. The collector needs the rest.</summary>
    private const double Share = 0.4;

    /// <summary>One part in so many of the limit is worth a collection.</summary>
    private const int WorthReclaiming = 32;

    /// <summary>The memory for a piece of work in bytes.</summary>
    /// <param name="limit">
    /// The most memory of the process. The limit of its container (cgroup v1 or v2) and the memory of the machine count beside it.
    /// </param>
    /// <param name="wanted">The most that the work can use.</param>
    public static long For(long limit, long wanted) => Math.Clamp((long)(Free(limit) * Share), Math.Min(LeastForWork, wanted), wanted);

    /// <summary>
    /// How many pieces of work of so many bytes each may go on at the same time: one at least. Where there is no room for all, garbage is
    /// given back first: the work may be of a library, which does not know the collector.
    /// </summary>
    public static int Pieces(long limit, long bytes, int wanted)
    {
        if (Free(limit) / bytes < wanted)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        return (int)Math.Clamp(Free(limit) / bytes, 1, wanted);
    }

    /// <summary>
    /// Frees what finished work held, if a good part of the limit is in use: the collector would keep it together with what the next work
    /// holds. A little is not worth the time.
    /// </summary>
    public static void Reclaim(long limit)
    {
        if (GC.GetTotalMemory(false) > limit / WorthReclaiming)
            GC.Collect();
    }

    private static long Free(long limit) =>
        Math.Min(limit, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes) - Environment.WorkingSet;

    /// <summary>Tells the collector the limit, so that it collects before it is reached, and that memory ends in an exception.</summary>
    public static void Enforce(long limit)
    {
        var room = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes; // In a container, three quarters of its memory.
        var heap = Math.Max(room - OfModel, Math.Min(LeastHeap, room));
        AppContext.SetData("GCHeapHardLimit", (ulong)Math.Min(heap, limit / 4 * 3));
        GC.RefreshMemoryLimit();
    }
}
