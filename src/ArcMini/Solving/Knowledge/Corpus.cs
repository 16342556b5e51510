using System.Diagnostics;
using System.Reflection;
using ArcMini.Dsl.Compilation;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Knowledge;

/// <summary>The programs under <c>corpus/</c>, which the binary carries with it, by the id of the training task that each solves.</summary>
internal static class Corpus
{
    private const string Prefix = "corpus/";
    private static readonly Assembly Carrier = typeof(Corpus).Assembly;
    private static readonly Lazy<IReadOnlyDictionary<string, CheckedProgram>> LoadedPrograms = new(LoadPrograms);
    private static readonly Lazy<IReadOnlyDictionary<string, TaskFeatures>> LoadedTraits = new(LoadTraits);

    /// <summary>All programs, checked.</summary>
    public static IReadOnlyDictionary<string, CheckedProgram> Programs => LoadedPrograms.Value;

    /// <summary>What the tasks look like that the programs were written for.</summary>
    public static IReadOnlyDictionary<string, TaskFeatures> Features => LoadedTraits.Value;

    private static SortedDictionary<string, CheckedProgram> LoadPrograms()
    {
        var programs = new SortedDictionary<string, CheckedProgram>(StringComparer.Ordinal);
        foreach (var name in Carrier.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
            programs[name[Prefix.Length..]] = Checker.Check(Parser.Parse(Read(name)));
        return programs;
    }

    private static SortedDictionary<string, TaskFeatures> LoadTraits() => new(
        Read("traits").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToDictionary(row => row[0], row => new TaskFeatures(row[1])), StringComparer.Ordinal);

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Carrier.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

/// <summary>
/// Proposes every program of the corpus; where none is trusted, each that names one or two colours again with every choice of the
/// task's colours in their places.
/// </summary>
internal sealed class CorpusProposer : IProposer
{
    private const int MostColors = 2;

    /// <summary>The log of how much less likely a program is in other colours than as it was written.</summary>
    private static readonly double Recoloring = Math.Log(Color.Count);

    /// <summary>The log of the share that each program has.</summary>
    private static double One => -Math.Log(Corpus.Programs.Count);

    /// <inheritdoc/>
    public string Name => "corpus";

    /// <inheritdoc/>
    public ProposerDetails Propose(ArcTask task, IReadOnlyCollection<Candidate> tried, SolveBudget effort, Func<Proposal, Candidate> offer, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var trusted = false;
        foreach (var program in Corpus.Programs.Values)
            trusted |= !cancel.IsCancellationRequested && offer(new(program, Name, One)).IsTrusted;
        if (trusted)
            return default;
        byte[] colors = [.. Enumerable.Range(0, Color.Count).Select(color => (byte)color).Where(color => task.Pairs.Any(pair => pair.Input.Cells.Contains(color) || pair.Output.Cells.Contains(color)))];
        foreach (var program in Corpus.Programs.Values)
            foreach (var recolored in Recolored(program.Source, colors))
            {
                if (cancel.IsCancellationRequested || clock.Elapsed > effort.Time)
                    return default;
                offer(new(Checker.Check(recolored), Name, One - Recoloring));
            }
        return default;
    }

    private static IEnumerable<ArcProgram> Recolored(ArcProgram program, byte[] colors)
    {
        byte[] named = [.. program.All().OfType<ColorLiteral>().Select(literal => literal.Value).Distinct()];
        return named.Length is 0 or > MostColors ? [] : Choices(named.Length).Select(choice => program.Rewrite(expr =>
            expr is ColorLiteral literal ? literal with { Value = choice[Array.IndexOf(named, literal.Value)] } : expr));

        IEnumerable<byte[]> Choices(int count) => count == 0 ? [[]]
            : Choices(count - 1).SelectMany(choice => colors.Where(color => !choice.Contains(color)).Select(color => (byte[])[.. choice, color]));
    }
}
