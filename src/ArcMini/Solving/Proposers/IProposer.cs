using ArcMini.Solving.Judging;
using ArcMini.Solving.Proposing;
using ArcMini.Tasks;

namespace ArcMini.Solving.Proposers;

/// <summary>A source of programs: the corpus, the model, or the search.</summary>
internal interface IProposer
{
    /// <summary>One of the names in <see cref="ProposerName"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Whether it takes a first look only. A trusted program that it finds does not shorten the time of the others, unless the program is
    /// <see cref="Candidate.IsSure">sure</see>.
    /// </summary>
    bool IsFirstLook => false;

    /// <summary>
    /// Offers programs as they are found, the most likely first if possible. It ends when the budget is spent, when cancellation is asked
    /// for, or when there are no more programs.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="offers">Takes the programs, and has the candidates that were offered before.</param>
    /// <param name="budget">What this proposer may spend.</param>
    /// <param name="cancel">Asks for the end.</param>
    ProposerDetails Propose(ArcTask task, Offers offers, SolveBudget budget, CancellationToken cancel);
}
