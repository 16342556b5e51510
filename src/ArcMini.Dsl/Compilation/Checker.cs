using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Compilation;

/// <summary>
/// Infers every type, and turns a program into nodes that can be evaluated. Two conversions are put in where types call for
/// them: a primitive whose first parameter is no list, given a list of what it takes, is applied to each item; one value given
/// where a list of such is called for is a list of one.
/// </summary>
public sealed class Checker
{
    private readonly Dictionary<string, (int Slot, DslType Type)> scope = new() { ["input"] = (0, DslType.Grid) };
    private readonly Dictionary<TypeVariable, DslType> known = [];
    private readonly List<HoleNode> found = [];
    private int slots = 1;
    private int uses;
    private int depth;
    private DslType? holes;

    private Checker()
    {
    }

    /// <summary>Slots kept for <c>input</c> and the arguments of a primitive that is called outside of a program.</summary>
    private const int FirstFreeSlot = 8;

    /// <summary>The deepest nesting of expressions that is checked.</summary>
    public const int MaxDepth = 200;

    /// <summary>Checks a program.</summary>
    /// <exception cref="TypeException">A name is unknown or taken, a type does not fit, or a number of arguments is wrong.</exception>
    public static CheckedProgram Check(ArcProgram program) => new Checker().Whole(program, DslType.Grid);

    /// <summary>Checks a sketch whose holes are all of one type, which need not be one that has literals.</summary>
    /// <exception cref="TypeException">As for <see cref="Check(ArcProgram)"/>.</exception>
    public static CheckedProgram Check(ArcProgram sketch, DslType holes) => new Checker { holes = holes }.Whole(sketch, DslType.Grid);

    /// <summary>Checks a program whose result may be of any type but a function.</summary>
    /// <exception cref="TypeException">As for <see cref="Check(ArcProgram)"/>, or the result's type cannot be told.</exception>
    public static CheckedProgram CheckAny(ArcProgram program) => new Checker().Whole(program, null);

    private CheckedProgram Whole(ArcProgram program, DslType? wanted)
    {
        var bindings = new List<CheckedBinding>();
        foreach (var binding in program.Bindings)
        {
            var value = Known(Infer(binding.Value), $"'{binding.Name}'");
            bindings.Add(new(binding.Name, value, Declare(binding.Name, value.Type, binding.At)));
        }
        var result = wanted is null ? Infer(program.Result) : Check(program.Result, wanted, new("the result of a program"));
        return new(program, [.. bindings], Known(result, "the result"), [.. found], slots);
    }

    /// <summary>A complete expression, in which every type must be known by now.</summary>
    private Node Known(Node node, string what)
    {
        node.Settle(Resolve);
        if (HasVariable(node.Type))
            throw new TypeException($"the type of {what} cannot be told", node.At);
        foreach (var hole in found)
            if (HasVariable(hole.Type))
                throw new TypeException("the type of this hole cannot be told", hole.At);
        return node;
    }

    /// <summary>Checks a function that stands outside of any program and makes a value of it, for <see cref="Run.Call"/>.</summary>
    /// <exception cref="TypeException">It is no function of that type.</exception>
    public static Value Function(Expr expr, FunctionOf type)
    {
        var checker = new Checker { slots = FirstFreeSlot };
        return new Code(checker.CheckFunction(expr, type, new("a function"))).Known(0);
    }

    private Node Infer(Expr expr) => expr switch
    {
        IntLiteral literal => new ConstantNode(literal.Value, $"{literal.Value}", DslType.Int, literal.At),
        ColorLiteral literal => new ConstantNode(literal.Value, Color.Names[literal.Value], DslType.Color, literal.At),
        BoolLiteral literal => new ConstantNode(literal.Value, literal.Value ? "true" : "false", DslType.Bool, literal.At),
        PointLiteral literal => new ConstantNode(literal.Value, $"{literal.Value}", DslType.Point, literal.At),
        GridLiteral literal => new ConstantNode(literal.Value, $"\"{literal.Value}\"", DslType.Grid, literal.At),
        Hole hole => InferHole(hole),
        Name name => InferName(name),
        Call call => InferCall(Find(call.Function, true, call.At), call.Arguments, call.At),
        ListLiteral list => InferList(list),
        If choice => InferIf(choice),
        Lambda lambda => throw new TypeException("a function can only be an argument of a primitive that takes one", lambda.At),
        _ => throw new InvalidOperationException(expr.GetType().Name),
    };

    private void Enter(Span at)
    {
        if (++depth > MaxDepth)
            throw new TypeException($"expressions are nested more than {MaxDepth} deep", at);
    }

    private HoleNode InferHole(Hole hole)
    {
        var node = new HoleNode(holes ?? Fresh(), slots++, hole.At);
        found.Add(node);
        return node;
    }

    private Node InferName(Name name)
    {
        if (scope.TryGetValue(name.Text, out var local))
            return new LocalNode(local.Slot, name.Text, Resolve(local.Type), name.At);
        return InferCall(Find(name.Text, false, name.At), name.Children, name.At);
    }

    private ListNode InferList(ListLiteral list)
    {
        if (list.Items.Count == 0)
            return new ListNode([], new ListOf(Fresh()), list.At);
        Enter(list.At);
        var nodes = new Node[list.Items.Count];
        nodes[0] = Infer(list.Items[0]);
        for (var i = 1; i < nodes.Length; i++)
            nodes[i] = Check(list.Items[i], nodes[0].Type, new("an item of this list"));
        depth--;
        return new(nodes, new ListOf(Resolve(nodes[0].Type)), list.At);
    }

    private ChoiceNode InferIf(If choice)
    {
        Enter(choice.At);
        var condition = Check(choice.Condition, DslType.Bool, new("the condition of 'if'"));
        var then = Infer(choice.Then);
        var otherwise = Check(choice.Else, then.Type, new("the value after 'else'"));
        depth--;
        return new(condition, then, otherwise, choice.At);
    }

    private ApplyNode InferCall(Primitive primitive, EquatableList<Expr> arguments, Span at)
    {
        Enter(at);
        var parameters = primitive.Signature.Parameters;
        if (arguments.Count != parameters.Count)
            throw new TypeException($"{primitive.Name} takes {Count(parameters.Count)}, {Parenthesis(primitive)}, found {arguments.Count}", at);
        var use = ++uses;
        var slot = slots;
        slots += parameters.Count;
        var nodes = new Node[parameters.Count];
        var lifted = false;
        for (var i = 0; i < nodes.Length; i++)
        {
            var expected = Rename(parameters[i].Type, use);
            if (i > 0 || arguments[0] is Lambda)
            {
                nodes[i] = Check(arguments[i], expected, new(parameters[i].Name, primitive));
                continue;
            }
            nodes[0] = expected is FunctionOf ? Check(arguments[0], expected, new(parameters[0].Name, primitive)) : Infer(arguments[0]);
            if (Fits(nodes[0].Type, expected))
                continue;
            if (expected is not ListOf && Resolve(nodes[0].Type) is ListOf list && Fits(list.Item, expected))
                lifted = true;
            else if (Resolve(expected) is ListOf one && Resolve(nodes[0].Type) is ListOf many && many.Item is ListOf inner && Fits(inner, one))
                lifted = true;
            else
                nodes[0] = Single(nodes[0], expected) ?? throw Mismatch(nodes[0], expected, new(parameters[0].Name, primitive));
        }
        depth--;
        var result = Resolve(Rename(primitive.Signature.Result, use));
        return new(primitive, nodes, slot, lifted, lifted ? new ListOf(result) : result, at);
    }

    private Node Check(Expr expr, DslType expected, TypedPlace place)
    {
        if (expected is FunctionOf function)
            return CheckFunction(expr, function, place);
        var node = Infer(expr);
        if (Fits(node.Type, expected))
            return node;
        return Single(node, expected) ?? throw Mismatch(node, expected, place);
    }

    /// <summary>A lambda; or a primitive, with all its arguments but the first (as after <c>|></c>), or with none at all.</summary>
    private LambdaNode CheckFunction(Expr expr, FunctionOf expected, TypedPlace place) => expr switch
    {
        Lambda lambda => Abstract(lambda.Parameters, lambda.Body, expected, "x => ...", lambda.At, place),
        Call call => Abstract(["·"], new Call(call.Function, [new Name("·", call.At), .. call.Arguments], call.At), expected, $"{call.Function}(...)", call.At, place),
        Name name when !scope.ContainsKey(name.Text) => expected.Parameters.Count == 1
            ? Abstract(["·"], new Call(name.Text, [new Name("·", name.At)], name.At), expected, name.Text, name.At, place)
            : Abstract(["·", "··"], new Call(name.Text, [new Name("·", name.At), new Name("··", name.At)], name.At), expected, name.Text, name.At, place),
        _ => throw new TypeException($"expected a function for {place}, such as x => ... or the name of a primitive", expr.At),
    };

    private LambdaNode Abstract(IReadOnlyList<string> names, Expr body, FunctionOf expected, string label, Span at, TypedPlace place)
    {
        if (names.Count != expected.Parameters.Count)
            throw new TypeException($"expected a function of {Count(expected.Parameters.Count, "parameter")} for {place}, found one of {names.Count}", at);
        var outer = names.Select(name => scope.TryGetValue(name, out var shadowed) ? shadowed : (Slot: -1, Type: DslType.Grid)).ToArray();
        var own = new int[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == "·")
                scope.Remove(names[i]);
            own[i] = Declare(names[i], Resolve(expected.Parameters[i]), at);
        }
        Enter(at);
        var node = Check(body, expected.Result, place with { OfResult = true });
        depth--;
        for (var i = 0; i < names.Count; i++)
        {
            scope.Remove(names[i]);
            if (outer[i].Slot >= 0)
                scope[names[i]] = outer[i];
        }
        return new(own[0], own[^1], label, node, Resolve(expected), at);
    }

    private int Declare(string name, DslType type, Span at)
    {
        if (PrimitiveTable.Find(name) is not null)
            throw new TypeException($"'{name}' is a primitive; choose another name", at);
        if (!scope.TryAdd(name, (slots, type)))
            throw new TypeException($"'{name}' is already defined", at);
        return slots++;
    }

    private ListNode? Single(Node node, DslType expected) =>
        Resolve(expected) is ListOf { Item: GroundType } list && Resolve(node.Type) is not ListOf && Fits(node.Type, list.Item)
            ? new ListNode([node], new ListOf(Resolve(list.Item)), node.At)
            : null;

    private Primitive Find(string name, bool called, Span at)
    {
        if (PrimitiveTable.Find(name) is { } primitive)
            return primitive;
        var primitives = PrimitiveTable.All.Select(row => row.Name);
        var values = scope.Keys.Concat(Color.Names).Concat(Point.Directions.Select(direction => direction.Name));
        var nearest = Spelling.Nearest(name, called ? primitives.Concat(values) : values.Concat(primitives));
        throw new TypeException(nearest is null ? $"'{name}' is not known" : $"'{name}' is not known; did you mean '{nearest}'?", at);
    }

    private TypeException Mismatch(Node found, DslType expected, TypedPlace place) =>
        new($"expected {Article(Resolve(expected))} for {place}, found {Article(Resolve(found.Type))}{Advice(found, Resolve(expected))}", found.At);

    private static string Advice(Node found, DslType expected) =>
        found is ConstantNode && found.Type == DslType.Int && expected == DslType.Color && int.TryParse(found.Label, out var number)
            ? number is >= 0 and < Color.Count ? $" ({number} is written {Color.Names[number]})" : $" (a colour is one of {string.Join(", ", Color.Names)})"
            : "";

    private static string Article(DslType type) => type is TypeVariable ? "any value" : type == DslType.Int ? "an Int" : $"a {type}";

    private static string Count(int n, string noun = "argument") => n == 1 ? $"1 {noun}" : $"{n} {noun}s";

    private static string Parenthesis(Primitive primitive) =>
        $"({string.Join(", ", primitive.Signature.Parameters.Select(parameter => $"{parameter.Name}: {parameter.Type}"))})";

    private TypeVariable Fresh() => new("A", ++uses);

    private static DslType Rename(DslType type, int use) => type switch
    {
        TypeVariable variable => variable with { Use = use },
        ListOf list => Rename(list.Item, use) is var item && item == (object)list.Item ? list : new ListOf(item),
        FunctionOf function => new FunctionOf(function.Parameters.Map(parameter => Rename(parameter, use)), Rename(function.Result, use)),
        _ => type,
    };

    private DslType Resolve(DslType type) => type switch
    {
        TypeVariable variable => known.TryGetValue(variable, out var bound) ? Resolve(bound) : type,
        ListOf list => Resolve(list.Item) is var item && item == (object)list.Item ? list : new ListOf(item),
        FunctionOf function => new FunctionOf(function.Parameters.Map(Resolve), Resolve(function.Result)),
        _ => type,
    };

    /// <summary>Unification: whether two types can be made equal, and if so, makes them.</summary>
    private bool Fits(DslType found, DslType expected)
    {
        (found, expected) = (Resolve(found), Resolve(expected));
        if (found == expected)
            return true;
        if (expected is TypeVariable wanted)
            return Bind(wanted, found);
        if (found is TypeVariable open)
            return Bind(open, expected);
        return found is ListOf a && expected is ListOf b && Fits(a.Item, b.Item);
    }

    private bool Bind(TypeVariable variable, DslType type)
    {
        if (type is FunctionOf || Mentions(type, variable))
            return false;
        known[variable] = type;
        return true;
    }

    private static bool Mentions(DslType type, TypeVariable variable) => type == variable || (type is ListOf list && Mentions(list.Item, variable));

    private static bool HasVariable(DslType type) => type is TypeVariable || (type is ListOf list && HasVariable(list.Item));

    /// <summary>What an expression stands for, told where it does not fit.</summary>
    /// <param name="Name">In words, or a parameter's name.</param>
    /// <param name="Of">The parameter's primitive, null for words.</param>
    /// <param name="OfResult">Whether it stands for the result of the function that is meant.</param>
    private readonly record struct TypedPlace(string Name, Primitive? Of = null, bool OfResult = false)
    {
        public override string ToString() => $"{(OfResult ? "the result of " : "")}{(Of is null ? Name : $"'{Name}' of {Of.Name}")}";
    }
}
