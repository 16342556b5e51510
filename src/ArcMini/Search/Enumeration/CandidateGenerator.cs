using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Enumeration;

/// <summary>Generates the candidates of a production that have a given cost, in a fixed order.</summary>
/// <param name="bank">The terms to take as arguments.</param>
/// <param name="costs">The costs of the productions.</param>
/// <param name="collect">Receives each candidate; returns false to stop.</param>
internal sealed class CandidateGenerator(Bank bank, ProductionCosts costs, Func<CandidateTerm, bool> collect)
{
    private readonly Term[] arguments = new Term[4];
    private bool stopped;

    /// <summary>Generates the candidates of a production whose cost is exactly <paramref name="cost"/>; false if it was stopped.</summary>
    public bool Generate(Production production, int cost)
    {
        stopped = false;
        var steps = costs.Steps(production);
        var most = cost - ProductionCosts.ApplicationCostOf(production);
        var roots = bank.ByRoot(production.Parameters[0]);
        for (var i = 0; i < roots.Length && !stopped; i++)
            if (most - steps[roots[i].Root] is var left && left >= roots[i].Least)
            {
                FillFirst(production, roots[i].Terms, left, cost);
                roots = bank.ByRoot(production.Parameters[0]); // A new term may have another root.
            }
        return !stopped;
    }

    /// <summary>Takes the first argument, and then the others so that all together cost exactly <paramref name="left"/>.</summary>
    private void FillFirst(Production production, CostBuckets firsts, int left, int cost)
    {
        if (production.Parameters.Length == 1)
        {
            Fill(production, 0, firsts[left], 0, cost);
            return;
        }
        var isPair = production.Parameters.Length == 2 && production.AlignedWith(1) < 0;
        var seconds = isPair ? bank.Of(production.Parameters[1]).Costs : null;
        for (var spent = firsts.Costs.Next(1, left, seconds); spent > 0; spent = firsts.Costs.Next(spent + 1, left, seconds))
            Fill(production, 0, firsts[spent], left - spent, cost);
    }

    /// <summary>Takes the argument at an index after the first, and then the others, as <see cref="FillFirst"/> does.</summary>
    private void FillNext(Production production, int index, int left, int cost)
    {
        var type = production.Parameters[index];
        var list = production.AlignedWith(index) is >= 0 and var other ? arguments[other].Base : null;
        if (index == production.Parameters.Length - 1)
        {
            Fill(production, index, Of(type, left, list), 0, cost);
            return;
        }
        var known = list is null ? bank.Of(type).Costs : null;
        for (var spent = Next(1); spent > 0 && !stopped; spent = Next(spent + 1))
            Fill(production, index, Of(type, spent, list), left - spent, cost);

        int Next(int from) => known is not null ? known.Next(from, left, null) : from < left ? from : -1;
    }

    /// <summary>
    /// Puts each term in turn at an index, and fills the arguments after it so that they cost exactly <paramref name="left"/>.
    /// </summary>
    private void Fill(Production production, int index, List<Term> terms, int left, int cost)
    {
        for (var i = 0; i < terms.Count && !stopped; i++)
        {
            arguments[index] = terms[i];
            if (index == production.Parameters.Length - 1)
                Collect(production, cost);
            else if (production.Application != Application.Key || index > 0 || terms[i].Base == terms[i])
                FillNext(production, index + 1, left, cost);
        }
    }

    /// <summary>The terms of a type and a cost. Where a list is given, only its images, by what they cost more than the list.</summary>
    private List<Term> Of(SearchType type, int cost, Term? list) =>
        list is null ? bank.Of(type)[cost] : list.ImagesAt(type, list.Cost + cost);

    private void Collect(Production production, int cost)
    {
        var count = production.Parameters.Length;
        stopped = !collect(new(production, arguments[0], At(1), At(2), At(3), cost));

        Term? At(int index) => index < count ? arguments[index] : null;
    }
}
