using ArcMini.Dsl.Syntax;
using ArcMini.Search.Grammar;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Knowledge;

/// <summary>How likely each production is for a task, before the search starts.</summary>
internal static class TaskPrior
{
    /// <summary>The weight of all samples of the model together, in programs of the corpus.</summary>
    private const double SampleWeight = 60;

    /// <summary>How much each differing feature lowers the log of a corpus program's weight, in nats.</summary>
    private const double DifferenceCost = 0.3;

    /// <summary>The share of the weight that every program of the corpus gets, however different its task is.</summary>
    private const double EvenShare = 0.3;

    /// <summary>
    /// The costs of productions for a task. They are counted in two sources. The first is the corpus without the task's own program; a
    /// program counts more if its task is similar. The second is the programs that the model has written for this task, right or wrong.
    /// </summary>
    /// <remarks>
    /// To predict productions from features of the pairs is the idea of DeepCoder (Balog et al., 2017). To guide enumeration by a few
    /// dozen samples is that of HYSYNTH (Barke et al., 2024).
    /// </remarks>
    public static ProductionCosts Of(ArcTask task, IReadOnlyCollection<Candidate> tried)
    {
        var samples = tried.Where(candidate => candidate.Proposal.Proposer == ProposerName.Model)
            .Select(candidate => candidate.Proposal.Program.Source).ToList();
        return new(WeightedCorpus(task).Concat(samples.Select(sample => (sample, SampleWeight / samples.Count))));
    }

    /// <summary>The programs of the corpus, without the task's own, and their weights, whose mean is 1.</summary>
    private static IEnumerable<(ArcProgram, double)> WeightedCorpus(ArcTask task)
    {
        var features = TaskFeatures.Of(task.Pairs);
        var others = Corpus.Programs.Where(program => program.Key != task.Id).Select(program => (
            program.Value.Source, Similarity: Math.Exp(-DifferenceCost * features.Differences(Corpus.Features[program.Key])))).ToList();
        var mean = others.Average(other => other.Similarity);
        return others.Select(other => (other.Source, EvenShare + ((1 - EvenShare) * other.Similarity / mean)));
    }
}
