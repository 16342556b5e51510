using ArcMini.Solving;

namespace ArcMini.Commands;

/// <summary>The proposers by the names that <c>--proposers</c> takes.</summary>
static class Proposers
{
    /// <summary>All names in the order of asking.</summary>
    public const string All = "corpus,search";

    /// <summary>The named proposers, in the order of the names.</summary>
    /// <exception cref="UsageException">A name is unknown or given twice, or there is none.</exception>
    public static IReadOnlyList<IProposer> Named(IReadOnlyList<string> names) =>
        names.Count > 0 && names.Distinct().Count() == names.Count ? [.. names.Select(Named)]
        : throw new UsageException($"--proposers: expected some of {All}, each once");

    private static IProposer Named(string name) => name switch
    {
        "corpus" => new CorpusProposer(),
        "search" => new SearchProposer(),
        _ => throw new UsageException($"--proposers: '{name}' is unknown; expected some of {All}"),
    };
}
