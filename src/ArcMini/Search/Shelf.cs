namespace ArcMini.Search;

/// <summary>Entries by cost, those of one cost in the order they were added.</summary>
/// <param name="maxCost">The highest cost of an entry.</param>
internal sealed class Shelf(int maxCost)
{
    /// <summary>The entries where there are none.</summary>
    public static readonly List<Entry> None = [];

    private readonly List<Entry>?[] byCost = new List<Entry>?[maxCost + 1];

    /// <summary>The costs that entries have.</summary>
    public CostSet Costs { get; } = new(maxCost);

    /// <summary>The entries of a cost; a list that more may be added to if there are any.</summary>
    public List<Entry> this[int cost] => byCost[cost] ?? None;

    /// <summary>Adds an entry.</summary>
    public void Add(Entry entry)
    {
        (byCost[entry.Cost] ??= []).Add(entry);
        Costs.Add(entry.Cost);
    }
}

/// <summary>The entries of a kind that end in one root.</summary>
/// <param name="Root">The root, by its number among those of <see cref="Weights"/>.</param>
/// <param name="Least">The least cost of an entry.</param>
/// <param name="Shelf">The entries.</param>
internal readonly record struct RootShelf(int Root, int Least, Shelf Shelf);
