using ArcMini.Dsl.Syntax;
using ArcMini.Search.Grammar;
using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposers;
using ArcMini.Tasks;

namespace ArcMini.Solving.Knowledge;

/// <summary>Which steps are likely in a program for a task, before the search has seen anything of it.</summary>
internal static class TaskPrior
{
    /// <summary>How many programs of the corpus the model's samples weigh as much as, all together.</summary>
    private const double Samples = 60;

    /// <summary>What each trait in which a corpus program's task differs takes off the program's weight, in nats.</summary>
    private const double Difference = 0.3;

    /// <summary>The share of weight that is the same for every program of the corpus, however unlike its task is.</summary>
    private const double Even = 0.3;

    /// <summary>
    /// Counted in the corpus without the task's own program, so that none is looked up, the more the more alike the tasks are; and in what the model
    /// has written for this task, right or wrong. To predict steps from traits of the pairs is the idea of DeepCoder (Balog et al., 2017), to guide
    /// enumeration by a few dozen samples that of HYSYNTH (Barke et al., 2024).
    /// </summary>
    public static ProductionCosts Of(ArcTask task, IReadOnlyCollection<Candidate> tried)
    {
        var samples = tried.Where(candidate => candidate.Proposal.Proposer == ModelProposer.ProposerName).Select(candidate => candidate.Proposal.Program.Source).ToList();
        return new(Weighted(task).Concat(samples.Select(sample => (sample, Samples / samples.Count))));
    }

    /// <summary>The programs of the corpus but the task's own with their weights, one on average.</summary>
    private static IEnumerable<(ArcProgram, double)> Weighted(ArcTask task)
    {
        var traits = TaskFeatures.Of(task.Pairs);
        var others = Corpus.Programs.Where(program => program.Key != task.Id)
            .Select(program => (program.Value.Source, Likeness: Math.Exp(-Difference * traits.Differences(Corpus.Features[program.Key])))).ToList();
        var mean = others.Average(other => other.Likeness);
        return others.Select(other => (other.Source, Even + ((1 - Even) * other.Likeness / mean)));
    }
}
