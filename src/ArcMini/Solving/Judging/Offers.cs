using ArcMini.Dsl.Syntax;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Judging;

/// <summary>Takes the programs that proposers offer for a task, and runs each of them once. Any thread may offer.</summary>
internal sealed class Offers
{
    private readonly ArcTask task;
    private readonly Dictionary<string, Candidate> candidates;
    private readonly Action<Candidate> judged;
    private readonly CancellationToken cancel;

    /// <summary>No offers yet for a task.</summary>
    public Offers(ArcTask task)
        : this(task, [], _ => { }, default)
    {
    }

    private Offers(ArcTask task, Dictionary<string, Candidate> candidates, Action<Candidate> judged, CancellationToken cancel) =>
        (this.task, this.candidates, this.judged, this.cancel) = (task, candidates, judged, cancel);

    /// <summary>The candidates so far, in the order in which they were offered.</summary>
    public IReadOnlyCollection<Candidate> Candidates
    {
        get
        {
            lock (candidates)
                return [.. candidates.Values];
        }
    }

    /// <summary>These offers, in the hands of one proposer.</summary>
    /// <param name="judged">Called for each candidate that is new.</param>
    /// <param name="cancel">Ends the run of a program.</param>
    public Offers For(Action<Candidate> judged, CancellationToken cancel) => new(task, candidates, judged, cancel);

    /// <summary>A copy for work beside other work: neither sees what the other offers.</summary>
    public Offers Apart()
    {
        lock (candidates)
            return new(task, new(candidates), judged, cancel);
    }

    /// <summary>Keeps what was offered apart. What is here already counts as it is.</summary>
    public void Keep(Offers apart)
    {
        lock (candidates)
            foreach (var (text, candidate) in apart.candidates)
                candidates.TryAdd(text, candidate);
    }

    /// <summary>Runs a program on the task. A program that was offered before counts as it was offered first.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public Candidate Offer(Proposal proposal)
    {
        var text = Printer.Print(proposal.Program.Source);
        lock (candidates)
            if (candidates.TryGetValue(text, out var known))
                return known;
        var candidate = Candidate.Of(proposal, task, cancel);
        lock (candidates)
            if (!candidates.TryAdd(text, candidate))
                return candidates[text];
        judged(candidate);
        return candidate;
    }
}
