namespace ArcMini.Search.Terms;

/// <summary>Terms in buckets, one for each cost. A bucket keeps the order in which terms were added.</summary>
/// <param name="maxCost">The highest cost of a term.</param>
internal sealed class CostBuckets(int maxCost)
{
    /// <summary>The empty bucket, which nothing may be added to.</summary>
    public static readonly List<Term> None = [];

    private readonly List<Term>?[] buckets = new List<Term>?[maxCost + 1];

    /// <summary>The costs of the terms.</summary>
    public CostSet Costs { get; } = new(maxCost);

    /// <summary>The terms of a cost. More may be added to the list later.</summary>
    public List<Term> this[int cost] => buckets[cost] ?? None;

    /// <summary>Adds a term.</summary>
    public void Add(Term term)
    {
        (buckets[term.Cost] ??= []).Add(term);
        Costs.Add(term.Cost);
    }
}

/// <summary>The terms of a type that have the same root.</summary>
/// <param name="Root">The root, by its number among the roots of <see cref="Grammar.ProductionCosts"/>.</param>
/// <param name="Least">The least cost of a term.</param>
/// <param name="Terms">The terms.</param>
internal readonly record struct RootBuckets(int Root, int Least, CostBuckets Terms);
