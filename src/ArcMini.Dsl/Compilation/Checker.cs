using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Runtime;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;

namespace ArcMini.Dsl.Compilation;

/// <summary>
/// Infers the type of every expression and turns a program into typed nodes. It inserts two conversions. A primitive whose first
/// parameter is not a list accepts a list of what it takes: it is applied to each item. A place that expects a list accepts one item:
/// it becomes a list of one.
/// </summary>
public sealed class Checker
{
    /// <summary>The names of the parameters of a function that is written as a primitive. No source can contain them.</summary>
    private const string FirstImplicit = "·", SecondImplicit = "··";

    private readonly Dictionary<string, (int Slot, DslType Type)> scope = new() { ["input"] = (0, DslType.Grid) };
    private readonly Unifier types = new();
    private readonly List<HoleNode> holes = [];
    private int slots = 1;
    private int depth;
    private DslType? holeType;

    private Checker()
    {
    }

    /// <summary>Checks a program.</summary>
    /// <exception cref="TypeException">A name is unknown or taken, a type does not fit, or the number of arguments is wrong.</exception>
    public static CheckedProgram Check(ArcProgram program) => new Checker().Whole(program, DslType.Grid);

    /// <summary>Checks a sketch whose holes all have one given type. That may be a type that has no literals.</summary>
    /// <exception cref="TypeException">As for <see cref="Check(ArcProgram)"/>.</exception>
    public static CheckedProgram Check(ArcProgram sketch, DslType holes) => new Checker { holeType = holes }.Whole(sketch, DslType.Grid);

    /// <summary>Checks a program whose result may have any type but a function type.</summary>
    /// <exception cref="TypeException">As for <see cref="Check(ArcProgram)"/>, or the type of the result is not determined.</exception>
    public static CheckedProgram CheckAny(ArcProgram program) => new Checker().Whole(program, null);

    /// <summary>Checks a function that stands outside of any program and makes it a value, for <see cref="Run.Call"/>.</summary>
    /// <exception cref="TypeException">
    /// The expression is not a function of that type, or it needs more than <see cref="Run.FunctionSlots"/> slots.
    /// </exception>
    public static Value Function(Expr expr, FunctionOf type)
    {
        var checker = new Checker { slots = Run.ArgumentSlots };
        var function = checker.CheckFunction(expr, type, new("a function"));
        if (checker.slots > Run.FunctionSlots)
            throw new TypeException($"the function has more than {Run.FunctionSlots} variables and arguments", expr.At);
        return new Code(function).Known(0);
    }

    /// <summary>As <see cref="Check(ArcProgram)"/>; null if the program does not type-check.</summary>
    public static CheckedProgram? TryCheck(ArcProgram program) => Try(() => Check(program));

    /// <summary>As <see cref="Check(ArcProgram, DslType)"/>; null if the sketch does not type-check.</summary>
    public static CheckedProgram? TryCheck(ArcProgram sketch, DslType holes) => Try(() => Check(sketch, holes));

    /// <summary>As <see cref="CheckAny"/>; null if the program does not type-check.</summary>
    public static CheckedProgram? TryCheckAny(ArcProgram program) => Try(() => CheckAny(program));

    /// <summary>As <see cref="Function"/>; null if the expression is not a function of that type.</summary>
    public static Value? TryFunction(Expr expr, FunctionOf type) => Try<Value?>(() => Function(expr, type));

    private static T? Try<T>(Func<T> check)
    {
        try
        {
            return check();
        }
        catch (TypeException)
        {
            return default;
        }
    }

    private CheckedProgram Whole(ArcProgram program, DslType? wanted)
    {
        var bindings = new List<CheckedBinding>();
        foreach (var binding in program.Bindings)
        {
            var value = Complete(Infer(binding.Value), $"'{Quote.Of(binding.Name)}'");
            bindings.Add(new(binding.Name, value, Declare(binding.Name, value.Type, binding.At)));
        }
        var result = wanted is null ? Infer(program.Result) : Check(program.Result, wanted, new("the result of a program"));
        return new(program, [.. bindings], Complete(result, "the result"), [.. holes], slots);
    }

    /// <summary>Sets the types of a complete expression. All of them must be known by now.</summary>
    private Node Complete(Node node, string what)
    {
        node.Settle(types.Resolve);
        if (node.Type.Variables.Any())
            throw new TypeException($"the type of {what} cannot be told", node.At);
        foreach (var hole in holes)
            if (hole.Type.Variables.Any())
                throw new TypeException("the type of this hole cannot be told", hole.At);
        return node;
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

    /// <summary>Infers an expression that a place expects, and converts one item to a list of one if the place expects a list.</summary>
    private Node Check(Expr expr, DslType expected, TypedPlace place)
    {
        if (expected is FunctionOf function)
            return CheckFunction(expr, function, place);
        var node = Infer(expr);
        if (types.Unify(node.Type, expected))
            return node;
        return Single(node, expected) ?? throw Mismatch(node, expected, place);
    }

    private void Enter(Span at)
    {
        if (++depth > Parser.MaxDepth)
            throw new TypeException($"expressions are nested more than {Parser.MaxDepth} deep", at);
    }

    private HoleNode InferHole(Hole hole)
    {
        var node = new HoleNode(holeType ?? types.Fresh(), slots++, hole.At);
        holes.Add(node);
        return node;
    }

    private Node InferName(Name name)
    {
        if (scope.TryGetValue(name.Text, out var local))
            return new LocalNode(local.Slot, name.Text, types.Resolve(local.Type), name.At);
        return InferCall(Find(name.Text, false, name.At), name.Children, name.At);
    }

    private ListNode InferList(ListLiteral list)
    {
        if (list.Items.Count == 0)
            return new ListNode([], new ListOf(types.Fresh()), list.At);
        Enter(list.At);
        var nodes = new Node[list.Items.Count];
        nodes[0] = Infer(list.Items[0]);
        for (var i = 1; i < nodes.Length; i++)
            nodes[i] = Check(list.Items[i], nodes[0].Type, new("an item of this list"));
        depth--;
        return new(nodes, new ListOf(types.Resolve(nodes[0].Type)), list.At);
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
            throw WrongCount(primitive, arguments.Count, at);
        var rename = types.NewUse();
        var slot = slots;
        slots += parameters.Count;
        var nodes = new Node[parameters.Count];
        var lifted = false;
        for (var i = 0; i < nodes.Length; i++)
        {
            var expected = parameters[i].Type.Substitute(rename);
            var place = new TypedPlace(parameters[i].Name, primitive);
            nodes[i] = i > 0 || arguments[0] is Lambda || expected is FunctionOf
                ? Check(arguments[i], expected, place)
                : CheckFirst(arguments[0], expected, place, out lifted);
        }
        depth--;
        var result = types.Resolve(primitive.Signature.Result.Substitute(rename));
        return new(primitive, nodes, slot, lifted, lifted ? new ListOf(result) : result, at);
    }

    /// <summary>Checks the first argument of a primitive. The call is lifted if the argument is a list of what is expected.</summary>
    private Node CheckFirst(Expr expr, DslType expected, TypedPlace place, out bool lifted)
    {
        var node = Infer(expr);
        lifted = false;
        if (types.Unify(node.Type, expected))
            return node;
        lifted = types.Resolve(node.Type) is ListOf list && IsItem(list.Item, expected);
        return lifted ? node : Single(node, expected) ?? throw Mismatch(node, expected, place);
    }

    /// <summary>Whether an item of a list is what a primitive expects. An item that is itself a list only fits a list.</summary>
    private bool IsItem(DslType item, DslType expected) =>
        (expected is not ListOf && types.Unify(item, expected))
        || (types.Resolve(expected) is ListOf list && item is ListOf && types.Unify(item, list));

    /// <summary>A list of one, if the place expects a list of the node's type; else null.</summary>
    private ListNode? Single(Node node, DslType expected) =>
        types.Resolve(expected) is ListOf { Item: GroundType } list
            && types.Resolve(node.Type) is not ListOf
            && types.Unify(node.Type, list.Item)
            ? new ListNode([node], new ListOf(types.Resolve(list.Item)), node.At)
            : null;

    /// <summary>
    /// Checks a function: a lambda; or a primitive with all its arguments but the first, as after <c>|></c>; or a primitive without
    /// arguments.
    /// </summary>
    private LambdaNode CheckFunction(Expr expr, FunctionOf expected, TypedPlace place)
    {
        switch (expr)
        {
            case Lambda lambda:
                return Abstract(lambda, expected, $"{Printer.Parameters(lambda)} => ...", place);
            case Call call:
                var applied = call with { Arguments = [new Name(FirstImplicit, call.At), .. call.Arguments] };
                return Abstract(new([FirstImplicit], applied, call.At), expected, $"{call.Function}(...)", place);
            case Name name when !scope.ContainsKey(name.Text):
                string[] parameters = expected.Parameters.Count == 1 ? [FirstImplicit] : [FirstImplicit, SecondImplicit];
                var body = new Call(name.Text, [.. parameters.Select(parameter => new Name(parameter, name.At))], name.At);
                return Abstract(new([.. parameters], body, name.At), expected, name.Text, place);
            default:
                throw new TypeException($"expected a function for {place}, such as x => ... or the name of a primitive", expr.At);
        }
    }

    private LambdaNode Abstract(Lambda lambda, FunctionOf expected, string label, TypedPlace place)
    {
        var names = lambda.Parameters;
        if (names.Count != expected.Parameters.Count)
        {
            var wanted = Count(expected.Parameters.Count, "parameter");
            throw new TypeException($"expected a function of {wanted} for {place}, found one of {names.Count}", lambda.At);
        }
        var outer = names.Select(name => scope.TryGetValue(name, out var shadowed) ? shadowed : (Slot: -1, Type: DslType.Grid)).ToArray();
        var own = new int[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == FirstImplicit)
                scope.Remove(names[i]);
            own[i] = Declare(names[i], types.Resolve(expected.Parameters[i]), lambda.At);
        }
        Enter(lambda.At);
        var node = Check(lambda.Body, expected.Result, place with { OfResult = true });
        depth--;
        for (var i = 0; i < names.Count; i++)
        {
            scope.Remove(names[i]);
            if (outer[i].Slot >= 0)
                scope[names[i]] = outer[i];
        }
        return new(own[0], own[^1], label, node, types.Resolve(expected), lambda.At);
    }

    private int Declare(string name, DslType type, Span at)
    {
        if (PrimitiveTable.Find(name) is not null)
            throw new TypeException($"'{Quote.Of(name)}' is a primitive; choose another name", at);
        if (!scope.TryAdd(name, (slots, type)))
            throw new TypeException($"'{Quote.Of(name)}' is already defined", at);
        return slots++;
    }

    private Primitive Find(string name, bool called, Span at)
    {
        if (PrimitiveTable.Find(name) is { } primitive)
            return primitive;
        var primitives = PrimitiveTable.All.Select(row => row.Name);
        var values = scope.Keys.Concat(Color.Names).Concat(Point.Directions.Select(direction => direction.Name));
        var nearest = Spelling.Nearest(name, called ? primitives.Concat(values) : values.Concat(primitives));
        throw new TypeException($"'{Quote.Of(name)}' is not known{(nearest is null ? "" : $"; did you mean '{nearest}'?")}", at);
    }

    private TypeException Mismatch(Node found, DslType expected, TypedPlace place)
    {
        expected = types.Resolve(expected);
        var sentence = $"expected {Article(expected)} for {place}, found {Article(types.Resolve(found.Type))}";
        return new(sentence + Advice(found, expected), found.At);
    }

    /// <summary>What to write in the place of a number where a colour is expected; empty for other faults.</summary>
    private static string Advice(Node found, DslType expected)
    {
        if (found is not ConstantNode constant || found.Type != DslType.Int || expected != DslType.Color)
            return "";
        var number = constant.Value.Int;
        return number is >= 0 and < Color.Count
            ? $" ({number} is written {Color.Names[number]})"
            : $" (a colour is one of {string.Join(", ", Color.Names)})";
    }

    private static TypeException WrongCount(Primitive primitive, int found, Span at)
    {
        var parameters = primitive.Signature.Parameters;
        var written = string.Join(", ", parameters.Select(parameter => $"{parameter.Name}: {parameter.Type}"));
        return new($"{primitive.Name} takes {Count(parameters.Count, "argument")}, ({written}), found {found}", at);
    }

    private static string Article(DslType type) => type is TypeVariable ? "any value" : type == DslType.Int ? "an Int" : $"a {type}";

    private static string Count(int n, string noun) => n == 1 ? $"1 {noun}" : $"{n} {noun}s";
}
