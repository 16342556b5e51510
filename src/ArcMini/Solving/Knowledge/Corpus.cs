using ArcMini.Dsl.Compilation;
using ArcMini.Search.Grammar;

namespace ArcMini.Solving.Knowledge;

/// <summary>The programs under <c>corpus/</c>, which the binary carries. The key is the id of the training task that each solves.</summary>
internal static class Corpus
{
    private static readonly Lazy<IReadOnlyDictionary<string, CheckedProgram>> LoadedPrograms = new(LoadPrograms);
    private static readonly Lazy<IReadOnlyDictionary<string, CountedProgram>> LoadedCounted = new(LoadCounted);
    private static readonly Lazy<IReadOnlyDictionary<string, TaskFeatures>> LoadedFeatures = new(LoadFeatures);

    /// <summary>All programs, checked, in the order of their keys.</summary>
    public static IReadOnlyDictionary<string, CheckedProgram> Programs => LoadedPrograms.Value;

    /// <summary>The programs as the costs of a search count them, in the order of their keys.</summary>
    public static IReadOnlyDictionary<string, CountedProgram> Counted => LoadedCounted.Value;

    /// <summary>The features of the training tasks that the programs solve. The training tasks themselves are not in the binary.</summary>
    public static IReadOnlyDictionary<string, TaskFeatures> Features => LoadedFeatures.Value;

    private static SortedDictionary<string, CheckedProgram> LoadPrograms() => new(
        EmbeddedPrograms.Read("corpus").ToDictionary(file => file.Name, file => Checker.Check(file.Program)), StringComparer.Ordinal);

    private static SortedDictionary<string, CountedProgram> LoadCounted() =>
        new(Programs.ToDictionary(program => program.Key, program => new CountedProgram(program.Value.Source)), StringComparer.Ordinal);

    private static SortedDictionary<string, TaskFeatures> LoadFeatures() => new(
        EmbeddedPrograms.ReadText("traits").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .ToDictionary(row => row[0], row => new TaskFeatures(row[1])),
        StringComparer.Ordinal);
}
