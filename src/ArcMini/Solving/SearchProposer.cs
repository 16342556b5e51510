using ArcMini.Dsl.Types;
using ArcMini.Search;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>Proposes what the search finds. Its weights come from the corpus without the task's own program, so that none is looked up.</summary>
internal sealed class SearchProposer : IProposer
{
    private const long MaxBytes = 1_400_000_000;

    /// <inheritdoc/>
    public string Name => "search";

    /// <inheritdoc/>
    public SearchReport? Propose(ArcTask task, IReadOnlyCollection<Candidate> tried, Effort effort, Func<Proposal, bool> offer, CancellationToken cancel)
    {
        var weights = new Weights(Corpus.Programs.Where(program => program.Key != task.Id).Select(program => program.Value.Source));
        var searcher = new Searcher([.. task.Pairs.Select(pair => (pair.Input, pair.Output))], [.. task.Tests.Select(test => test.Input)], weights);
        return searcher.Search(new Bounds(effort.Time, effort.MaxCandidates, MaxBytes, effort.Threads), found => offer(new(Checker.Check(found.Program), Name, -found.Cost / 10.0)), cancel);
    }
}
