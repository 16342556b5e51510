using ArcMini.Search;
using ArcMini.Tasks;

namespace ArcMini.Solving;

/// <summary>Which steps are likely in a program for a task, before the search has seen anything of it.</summary>
internal static class Prior
{
    /// <summary>How many programs of the corpus the model's samples weigh as much as, all together.</summary>
    private const double Samples = 60;

    /// <summary>
    /// Counted in the corpus without the task's own program, so that none is looked up, and in what the model has written for this task, right
    /// or wrong. Guiding enumeration by a few dozen samples is the idea of HYSYNTH (Barke et al., 2024).
    /// </summary>
    public static Weights Of(ArcTask task, IReadOnlyCollection<Candidate> tried)
    {
        var samples = tried.Where(candidate => candidate.Proposal.Proposer == ModelProposer.ProposerName).Select(candidate => candidate.Proposal.Program.Source).ToList();
        return new(Corpus.Programs.Where(program => program.Key != task.Id).Select(program => (program.Value.Source, 1.0))
            .Concat(samples.Select(sample => (sample, Samples / samples.Count))));
    }
}
