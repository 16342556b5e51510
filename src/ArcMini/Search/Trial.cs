using ArcMini.Dsl.Values;

namespace ArcMini.Search;

/// <summary>A move with its arguments, to be evaluated on every input, and what came of it.</summary>
internal struct Trial(Move move, Entry first, Entry? second, Entry? third, Entry? fourth, int cost)
{
    public readonly Move Move = move;
    public readonly Entry First = first;
    public readonly Entry? Second = second;
    public readonly Entry? Third = third;
    public readonly Entry? Fourth = fourth;
    public readonly int Cost = cost;

    /// <summary>One value for each input, once evaluated; null where there is none or it is known already.</summary>
    public Value[]? Values;

    /// <summary>The values' fingerprint.</summary>
    public Fingerprint Print;

    /// <summary>One of the arguments.</summary>
    public readonly Entry Argument(int index) => index switch { 0 => First, 1 => Second!, 2 => Third!, _ => Fourth! };

    /// <summary>Makes the arguments' forgotten values again, so that from then on any thread may evaluate the trial.</summary>
    public readonly void Recall()
    {
        First.Recall();
        Second?.Recall();
        Third?.Recall();
        Fourth?.Recall();
    }

    /// <summary>The arguments in order.</summary>
    public readonly Entry[] Arguments() => Second is null ? [First] : Third is null ? [First, Second] : Fourth is null ? [First, Second, Third] : [First, Second, Third, Fourth];
}
