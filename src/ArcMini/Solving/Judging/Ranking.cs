using ArcMini.Dsl.Syntax;

namespace ArcMini.Solving.Judging;

/// <summary>
/// Which answers to give first. Verified programs that give the same answers on the tests are one group, as probable as they are together: a
/// short and likely program counts, and so do many that agree. Answers that something tells against are less probable.
/// </summary>
internal static class Ranking
{
    /// <summary>One candidate for each different set of answers, the most trustworthy first.</summary>
    public static IReadOnlyList<Candidate> Order(IEnumerable<Candidate> verified) =>
    [
        .. verified.Where(candidate => candidate.Answers.Any(answer => answer is not null))
            .GroupBy(candidate => string.Join('|', candidate.Answers))
            .Select(group => (Best: group.OrderByDescending(candidate => candidate.LogProbability).ThenBy(Nodes).First(), Probability: group.Sum(candidate => Math.Exp(candidate.LogProbability))))
            .OrderByDescending(group => group.Best.IsTrusted)
            .ThenByDescending(group => group.Probability)
            .ThenBy(group => Nodes(group.Best))
            .ThenBy(group => group.Best.Proposal.Program.Source.ToString(), StringComparer.Ordinal)
            .Select(group => group.Best),
    ];

    /// <summary>Candidates in the order of how near they come to the demonstrations: by pairs exactly right, then the shortest.</summary>
    public static IEnumerable<Candidate> NearMisses(IEnumerable<Candidate> candidates) => candidates.OrderByDescending(candidate => candidate.PairsRight).ThenBy(Nodes);

    /// <summary>The program's nodes, each cell of a written grid counted as one: what is written out is not explained.</summary>
    private static int Nodes(Candidate candidate)
    {
        var program = candidate.Proposal.Program.Source;
        return program.Nodes + program.Bindings.Sum(binding => WrittenCells(binding.Value)) + WrittenCells(program.Result);
    }

    private static int WrittenCells(Expr expr) => expr is GridLiteral grid ? grid.Value.Area : expr.Children.Sum(WrittenCells);
}
