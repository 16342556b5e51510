using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;

namespace ArcMini.Search.Terms;

/// <summary>A move with its arguments, to be evaluated on every input, and what came of it.</summary>
internal struct CandidateTerm(Production move, Term first, Term? second, Term? third, Term? fourth, int cost)
{
    public readonly Production Production = move;
    public readonly Term First = first;
    public readonly Term? Second = second;
    public readonly Term? Third = third;
    public readonly Term? Fourth = fourth;
    public readonly int Cost = cost;

    /// <summary>One value for each input, once evaluated; null where there is none or it is known already.</summary>
    public Value[]? Values;

    /// <summary>The values' fingerprint.</summary>
    public Fingerprint Fingerprint;

    /// <summary>One of the arguments.</summary>
    public readonly Term Argument(int index) => index switch { 0 => First, 1 => Second!, 2 => Third!, _ => Fourth! };

    /// <summary>Makes the arguments' forgotten values again, so that from then on any thread may evaluate the trial.</summary>
    public readonly void RestoreArguments()
    {
        First.Restore();
        Second?.Restore();
        Third?.Restore();
        Fourth?.Restore();
    }

    /// <summary>The arguments in order.</summary>
    public readonly Term[] Arguments() => Second is null ? [First] : Third is null ? [First, Second] : Fourth is null ? [First, Second, Third] : [First, Second, Third, Fourth];
}
