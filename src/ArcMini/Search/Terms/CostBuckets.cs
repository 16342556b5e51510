using ArcMini.Search.Grammar;

namespace ArcMini.Search.Terms;

/// <summary>Entries by cost, those of one cost in the order they were added.</summary>
/// <param name="maxCost">The highest cost of an entry.</param>
internal sealed class CostBuckets(int maxCost)
{
    /// <summary>The entries where there are none.</summary>
    public static readonly List<Term> None = [];

    private readonly List<Term>?[] byCost = new List<Term>?[maxCost + 1];

    /// <summary>The costs that entries have.</summary>
    public CostSet Costs { get; } = new(maxCost);

    /// <summary>The entries of a cost; a list that more may be added to if there are any.</summary>
    public List<Term> this[int cost] => byCost[cost] ?? None;

    /// <summary>Adds an entry.</summary>
    public void Add(Term entry)
    {
        (byCost[entry.Cost] ??= []).Add(entry);
        Costs.Add(entry.Cost);
    }
}

/// <summary>The entries of a kind that end in one root.</summary>
/// <param name="Root">The root, by its number among those of <see cref="ProductionCosts"/>.</param>
/// <param name="Least">The least cost of an entry.</param>
/// <param name="Terms">The entries.</param>
internal readonly record struct RootBuckets(int Root, int Least, CostBuckets Terms);
