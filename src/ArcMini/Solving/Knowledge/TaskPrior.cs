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

    /// <summary>The weight of all near misses together, in programs of the corpus.</summary>
    private const double NearMissWeight = 100;

    private const int MaxNearMisses = 10;

    /// <summary>How much each differing feature lowers the log of a corpus program's weight, in nats.</summary>
    private const double DifferenceCost = 0.5;

    /// <summary>The share of the weight that every program of the corpus gets, however different its task is.</summary>
    private const double EvenShare = 0.3;

    /// <summary>
    /// The costs of productions for a task. They are counted in three sources: the corpus without the task's own program, where a program
    /// counts more if its task is similar; the programs that the model has written for this task, right or wrong; and near misses, the best
    /// programs so far that are right on some pairs.
    /// </summary>
    /// <remarks>
    /// To predict productions from features of the pairs is the idea of DeepCoder (Balog et al., 2017). To guide enumeration by a few
    /// dozen samples is that of HYSYNTH (Barke et al., 2024). To learn from partial solutions on the way is that of Probe (Barke et al.,
    /// <em>Just-in-time learning for bottom-up enumerative synthesis</em>, 2020).
    /// </remarks>
    /// <param name="task">The task.</param>
    /// <param name="tried">The candidates so far, with the samples of the model among them.</param>
    /// <param name="nearMisses">The near misses that count.</param>
    public static ProductionCosts Of(ArcTask task, IReadOnlyCollection<Candidate> tried, IReadOnlyCollection<Candidate> nearMisses)
    {
        var samples = tried.Where(candidate => candidate.Proposal.Proposer == ProposerName.Model);
        return new([.. WeightedCorpus(task), .. Weighted([.. samples], SampleWeight), .. Weighted(nearMisses, NearMissWeight)]);
    }

    /// <summary>The best candidates so far that are right on some pairs.</summary>
    public static IReadOnlyCollection<Candidate> NearMisses(ArcTask task, IEnumerable<Candidate> tried) =>
        [.. Ranking.Guesses(tried, task.Pairs.Count).Take(MaxNearMisses)];

    /// <summary>The programs of candidates, each with an equal part of a weight.</summary>
    private static IEnumerable<(CountedProgram, double)> Weighted(IReadOnlyCollection<Candidate> candidates, double weight) =>
        candidates.Select(candidate => (new CountedProgram(candidate.Proposal.Program.Source), weight / candidates.Count));

    /// <summary>The programs of the corpus, without the task's own, and their weights, whose mean is 1.</summary>
    private static IEnumerable<(CountedProgram, double)> WeightedCorpus(ArcTask task)
    {
        var features = TaskFeatures.Of(task.Pairs);
        var others = Corpus.Counted.Where(program => program.Key != task.Id).Select(program => (
            Program: program.Value, Similarity: Math.Exp(-DifferenceCost * features.Differences(Corpus.Features[program.Key])))).ToList();
        var mean = others.Average(other => other.Similarity);
        return others.Select(other => (other.Program, EvenShare + ((1 - EvenShare) * other.Similarity / mean)));
    }
}
