using System.Runtime.InteropServices;
using ArcMini.Dsl.Values;
using ArcMini.Search.Enumeration;
using ArcMini.Search.Grammar;
using ArcMini.Search.Terms;

namespace ArcMini.Search.Learners;

/// <summary>
/// Learns how far the items of a list go. It finds each item that moves again in the output. Then it explains the rows and the columns of
/// the steps by numbers: <c>input |> objects |> map(o => o |> move((bottom(input) - bottom(o), 0)))</c>. The numbers are one for all
/// items, one of a property of the item, or the sum or the difference of two such.
/// </summary>
internal sealed class ItemStepLearner(LearnerTask task) : ILearner
{
    private const int MaxListsSeen = 1000;
    private const int MaxLists = 100;
    private const int MaxNumbers = 300;
    private const int MaxProperties = 100;

    private static readonly int[] Signs = [1, -1];
    private static readonly int[] PlusOnly = [1];

    private static readonly ILookup<string, Production> ByName =
        Productions.All.Where(production => production.Primitive.Name is "add" or "sub" or "point" or "move")
            .ToLookup(production => production.Primitive.Name);

    private readonly CandidateEvaluator evaluator = new(task.Inputs);
    private readonly int needed = OutputEvidence.Needed(task.Outputs);
    private readonly Dictionary<Term, Base> bases = [];
    private readonly List<MovingItems> lists = [];
    private readonly List<Term> numbers = [];
    private int listsSeen;

    /// <inheritdoc/>
    public void Learn(Term term, IFindings findings)
    {
        if (!findings.WantsPieces)
            return;
        switch (term)
        {
            case { Type: SearchType.Int } when numbers.Count < MaxNumbers:
                numbers.Add(term);
                foreach (var list in lists)
                    foreach (var open in list.Unexplained)
                        if (open.IsExplainedBy(term))
                            Explain(list, open, term, findings);
                break;
            case { Type: SearchType.Grids } when lists.Count < MaxLists && listsSeen++ < MaxListsSeen:
                if (MovingItems.Of(term, task, needed) is { } moving)
                    Add(moving, findings);
                break;
            case { Type: SearchType.Ints, Base: { Type: SearchType.Grids } items } when BaseOf(items).Properties.Count < MaxProperties:
                BaseOf(items).Properties.Add(term);
                foreach (var list in BaseOf(items).Lists)
                    Divide(list, term, findings);
                break;
        }
    }

    private void Add(MovingItems list, IFindings findings)
    {
        lists.Add(list);
        var known = BaseOf(list.Items.Base!);
        known.Lists.Add(list);
        Divide(list, null, findings);
        foreach (var property in known.Properties)
            Divide(list, property, findings);
    }

    private Base BaseOf(Term items) => CollectionsMarshal.GetValueRefOrAddDefault(bases, items, out _) ??= new([], []);

    /// <summary>Notes what is left of the steps of a list once a property of the items is taken from them, or added to them.</summary>
    private void Divide(MovingItems list, Term? property, IFindings findings)
    {
        foreach (var axis in Enum.GetValues<Axis>())
            foreach (var sign in property is null ? PlusOnly : Signs)
            {
                if (list.Rest(axis, property, sign) is not { } rest)
                    continue;
                var open = new Unexplained(axis, property, sign, rest);
                list.Unexplained.Add(open);
                foreach (var number in numbers)
                    if (open.IsExplainedBy(number))
                        Explain(list, open, number, findings);
            }
    }

    /// <summary>Explains one axis of the steps, and moves the items where the other axis is explained too.</summary>
    private void Explain(MovingItems list, Unexplained open, Term number, IFindings findings)
    {
        if (Sum(open, number) is not { } sum || !list.AddExplanation(open.Axis, sum, task.Inputs.Length))
            return;
        foreach (var other in list.Explanations[1 - (int)open.Axis])
        {
            var (rows, cols) = open.Axis == Axis.Rows ? (sum, other) : (other, sum);
            if (list.IsRight(rows, cols)
                && TermOf("point", rows, cols) is { } step
                && CandidateOf("move", list.Items, step) is { } candidate)
                findings.Try(candidate);
        }
    }

    /// <summary>The number, with the property added to it or taken from it.</summary>
    private Term? Sum(Unexplained open, Term number)
    {
        if (open.Property is not { } property)
            return number;
        var isZero = number.Values.All(value => value.Int == 0);
        return open.Sign < 0 ? TermOf("sub", number, property)
            : isZero ? property
            : TermOf("add", property, number);
    }

    /// <summary>A primitive of two arguments, evaluated; null where it fails.</summary>
    private Term? TermOf(string primitive, Term first, Term second) =>
        CandidateOf(primitive, first, second) is { } candidate ? evaluator.TermOf(candidate) : null;

    /// <summary>A primitive of two arguments, applied to each item where they are lists; null where it costs too much.</summary>
    private CandidateTerm? CandidateOf(string primitive, Term first, Term second)
    {
        var production = ByName[primitive].First(production =>
            production.Application is Application.Plain or Application.Each
            && production.Parameters is [var one, var two] && one == first.Type && two == second.Type);
        var cost = first.Cost + second.Cost + task.Costs.Step(first.Root, production)
            - (production.AlignedWith(1) >= 0 ? first.Base!.Cost : 0);
        return cost > Enumerator.MaxCost ? null : new(production, first, second, null, null, cost);
    }

    private enum Axis
    {
        /// <summary>By how many rows an item goes down.</summary>
        Rows,

        /// <summary>By how many columns it goes to the right.</summary>
        Cols,
    }

    /// <summary>What is known of a list that others are made of: the lists whose items move, and the numbers of its items.</summary>
    private sealed record Base(List<MovingItems> Lists, List<Term> Properties);

    /// <summary>The rows or columns of the steps on each demonstration, less a property of the items; null where no item tells.</summary>
    private sealed record Unexplained(Axis Axis, Term? Property, int Sign, int?[] Rest)
    {
        /// <summary>Whether a number of the demonstrations is what is left on each of them.</summary>
        public bool IsExplainedBy(Term number)
        {
            for (var i = 0; i < Rest.Length; i++)
                if (Rest[i] is { } rest && number.Values[i].Int != rest)
                    return false;
            return true;
        }
    }

    /// <summary>A list whose items move, with the steps that bring each moving item to a place where the output has it.</summary>
    private sealed class MovingItems
    {
        private const int MaxItems = 40;
        private const int MaxSteps = 4;
        private const int MaxExplanations = 4;

        private readonly List<(int Item, List<Point> Steps)>[] moving;

        private MovingItems(Term items, List<(int Item, List<Point> Steps)>[] moving) => (Items, this.moving) = (items, moving);

        public Term Items { get; }

        /// <summary>What a further number may explain.</summary>
        public List<Unexplained> Unexplained { get; } = [];

        /// <summary>For each axis the numbers, or the lists of numbers, that explain it.</summary>
        public List<Term>[] Explanations { get; } = [[], []];

        /// <summary>Null where items move on too few demonstrations, or where it is not clear to which places.</summary>
        public static MovingItems? Of(Term items, LearnerTask task, int needed)
        {
            var moving = new List<(int, List<Point>)>[task.Outputs.Length];
            var (seenOn, isClear) = (0, false);
            for (var i = 0; i < moving.Length; i++)
            {
                moving[i] = [];
                var list = items.Values[i].List;
                if (list.Count > MaxItems)
                    return null;
                for (var item = 0; item < list.Count; item++)
                {
                    var steps = Steps(list[item].Grid, task.Inputs[i], task.Outputs[i]);
                    if (steps.Count is 0 or > MaxSteps)
                        continue;
                    moving[i].Add((item, steps));
                    isClear |= steps.Count == 1;
                }
                seenOn += moving[i].Count > 0 ? 1 : 0;
            }
            return isClear && seenOn >= needed && moving.Sum(items => items.Count) > 1 ? new(items, moving) : null;
        }

        /// <summary>
        /// What is left of the steps on each demonstration once a number of the items, with a sign, is taken from them. Null where that
        /// differs between the items of a demonstration.
        /// </summary>
        public int?[]? Rest(Axis axis, Term? property, int sign)
        {
            var rest = new int?[moving.Length];
            for (var i = 0; i < rest.Length; i++)
                foreach (var (item, steps) in moving[i])
                {
                    if (steps is not [var step])
                        continue;
                    var taken = property is null ? 0 : sign * property.Values[i].List[item].Int;
                    var left = (axis == Axis.Rows ? step.Row : step.Col) - taken;
                    if ((rest[i] ??= left) != left)
                        return null;
                }
            return rest.All(left => left is null) ? null : rest;
        }

        /// <summary>Keeps the first few explanations that differ on an input; false for any other.</summary>
        public bool AddExplanation(Axis axis, Term steps, int inputs)
        {
            var known = Explanations[(int)axis];
            if (known.Count == MaxExplanations || known.Any(other => Enumerable.Range(0, inputs).All(i => IsSame(other, steps, i))))
                return false;
            known.Add(steps);
            return true;
        }

        /// <summary>Whether the steps bring all moving items to places where the outputs have them.</summary>
        public bool IsRight(Term rows, Term cols)
        {
            for (var i = 0; i < moving.Length; i++)
                foreach (var (item, steps) in moving[i])
                    if (!steps.Contains(new(Number(rows, i, item), Number(cols, i, item))))
                        return false;
            return true;
        }

        /// <summary>The steps that bring a grid to new places that have it; none where it stays.</summary>
        private static List<Point> Steps(Grid grid, Grid input, Grid output)
        {
            var steps = new List<Point>();
            if (input.IsSizeOf(output) && PlacedPiece.IsRight(grid, new(grid.Row, grid.Col), input, output, out _))
                return steps;
            for (var row = 0; row + grid.Rows <= output.Rows; row++)
                for (var col = 0; col + grid.Cols <= output.Cols && steps.Count <= MaxSteps; col++)
                    if (PlacedPiece.IsRight(grid, new(row, col), input, output, out var isNew) && isNew)
                        steps.Add(new(row - grid.Row, col - grid.Col));
            return steps;
        }

        private static bool IsSame(Term some, Term others, int input)
        {
            if (some.Type != others.Type)
                return false;
            return some.Type == SearchType.Int
                ? some.Values[input].Int == others.Values[input].Int
                : some.Values[input].List.Equals(others.Values[input].List);
        }

        private static int Number(Term numbers, int demonstration, int item) =>
            numbers.Type == SearchType.Int ? numbers.Values[demonstration].Int : numbers.Values[demonstration].List[item].Int;
    }
}
