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

    /// <summary>The proposers by the options, in order, and the model if one of them uses it.</summary>
    /// <exception cref="UsageException">A name is unknown or given twice.</exception>
    /// <exception cref="ModelException">The model is named and cannot be used.</exception>
    public static (IReadOnlyList<IProposer> Proposers, ModelInfo? Model) Create(CommonOptions options)
    {
        var names = Names(options);
        if (options is { Proposers.Count: 0, Quiet: false } && !names.Contains("model"))
            Console.Error.WriteLine("no model found: continuing without one; arcmini doctor tells where it is searched");
        if (names.Distinct().Count() != names.Count)
            throw new UsageException($"--proposers: expected some of {All}, each at most once");
        MemoryRoom.Enforce(options.Memory);
        var proposers = names.SelectMany(name => Create(name, options)).ToList();
        return (proposers, proposers.OfType<ModelProposer>().FirstOrDefault()?.Info);
    }

    /// <summary>The names that the options give. Without any: all names, the model only if there is one.</summary>
    public static IReadOnlyList<string> Names(CommonOptions options) => options.Proposers.Count > 0
        ? options.Proposers
        : [.. All.Split(',').Where(name => name != "model" || ModelFile.TryFind(options.Model) is not null)];

    /// <summary>The proposers of one name. The search repairs the programs of earlier proposers before it searches for new ones.</summary>
    private static IProposer[] Create(string name, CommonOptions options) => name switch
    {
        "corpus" => [new CorpusProposer()],
        "model" => [CreateModel(options)],
        "search" => [new RepairProposer(), new SearchProposer(options.Without)],
        _ => throw new UsageException($"--proposers: '{name}' is unknown; expected some of {All}"),
    };

    private static ModelProposer CreateModel(CommonOptions options)
    {
        var model = LlamaModel.Load(ModelFile.Find(options.Model), options.GpuLayers);
        return new(new ProgramModel(model), new ModelOptions { Temperature = options.Temperature });
    }
}
