using ArcMini.Dsl.Syntax;

namespace ArcMini.Solving.Judging;

/// <summary>
/// Orders candidates. Verified programs that give the same answers on the tests form one group, and their probabilities are added up. So
/// an answer comes early if one short and likely program gives it, or if many programs agree on it.
/// </summary>
internal static class Ranking
{
    /// <summary>What it is worth for a guess, in nats, to reproduce all pairs. Less counts in proportion.</summary>
    private const double AllPairsWorth = 40;

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

    /// <summary>
    /// The last resort: candidates that reproduce some pairs but not all, the best of each group with the same answers. A group counts
    /// the probability of its candidates, each multiplied by what its share of right pairs is worth.
    /// </summary>
    /// <param name="candidates">All candidates.</param>
    /// <param name="pairs">The number of demonstration pairs.</param>
    public static IReadOnlyList<Candidate> Guesses(IEnumerable<Candidate> candidates, int pairs)
    {
        return
        [
            .. candidates.Where(candidate => !candidate.Verified && candidate.PairsRight > 0)
                .GroupBy(candidate => string.Join('|', candidate.Answers))
                .Select(group => (
                    Best: group.OrderByDescending(Score).ThenBy(CountNodes).First(),
                    Score: LogSum(group.Select(Score))))
                .OrderByDescending(group => group.Score)
                .ThenBy(group => CountNodes(group.Best))
                .ThenBy(group => group.Best.Proposal.Program.Source.ToString(), StringComparer.Ordinal)
                .Select(group => group.Best),
        ];

        double Score(Candidate candidate) => candidate.LogProbability + AllPairsWorth * candidate.PairsRight / pairs;
    }

    private static double LogSum(IEnumerable<double> scores)
    {
        var all = scores.ToList();
        var greatest = all.Max();
        return greatest + Math.Log(all.Sum(score => Math.Exp(score - greatest)));
    }

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
