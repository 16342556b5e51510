using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// A learner reads a part of the program off the demonstration outputs, where enumeration alone would come to it late. It is told every new
/// term once, and reports what the term makes possible.
/// </summary>
/// <remarks>A new learner is one file, and its name and one line in <c>Searcher</c>.</remarks>
internal interface ILearner
{
    /// <summary>Takes a new term into account.</summary>
    /// <param name="term">The term. Its values are there during the call and may be evicted afterwards.</param>
    /// <param name="findings">Receives what the term makes possible.</param>
    void Learn(Term term, IFindings findings);
}

/// <summary>Receives the findings of the learners.</summary>
internal interface IFindings
{
    /// <summary>Whether more pieces can be used. If not, a learner may skip the work of finding them.</summary>
    bool WantsPieces { get; }

    /// <summary>Reports an expression that should give all demonstration outputs.</summary>
    void Solve(FoundExpression found);

    /// <summary>Reports a candidate that should be tried at once.</summary>
    void Try(in CandidateTerm candidate);

    /// <summary>Reports a piece for stacking.</summary>
    void Place(PlacedPiece piece);
}

/// <summary>The task as the learners see it.</summary>
/// <param name="Inputs">The inputs of the demonstrations, then those of the tests.</param>
/// <param name="Outputs">The outputs of the demonstrations.</param>
/// <param name="Costs">The costs of the productions.</param>
/// <param name="Seeds">The leaves of the enumeration.</param>
internal sealed record LearnerTask(Grid[] Inputs, Grid[] Outputs, ProductionCosts Costs, IReadOnlyList<Term> Seeds)
{
    /// <summary>Whether every output has the size of its input.</summary>
    public bool KeepsSize { get; } = Outputs.Zip(Inputs).All(pair => pair.First.IsSizeOf(pair.Second));
}
