using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;

namespace ArcMini.Search.Terms;

/// <summary>
/// A production with its arguments. It is evaluated on every input, and becomes a <see cref="Term"/> if its values are new.
/// </summary>
/// <remarks>A struct with a field for each argument: hundreds of thousands are made a second, and most are dropped.</remarks>
internal struct CandidateTerm(Production production, Term first, Term? second, Term? third, Term? fourth, int cost)
{
    public readonly Production Production = production;
    public readonly Term First = first;
    public readonly Term? Second = second;
    public readonly Term? Third = third;
    public readonly Term? Fourth = fourth;
    public readonly int Cost = cost;

    /// <summary>One value for each input; null before the evaluation, where it failed, and where the values are known already.</summary>
    public Value[]? Values;

    /// <summary>The fingerprint of the values.</summary>
    public Fingerprint Fingerprint;

    /// <summary>The argument at an index.</summary>
    public readonly Term Argument(int index) => index switch
    {
        0 => First,
        1 => Second!,
        2 => Third!,
        _ => Fourth!,
    };

    /// <summary>The arguments in order.</summary>
    public readonly Term[] Arguments() =>
        Second is null ? [First]
        : Third is null ? [First, Second]
        : Fourth is null ? [First, Second, Third]
        : [First, Second, Third, Fourth];
}
