using System.Runtime.InteropServices;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;

namespace ArcMini.Search.Terms;

/// <summary>
/// A value on every demonstration input and every test input of a task at once, with the cheapest expression found for it.
/// Two entries with the same values on all of them are one (observational equivalence).
/// </summary>
internal sealed class Term
{
    private static readonly string[] ParameterNames = ["o", "p", "q", "s", "t", "u", "v", "w"];
    private static readonly string[] GridNames = ["g", "h", "k", "m"];

    private readonly Term? first;
    private readonly Term? second;
    private readonly Term? third;
    private readonly Term? fourth;
    private readonly Expr? leaf;
    private Value[]? values;
    private Dictionary<int, List<Term>>? images;
    private Func<Term, Value[]>? make;

    /// <summary>An entry that no move made: <c>input</c>, a constant, a function.</summary>
    public Term(SearchType kind, int cost, Value[] values, Expr leaf) => (Type, Cost, this.values, this.leaf) = (kind, cost, values, leaf);

    /// <summary>An entry that a move made of others.</summary>
    public Term(in CandidateTerm trial, Value[] values)
    {
        (Type, Cost, this.values, Production) = (trial.Production.Result, trial.Cost, values, trial.Production);
        (first, second, third, fourth) = (trial.First, trial.Second, trial.Third, trial.Fourth);
        if (Type.IsList())
            Base = Production.Application == Application.Each ? trial.Argument(Production.FirstList).Base : this;
    }

    /// <summary>The type.</summary>
    public SearchType Type { get; }

    /// <summary>Minus log probability of the expression, in tenths of a nat.</summary>
    public int Cost { get; }

    /// <summary>The move that made it, null for what no move made.</summary>
    public Production? Production { get; }

    /// <summary>One value for each input, the demonstrations' first; made again where they were forgotten, which only one thread at a time may ask for.</summary>
    public Value[] Values => values ??= make!(this);

    /// <summary>Whether it is a demonstration's output.</summary>
    public bool IsOutput(int pair, Grid output) => Values[pair].Grid is var grid && grid.Hash == output.Hash && grid.Equals(output);

    /// <summary>
    /// For a list, the list whose items its own were made of, one of each; itself where it was not made so. Two lists of one base can be
    /// walked in step. Null for other kinds.
    /// </summary>
    public Term? Base { get; }

    /// <summary>What the expression ends in, by its number among <see cref="ProductionCosts"/>' roots.</summary>
    public int Root => Production?.Root ?? (leaf is Name { Text: "input" } ? ProductionCosts.InputRoot : ProductionCosts.LiteralRoot);

    /// <summary>The entry's move with its arguments.</summary>
    public CandidateTerm Candidate => new(Production!, first!, second, third, fourth, Cost);

    /// <summary>The lists that were made item by item of this one, itself among them.</summary>
    public IEnumerable<Term> Images => images?.Values.SelectMany(alike => alike) ?? (Base == this ? [this] : []);

    /// <summary>Those of a kind and a cost; itself as if the item's name cost one.</summary>
    public List<Term> ImagesAt(SearchType kind, int cost) =>
        images is not null ? images.GetValueOrDefault(Place(kind, cost)) ?? CostBuckets.None
        : Base == this && kind == Type && cost == Cost + 1 ? [this] : CostBuckets.None;

    /// <summary>Adds one; most lists have no other than themselves, and go without a dictionary.</summary>
    public void AddImage(Term image)
    {
        images ??= new() { [Place(Type, Cost + 1)] = [this] };
        (CollectionsMarshal.GetValueRefOrAddDefault(images, Place(image.Type, image.Cost), out _) ??= []).Add(image);
    }

    private static int Place(SearchType kind, int cost) => ((int)kind << 16) + cost;

    /// <summary>Lets go of the values of an entry that a move made, until they are wanted: most are never.</summary>
    public void Evict(Func<Term, Value[]> make) => (values, this.make) = (null, make);

    /// <summary>Makes forgotten values again, so that from then on any thread may read them.</summary>
    public void Restore() => _ = Values;

    /// <summary>The expression in the language.</summary>
    public Expr Expression => leaf ?? Production!.Application switch
    {
        Application.Pair => Call([new Call("first", [first!.Expression], default), new Call("last", [first.Expression], default)]),
        Application.Each when !Production.IsLifted => new Call("map", [Base!.Expression, Function()], default),
        Application.Fold => Fold(),
        Application.Key => Call(Candidate.Arguments().Select((argument, i) => i == Production.FirstList ? argument.Function() : argument.Expression)),
        _ => Call(Candidate.Arguments().Select(argument => argument.Expression)),
    };

    /// <summary>A function that gives an item of this list for the item of its base.</summary>
    public Lambda Function()
    {
        var name = Free(ParameterNames, Item(new Name("", default)));
        return new([name], Item(new Name(name, default)), default);
    }

    private Call Fold()
    {
        var body = Step("", "");
        var (grid, item) = (Free(GridNames, body), Free(ParameterNames, body));
        return new("fold", [Candidate.Argument(Production!.FirstList).Base!.Expression, first!.Expression, new Lambda([grid, item], Step(grid, item), default)], default);

        Call Step(string grid, string item) =>
            Call(Candidate.Arguments().Select((argument, i) => i == 0 ? new Name(grid, default) : Production!.IsWalked(i) ? argument.Item(new Name(item, default)) : argument.Expression));
    }

    /// <summary>The first of the names that no function within an expression gives to a parameter.</summary>
    private static string Free(string[] names, Expr within) => names.First(name => !within.All().OfType<Lambda>().Any(inner => inner.Parameters.Contains(name)));

    private Call Call(IEnumerable<Expr> with) => new(Production!.Primitive.Name, [.. with], default);

    /// <summary>An item of this list in terms of the item of its base.</summary>
    public Expr Item(Expr item) => Base == this ? item : Call(Candidate.Arguments().Select((argument, i) => Production!.IsWalked(i) ? argument.Item(item) : argument.Expression));
}
