namespace ArcMini.Search;

/// <summary>Entries by cost, those of one cost in the order they were added.</summary>
/// <param name="root">What they end in, by its number among <see cref="Weights"/>' roots; 0 where that differs.</param>
/// <param name="maxCost">The highest cost of an entry.</param>
internal sealed class Shelf(int root, int maxCost)
{
    /// <summary>The entries where there are none.</summary>
    public static readonly List<Entry> None = [];

    private readonly List<Entry>?[] byCost = new List<Entry>?[maxCost + 1];

    /// <summary>What the entries end in.</summary>
    public int Root => root;

    /// <summary>The least cost of an entry.</summary>
    public int Least { get; private set; } = int.MaxValue;

    /// <summary>The costs that entries have.</summary>
    public CostSet Costs { get; } = new(maxCost);

    /// <summary>The entries of a cost; a list that more may be added to if there are any.</summary>
    public List<Entry> this[int cost] => byCost[cost] ?? None;

    /// <summary>Adds an entry.</summary>
    public void Add(Entry entry)
    {
        (byCost[entry.Cost] ??= []).Add(entry);
        Costs.Add(entry.Cost);
        Least = Math.Min(Least, entry.Cost);
    }
}
