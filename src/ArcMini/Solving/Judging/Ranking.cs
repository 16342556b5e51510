using ArcMini.Dsl.Syntax;

namespace ArcMini.Solving.Judging;

/// <summary>
/// Orders candidates. Verified programs that give the same answers on the tests form one group, and their probabilities are added up. So
/// an answer comes early if one short and likely program gives it, or if many programs agree on it.
/// </summary>
internal static class Ranking
{
    /// <summary>The best candidate of each group, the most trustworthy group first.</summary>
    public static IReadOnlyList<Candidate> Order(IEnumerable<Candidate> verified) =>
    [
        .. verified.Where(candidate => candidate.Answers.Any(answer => answer is not null))
            .GroupBy(candidate => string.Join('|', candidate.Answers))
            .Select(group => (
                Best: group.OrderByDescending(candidate => candidate.LogProbability).ThenBy(CountNodes).First(),
                Probability: group.Sum(candidate => Math.Exp(candidate.LogProbability))))
            .OrderByDescending(group => group.Best.IsTrusted)
            .ThenByDescending(group => group.Probability)
            .ThenBy(group => CountNodes(group.Best))
            .ThenBy(group => group.Best.Proposal.Program.Source.ToString(), StringComparer.Ordinal)
            .Select(group => group.Best),
    ];

    /// <summary>Candidates in the order of how many pairs they reproduce, most first; among equals, the shortest first.</summary>
    public static IEnumerable<Candidate> NearMisses(IEnumerable<Candidate> candidates) =>
        candidates.OrderByDescending(candidate => candidate.PairsRight).ThenBy(CountNodes);

    /// <summary>
    /// The nodes of the program. Each cell of a grid literal counts as one more, because a program that writes out a grid explains
    /// nothing.
    /// </summary>
    private static int CountNodes(Candidate candidate)
    {
        var program = candidate.Proposal.Program.Source;
        return program.Nodes + program.Bindings.Sum(binding => CountLiteralCells(binding.Value)) + CountLiteralCells(program.Result);
    }

    private static int CountLiteralCells(Expr expr) => expr is GridLiteral grid ? grid.Value.Area : expr.Children.Sum(CountLiteralCells);
}
