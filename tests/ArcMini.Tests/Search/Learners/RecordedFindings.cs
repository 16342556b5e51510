using ArcMini.Dsl.Syntax;
using ArcMini.Search.Learners;
using ArcMini.Search.Terms;

namespace ArcMini.Tests.Search.Learners;

/// <summary>Keeps what a learner reports.</summary>
internal sealed class RecordedFindings : IFindings
{
    public List<FoundExpression> Solved { get; } = [];

    public List<CandidateTerm> Tried { get; } = [];

    public List<PlacedPiece> Placed { get; } = [];

    /// <summary>The reported programs as texts.</summary>
    public IEnumerable<string> Programs => Solved.Select(found => Printer.Print(found.Expression));

    public bool WantsPieces => true;

    public void Solve(FoundExpression found) => Solved.Add(found);

    public void Try(in CandidateTerm candidate) => Tried.Add(candidate);

    public void Place(PlacedPiece piece) => Placed.Add(piece);

    /// <summary>What a learner reports when it is told some terms in order.</summary>
    public static RecordedFindings Of(ILearner learner, params IEnumerable<Term> terms)
    {
        var findings = new RecordedFindings();
        foreach (var term in terms)
            learner.Learn(term, findings);
        return findings;
    }
}
