namespace ArcMini.Solving.Repairing;

/// <summary>One edit that is to be tried.</summary>
/// <param name="Miss">The near miss that is edited.</param>
/// <param name="Site">The place in it.</param>
/// <param name="Edit">The edit.</param>
/// <param name="Cost">Its place in the order of trying; low costs come first.</param>
internal readonly record struct PendingEdit(NearMiss Miss, EditSite Site, Edit Edit, int Cost);

/// <summary>The edits of one site of a near miss that are still to be tried, in the order of cost.</summary>
/// <param name="miss">The near miss.</param>
/// <param name="site">The place in it.</param>
/// <param name="edits">The edits, in the order of cost.</param>
/// <param name="start">What is added to the cost of each.</param>
internal sealed class PendingEdits(NearMiss miss, EditSite site, IReadOnlyList<Edit> edits, int start)
{
    private int next;

    /// <summary>Whether all were taken.</summary>
    public bool IsEmpty => next == edits.Count;

    /// <summary>The cost of the next edit in the order of trying.</summary>
    public int Cost => start + edits[next].Cost;

    /// <summary>Takes the next edit.</summary>
    public PendingEdit Take()
    {
        var cost = Cost;
        return new(miss, site, edits[next++], cost);
    }
}
