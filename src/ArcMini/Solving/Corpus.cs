using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Syntax;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>The programs under <c>corpus/</c>, which the binary carries with it, by the id of the training task that each solves.</summary>
internal static class Corpus
{
    private const string Prefix = "corpus/";
    private static readonly Lazy<IReadOnlyDictionary<string, CheckedProgram>> Loaded = new(Load);

    /// <summary>All programs, checked.</summary>
    public static IReadOnlyDictionary<string, CheckedProgram> Programs => Loaded.Value;

    private static SortedDictionary<string, CheckedProgram> Load()
    {
        var programs = new SortedDictionary<string, CheckedProgram>(StringComparer.Ordinal);
        var assembly = typeof(Corpus).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            programs[name[Prefix.Length..]] = Checker.Check(Parser.Parse(reader.ReadToEnd()));
        }
        return programs;
    }
}

/// <summary>Proposes every program of the corpus.</summary>
internal sealed class CorpusProposer : IProposer
{
    /// <inheritdoc/>
    public string Name => "corpus";

    /// <inheritdoc/>
    public void Propose(ArcTask task, Effort effort, Func<Proposal, bool> offer, CancellationToken cancel)
    {
        foreach (var program in Corpus.Programs.Values)
            if (!cancel.IsCancellationRequested)
                offer(new(program, Name));
    }
}
