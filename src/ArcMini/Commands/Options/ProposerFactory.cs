using ArcMini.Model;
using ArcMini.Model.Llama;
using ArcMini.Solving.Proposers;
using ArcMini.Solving.Proposing;

namespace ArcMini.Commands.Options;

/// <summary>Makes the proposers that <c>--proposers</c> names.</summary>
internal static class ProposerFactory
{
    /// <summary>All names in their default order.</summary>
    public const string All = "corpus,model,search";

    /// <summary>The name of the first look in <c>--without</c>.</summary>
    private const string FirstLook = "first-look";

    /// <summary>The part of its candidates that the search tries in its first look.</summary>
    private const double FirstLookPart = 0.25;

    /// <summary>The parts that <c>--without</c> can switch off.</summary>
    public const string Parts = $"{SearchProposer.Parts}, {FirstLook}";

    /// <summary>The proposers by the options, in order, and the model if one of them uses it.</summary>
    /// <exception cref="UsageException">A name is unknown or given twice.</exception>
    /// <exception cref="ModelException">The model is named and cannot be used.</exception>
    public static (IReadOnlyList<IProposer> Proposers, ModelInfo? Model) Create(CommonOptions options)
    {
        var names = Names(options);
        if (options is { Proposers.Count: 0, Quiet: false } && !names.Contains(ProposerName.Model))
            Console.Error.WriteLine("no model found: continuing without one; arcmini doctor tells where it is searched");
        if (names.Distinct().Count() != names.Count)
            throw new UsageException($"--proposers: expected some of {All}, each at most once");
        MemoryRoom.Enforce(options.Memory);
        var proposers = names.SelectMany(name => Create(name, options)).ToList();
        var model = proposers.FindIndex(proposer => proposer is ModelProposer);
        if (IsLookedFirst(names) && !options.Without.Contains(FirstLook))
            proposers.Insert(model, new SearchProposer(options.Without, FirstLookPart));
        return (proposers, proposers.OfType<ModelProposer>().FirstOrDefault()?.Info);
    }

    /// <summary>
    /// Whether the search takes a first look before the model is asked. Much of what the search solves, it solves in the first second.
    /// </summary>
    private static bool IsLookedFirst(IReadOnlyList<string> names) =>
        names.SkipWhile(name => name != ProposerName.Model).Contains(ProposerName.Search);

    /// <summary>The names that the options give. Without any: all names, the model only if there is one.</summary>
    public static IReadOnlyList<string> Names(CommonOptions options) => options.Proposers.Count > 0
        ? options.Proposers
        : [.. All.Split(',').Where(name => name != ProposerName.Model || ModelFile.TryFind(options.Model) is not null)];

    /// <summary>The proposers of one name. The search repairs the programs of earlier proposers before it searches for new ones.</summary>
    private static IProposer[] Create(string name, CommonOptions options) => name switch
    {
        ProposerName.Corpus => [new CorpusProposer()],
        ProposerName.Model => [CreateModel(options)],
        ProposerName.Search => [new RepairProposer(), new SearchProposer(options.Without, part: 1)],
        _ => throw UsageException.OfUnknown("--proposers", name, All),
    };

    private static ModelProposer CreateModel(CommonOptions options)
    {
        var model = LlamaModel.Load(ModelFile.Find(options.Model), options.GpuLayers);
        return new(new ProgramModel(model), new ModelOptions { Temperature = options.Temperature });
    }
}
