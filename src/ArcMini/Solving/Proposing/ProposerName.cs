namespace ArcMini.Solving.Proposing;

/// <summary>The names of proposers, as <c>--proposers</c> takes them and records show them.</summary>
internal static class ProposerName
{
    /// <summary>The programs of the corpus.</summary>
    public const string Corpus = "corpus";

    /// <summary>The language model.</summary>
    public const string Model = "model";

    /// <summary>The search, and the repair of near misses before it.</summary>
    public const string Search = "search";
}
