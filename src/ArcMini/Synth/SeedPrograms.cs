using ArcMini.Dsl.Syntax;
using ArcMini.Solving.Knowledge;

namespace ArcMini.Synth;

/// <summary>
/// The programs that mutation starts from: the idioms, which are short programs for what ARC tasks often ask for, and the corpus.
/// </summary>
/// <param name="leftOut">The ids of the training tasks whose programs are not used.</param>
internal sealed class SeedPrograms(IReadOnlySet<string> leftOut)
{
    /// <summary>The programs under <c>Synth/idioms/</c>, in the order of the numbers at the start of their names.</summary>
    public static IReadOnlyList<(string Name, ArcProgram Program)> Idioms { get; } = [.. EmbeddedPrograms.Read("idioms")];

    /// <summary>The idioms and the programs of the corpus, normalised, each once.</summary>
    public IReadOnlyList<ArcProgram> All { get; } =
    [
        .. Idioms.Select(idiom => idiom.Program).Concat(CorpusWithout(leftOut)).Select(Normaliser.Normalise)
            .DistinctBy(program => program.ToString()),
    ];

    /// <summary>The programs of the corpus, normalised.</summary>
    public IReadOnlyList<ArcProgram> Corpus { get; } = [.. CorpusWithout(leftOut).Select(Normaliser.Normalise)];

    /// <summary>The corpus's program for a training task; null if there is none, or if the task is left out.</summary>
    public ArcProgram? For(string task) =>
        leftOut.Contains(task) ? null : Solving.Knowledge.Corpus.Programs.GetValueOrDefault(task)?.Source;

    private static IEnumerable<ArcProgram> CorpusWithout(IReadOnlySet<string> leftOut) =>
        Solving.Knowledge.Corpus.Programs.Where(program => !leftOut.Contains(program.Key)).Select(program => program.Value.Source);
}
