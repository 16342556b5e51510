using ArcMini.Model;
using ArcMini.Model.Llama;
using ArcMini.Solving.Proposers;

namespace ArcMini.Commands;

/// <summary>The proposers by the names that <c>--proposers</c> takes.</summary>
internal static class Proposers
{
    /// <summary>All names in the order of asking.</summary>
    public const string All = "corpus,model,search";

    /// <summary>The proposers that the options name, in the order of the names; where they name none, all, the model only if there is one.</summary>
    /// <exception cref="UsageException">A name is unknown or given twice.</exception>
    /// <exception cref="ModelException">The model is named and cannot be used.</exception>
    public static IReadOnlyList<IProposer> Of(CommonOptions options)
    {
        var names = Names(options);
        if (options is { Proposers.Count: 0, Quiet: false } && !names.Contains("model"))
            Console.Error.WriteLine("no model found: going on without one; arcmini doctor tells where it is looked for");
        return names.Distinct().Count() == names.Count ? [.. names.SelectMany(name => Named(name, options))]
            : throw new UsageException($"--proposers: expected some of {All}, each once");
    }

    /// <summary>The names that the options give; where they give none, all, the model only if there is one.</summary>
    public static IReadOnlyList<string> Names(CommonOptions options) => options.Proposers.Count > 0 ? options.Proposers
        : [.. All.Split(',').Where(name => name != "model" || ModelFile.TryFind(options.Model) is not null)];

    /// <summary>The proposers of one name: the search mends what those before it offered before it starts from nothing.</summary>
    private static IProposer[] Named(string name, CommonOptions options) => name switch
    {
        "corpus" => [new CorpusProposer()],
        "model" => [new ModelProposer(
            new ProgramModel(LlamaModel.Load(ModelFile.Find(options.Model), options.GpuLayers)), new ModelOptions { Temperature = options.Temperature })],
        "search" => [new RepairProposer(), new SearchProposer()],
        _ => throw new UsageException($"--proposers: '{name}' is unknown; expected some of {All}"),
    };
}
