using System.Diagnostics;
using System.Runtime.InteropServices;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Values;
using ArcMini.Search.Grammar;

namespace ArcMini.Search.Terms;

/// <summary>
/// The cheapest expression for its values: one value for each demonstration input and each test input of a task. Terms with the same values
/// on all inputs are observationally equivalent, and only the first is kept.
/// </summary>
internal sealed class Term
{
    private static readonly string[] ItemNames = ["o", "p", "q", "s", "t", "u", "v", "w"];
    private static readonly string[] GridNames = ["g", "h", "k", "m"];

    private readonly Term? first;
    private readonly Term? second;
    private readonly Term? third;
    private readonly Term? fourth;
    private readonly Expr? leaf;
    private Value[]? values;
    private Dictionary<int, List<Term>>? images;
    private Func<Term, Value[]>? recompute;

    /// <summary>A leaf: <c>input</c>, a constant or a function.</summary>
    public Term(SearchType type, int cost, Value[] values, Expr leaf) => (Type, Cost, this.values, this.leaf) = (type, cost, values, leaf);

    /// <summary>A candidate that was evaluated.</summary>
    public Term(in CandidateTerm candidate, Value[] values)
    {
        (Type, Cost, this.values, Production) = (candidate.Production.Result, candidate.Cost, values, candidate.Production);
        (first, second, third, fourth) = (candidate.First, candidate.Second, candidate.Third, candidate.Fourth);
        if (Type.IsList())
            Base = Production.Application == Application.Each ? candidate.Argument(Production.FirstList).Base : this;
    }

    /// <summary>The type of the values.</summary>
    public SearchType Type { get; }

    /// <summary>The cost of the expression, on the <see cref="CostScale"/>.</summary>
    public int Cost { get; }

    /// <summary>The outermost production; null for a leaf.</summary>
    public Production? Production { get; }

    /// <summary>
    /// One value for each input, those of the demonstrations first. Evicted values are computed again.
    /// </summary>
    public Value[] Values => values ??= recompute!(this);

    /// <summary>A function whose parameter has another name than those of the functions inside of it.</summary>
    /// <param name="body">The expression of the result, given that of the parameter.</param>
    public static Lambda FunctionOf(Func<Expr, Expr> body)
    {
        var name = FreeName(ItemNames, body(new Name("", default)));
        return new([name], body(new Name(name, default)), default);
    }

    /// <summary>Whether the value on a demonstration is its output.</summary>
    public bool IsOutput(int pair, Grid output) => Values[pair].Grid is var grid && grid.Hash == output.Hash && grid.Equals(output);

    /// <summary>
    /// The base of a list: the list from whose items its own items were computed, one from each; a list that was not computed item by
    /// item is its own base. Lists with the same base can be walked together. Null for other types.
    /// </summary>
    public Term? Base { get; }

    /// <summary>The root of the expression, by its number among the roots of <see cref="ProductionCosts"/>.</summary>
    public int Root => Production?.Root ?? (leaf is Name { Text: "input" } ? ProductionCosts.InputRoot : ProductionCosts.LiteralRoot);

    /// <summary>The outermost production with its arguments; only for terms that are no leaves.</summary>
    public CandidateTerm Candidate => new(Production!, first!, second, third, fourth, Cost);

    /// <summary>The images of this list: the lists whose base it is, itself among them.</summary>
    public IEnumerable<Term> Images => images?.Values.SelectMany(same => same) ?? (Base == this ? [this] : []);

    /// <summary>The images of a type and a cost. The list itself counts as an image that costs one more than it does.</summary>
    public List<Term> ImagesAt(SearchType type, int cost) =>
        images is not null ? images.GetValueOrDefault(ImageKey(type, cost)) ?? CostBuckets.None
        : Base == this && type == Type && cost == Cost + 1 ? [this]
        : CostBuckets.None;

    /// <summary>Adds an image. Most lists have none but themselves, so the dictionary is made with the first.</summary>
    public void AddImage(Term image)
    {
        Debug.Assert(image.Base == this, "an image has this list as its base");
        images ??= new() { [ImageKey(Type, Cost + 1)] = [this] };
        (CollectionsMarshal.GetValueRefOrAddDefault(images, ImageKey(image.Type, image.Cost), out _) ??= []).Add(image);
    }

    /// <summary>Drops the values. They are computed again when they are asked for, which for most terms never happens.</summary>
    public void Evict(Func<Term, Value[]> recompute)
    {
        Debug.Assert(Production is not null, "a leaf cannot be computed again");
        (values, this.recompute) = (null, recompute);
    }

    /// <summary>The expression in the language.</summary>
    public Expr Expression => leaf ?? Production!.Application switch
    {
        Application.Pair => Apply([Call.Of("first", first!.Expression), Call.Of("last", first.Expression)]),
        Application.Each when !Production.IsLifted => Call.Of("map", Base!.Expression, Function()),
        Application.Fold => Fold(),
        Application.Key => Apply(Candidate.Arguments().Select((argument, i) =>
            i == Production.FirstList ? argument.Function() : argument.Expression)),
        _ => Apply(Candidate.Arguments().Select(argument => argument.Expression)),
    };

    /// <summary>A function that computes an item of this list from the item of its base.</summary>
    public Lambda Function() => Function(item => item);

    /// <summary>A function that computes something from the item of this list that belongs to an item of its base.</summary>
    /// <param name="body">The expression of the result, given that of the item of this list.</param>
    public Lambda Function(Func<Expr, Expr> body) => FunctionOf(item => body(Item(item)));

    /// <summary>The expression of one item of this list, given the expression of the item of its base.</summary>
    public Expr Item(Expr item) => Base == this
        ? item
        : Apply(Candidate.Arguments().Select((argument, i) => Production!.IsWalked(i) ? argument.Item(item) : argument.Expression));

    private Call Fold()
    {
        var body = Step("", "");
        var (grid, item) = (FreeName(GridNames, body), FreeName(ItemNames, body));
        var list = Candidate.Argument(Production!.FirstList).Base!;
        return Call.Of("fold", list.Expression, first!.Expression, new Lambda([grid, item], Step(grid, item), default));

        Call Step(string grid, string item) => Apply(Candidate.Arguments().Select((argument, i) =>
            i == 0 ? new Name(grid, default)
            : Production!.IsWalked(i) ? argument.Item(new Name(item, default))
            : argument.Expression));
    }

    private Call Apply(IEnumerable<Expr> arguments) => new(Production!.Primitive.Name, [.. arguments], default);

    /// <summary>The first of the names that no function inside of an expression gives to a parameter.</summary>
    private static string FreeName(string[] names, Expr within) =>
        names.First(name => !within.All().OfType<Lambda>().Any(lambda => lambda.Parameters.Contains(name)));

    private static int ImageKey(SearchType type, int cost) => ((int)type << 16) + cost;
}
