using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Dsl.Values;
using ArcMini.Randomness;

namespace ArcMini.Synth;

/// <summary>
/// Draws programs that type-check from the primitive table, left to right: from <c>input</c> in steps, each a primitive that takes
/// what the last one gave, with arguments drawn by their types.
/// </summary>
/// <param name="dice">Where all choices come from.</param>
/// <param name="weight">How likely a primitive is.</param>
/// <param name="colors">The colours that literals are mostly of.</param>
internal sealed class ProgramMaker(SeededRandom dice, Func<Primitive, double> weight, IReadOnlyList<byte> colors)
{
    private const int MaxDepth = 4;
    private static readonly Dictionary<Primitive, Primitive[]> Twins = PrimitiveTable.All.GroupBy(TypesOf).Select(group => group.ToArray())
        .SelectMany(twins => twins.Select(twin => (twin, twins))).ToDictionary();
    private static readonly ConcurrentDictionary<(DslType, DslType?), Step[]> StepsByType = [];
    private static readonly string[] Turns = ["up", "down", "left", "right"];
    private static readonly DslType[] Anything = [.. DslType.Grounds, DslType.Grids, new ListOf(DslType.Int), new ListOf(DslType.Color), new ListOf(DslType.Point)];
    private static readonly DslType[] Keys = [DslType.Int, DslType.Color, DslType.Grid, DslType.Int];
    private readonly Dictionary<Primitive[], WeightedChoice<Primitive>> twinUrns = [];
    private readonly Dictionary<(DslType, DslType?), WeightedChoice<Step>?> stepUrns = [];
    private readonly List<(string Name, DslType Type)> scope = [("input", DslType.Grid)];
    private byte[] recoloring = [];
    private double rate;
    private int depth;

    private readonly record struct Step(Primitive Primitive, bool Lifted);

    /// <summary>A program, null where the draw led nowhere.</summary>
    public ArcProgram? Draw()
    {
        scope.RemoveRange(1, scope.Count - 1);
        depth = 0;
        var bindings = new List<Binding>();
        if (dice.Chance(0.2))
        {
            var type = dice.Pick([DslType.Grid, DslType.Grids, DslType.Grids, DslType.Color, DslType.Int]);
            if (Grow(Named("input"), DslType.Grid, dice.Between(1, 2), type) is not { } value)
                return null;
            bindings.Add(new("a", value, [], default));
            scope.Add(("a", type));
        }
        var start = bindings.Count > 0 && scope[1].Type is ListOf or GroundType { Name: "Grid" } && dice.Chance(0.5) ? scope[1] : scope[0];
        var result = Grow(Named(start.Name), start.Type, 1 + dice.Pick([0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4]), DslType.Grid);
        return result is null ? null : Normaliser.Normalise(new([.. bindings], result, []));
    }

    /// <summary>Another program changed at a few random places: literals, primitives of the same types, a step more; null where that led nowhere.</summary>
    public ArcProgram? Mutate(ArcProgram program, ArcProgram other)
    {
        scope.RemoveRange(1, scope.Count - 1);
        depth = 1;
        rate = dice.Pick([0, 0.1, 0.2, 0.4]);
        recoloring = dice.Shuffle(Enumerable.Range(0, Color.Count)).Select(color => (byte)color).ToArray();
        for (var i = 0; i < Math.Min(colors.Count, 6); i++)
            if (dice.Chance(0.7))
                recoloring[dice.Below(Color.Count)] = colors[i];
        var bindings = program.Bindings.Select(binding => binding with { Value = Change(binding.Value) }).ToArray();
        var result = Change(program.Result);
        if (dice.Chance(0.2))
            result = Grow(result, DslType.Grid, 1, DslType.Grid);
        else if (dice.Chance(0.15) && other.Bindings.Count == 0 && bindings.Length == 0)
            result = Splice(result, other.Result);
        return result is null ? null : Normaliser.Normalise(new([.. bindings], result, []));
    }

    private Expr Change(Expr expr) => expr.With(Change) switch
    {
        ColorLiteral literal => new ColorLiteral(recoloring[literal.Value], default),
        IntLiteral literal when dice.Chance(rate) => new IntLiteral(Math.Max(literal.Value + dice.Between(-2, 2), literal.Value < 0 ? literal.Value : 0), default),
        PointLiteral literal when Point.Directions.Any(direction => direction.Step == literal.Value) && dice.Chance(rate * 2) => Direction(dice.Chance(0.8)),
        Name name when PrimitiveTable.Find(name.Text) is { } row && dice.Chance(rate) => Named(Alike(row).Name),
        Call call when PrimitiveTable.Find(call.Function) is { } row && dice.Chance(rate) => new Call(Alike(row).Name, call.Arguments, default),
        Expr other => other,
    };

    /// <summary>The second expression with the first in place of its <c>input</c>.</summary>
    private static Expr Splice(Expr first, Expr second) =>
        second is Name { Text: "input" } ? first : second.With(child => Splice(first, child));

    /// <summary>A primitive of the same types, which may be the same.</summary>
    private Primitive Alike(Primitive row)
    {
        var alike = Twins[row];
        ref var urn = ref CollectionsMarshal.GetValueRefOrAddDefault(twinUrns, alike, out _);
        return dice.Pick(urn ??= new(alike, weight));
    }

    private static string TypesOf(Primitive row) => $"{string.Join(",", row.Signature.Parameters.Select(parameter => parameter.Type))}->{row.Signature.Result}";

    /// <summary>An expression of the wanted type that begins with <paramref name="start"/> and takes so many steps.</summary>
    private Expr? Grow(Expr start, DslType type, int steps, DslType wanted)
    {
        for (var left = steps; left > 0; left--)
        {
            if (Options(type, left == 1 ? wanted : null) is not { } choices)
                return null;
            var step = dice.Pick(choices);
            if (Apply(step, start, type, left == 1 ? wanted : null) is not var (next, result))
                return null;
            (start, type) = (next, result);
        }
        return type == wanted ? start : null;
    }

    /// <summary>The steps that take a type, and give the wanted one where one is; null where there is none.</summary>
    private WeightedChoice<Step>? Options(DslType type, DslType? wanted)
    {
        ref var urn = ref CollectionsMarshal.GetValueRefOrAddDefault(stepUrns, (type, wanted), out var known);
        return known ? urn : urn = Steps(type, wanted) is { Length: > 0 } steps ? new(steps, step => weight(step.Primitive)) : null;
    }

    private static Step[] Steps(DslType type, DslType? wanted) => StepsByType.GetOrAdd((type, wanted), static key =>
    {
        var (type, wanted) = key;
        var found = new List<Step>();
        foreach (var primitive in PrimitiveTable.All)
        {
            var signature = primitive.Signature;
            if (signature.Parameters.Count == 0 || signature.Parameters[0].Type is FunctionOf || (primitive.Name is "eq" or "ne" && type != DslType.Int && type != DslType.Color))
                continue;
            foreach (var lifted in new[] { false, true })
            {
                if (lifted && (type is not ListOf || signature.Parameters[0].Type is ListOf or TypeVariable))
                    continue;
                var bound = new Dictionary<string, DslType>();
                if (Unify(signature.Parameters[0].Type, lifted ? ((ListOf)type).Item : type, bound)
                    && (wanted is null || Unify(lifted ? new ListOf(signature.Result) : signature.Result, wanted, bound)))
                    found.Add(new(primitive, lifted));
            }
        }
        return [.. found];
    });

    private (Expr Expr, DslType Type)? Apply(Step step, Expr start, DslType type, DslType? wanted)
    {
        var (parameters, result) = (step.Primitive.Signature.Parameters, step.Primitive.Signature.Result);
        if (step.Lifted)
            result = new ListOf(result);
        var bound = new Dictionary<string, DslType>();
        Unify(parameters[0].Type, step.Lifted ? ((ListOf)type).Item : type, bound);
        if (wanted is not null)
            Unify(result, wanted, bound);
        var arguments = new Expr[parameters.Count];
        arguments[0] = start;
        depth++;
        for (var i = 1; i < arguments.Length; i++)
        {
            var argument = parameters[i].Type is FunctionOf function
                ? Function(step.Primitive, function, bound)
                : Argument(step.Primitive, parameters[i], Substitute(parameters[i].Type, bound));
            if (argument is null)
            {
                depth--;
                return null;
            }
            arguments[i] = argument;
        }
        depth--;
        return (new Call(step.Primitive.Name, [.. arguments], default), Substitute(result, bound));
    }

    private Expr? Function(Primitive primitive, FunctionOf function, Dictionary<string, DslType> bound)
    {
        if (depth >= MaxDepth)
            return null;
        if (Substitute(function.Result, bound) is TypeVariable free)
            bound[free.Name] = primitive.Name == "map" ? dice.Pick(Anything) : dice.Pick(Keys);
        var before = scope.Count;
        var names = new List<string>();
        foreach (var parameter in function.Parameters)
        {
            names.Add($"{(char)('b' + scope.Count)}");
            scope.Add((names[^1], Substitute(parameter, bound)));
        }
        var body = Body(Substitute(function.Result, bound), before);
        scope.RemoveRange(before, scope.Count - before);
        return body is null || names.Any(name => Normaliser.Uses(body, name) == 0) ? null : new Lambda([.. names], body, default);
    }

    /// <summary>An expression that begins with the first variable from <paramref name="from"/> on, the parameter of a function.</summary>
    private Expr? Body(DslType wanted, int from)
    {
        var (name, type) = scope[from];
        if (wanted == DslType.Bool && (type != DslType.Grid || dice.Chance(0.5)))
        {
            var sort = type == DslType.Int || type == DslType.Color ? type : type == DslType.Point ? DslType.Int : dice.Pick([DslType.Int, DslType.Int, DslType.Color]);
            var left = sort == type ? Named(name) : Grow(Named(name), type, 1, sort);
            var right = Value(sort);
            if (left is null || right is null)
                return null;
            var sign = sort == DslType.Int ? dice.Pick(["eq", "gt", "lt", "ne", "eq", "gt"]) : dice.Pick(["eq", "eq", "ne"]);
            return new Call(sign, [left, right], default);
        }
        if (wanted == DslType.Color && (type == DslType.Point || dice.Chance(0.2)) && depth < MaxDepth)
        {
            depth++;
            var choice = (Body(DslType.Bool, from), Value(DslType.Color), Value(DslType.Color));
            depth--;
            return choice is ({ } condition, { } then, { } otherwise) && then != otherwise ? new If(condition, then, otherwise, default) : null;
        }
        return Grow(Named(name), type, dice.Chance(0.75) ? 1 : 2, wanted);
    }

    private Expr? Argument(Primitive primitive, Parameter parameter, DslType type)
    {
        if (type == DslType.Int)
            return dice.Chance(0.2) ? Value(type) : new IntLiteral(Number(primitive.Name, parameter.Name), default);
        if (type == DslType.Point && parameter.Name == "d")
            return dice.Chance(0.9) ? Direction(primitive.Name is "gravity" or "roll" || dice.Chance(0.8)) : Value(type);
        if (type == DslType.Point && dice.Chance(0.5))
            return new PointLiteral(new(dice.Below(5), dice.Below(5)), default);
        return Value(type);
    }

    /// <summary>An expression of a type that suits as an argument.</summary>
    private Expr? Value(DslType type)
    {
        var known = scope.Where(variable => variable.Type == type && variable.Name != "input").ToArray();
        if (known.Length > 0 && dice.Chance(0.4))
            return Named(known[^1].Name);
        if (type == DslType.Int && (depth >= MaxDepth || dice.Chance(0.8)))
            return new IntLiteral(dice.Pick([0, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6]), default);
        if (type == DslType.Color && (depth >= MaxDepth || dice.Chance(0.75)))
            return new ColorLiteral(dice.Chance(0.75) ? dice.Pick(colors) : (byte)dice.Below(Color.Count), default);
        if (type == DslType.Bool && depth >= MaxDepth)
            return new BoolLiteral(dice.Chance(0.5), default);
        if (type == DslType.Point && (depth >= MaxDepth || dice.Chance(0.4)))
            return new PointLiteral(new(dice.Below(4), dice.Below(4)), default);
        if (type == new ListOf(DslType.Color))
            return new ListLiteral([.. dice.Shuffle(Enumerable.Range(0, Color.Count)).Take(2).Select(color => new ColorLiteral((byte)color, default))], default);
        if (type == DslType.Grid && dice.Chance(0.45))
            return Named("input");
        if (depth >= MaxDepth)
            return null;
        depth++;
        var start = dice.Chance(0.5) ? scope[^1] : scope[0];
        var steps = type == DslType.Grid || type is ListOf ? dice.Pick([1, 1, 2, 2, 3]) : dice.Pick([1, 1, 2]);
        var value = type == DslType.Grids && dice.Chance(0.2) ? Grow(Named(start.Name), start.Type, steps, DslType.Grid) : Grow(Named(start.Name), start.Type, steps, type);
        depth--;
        return value;
    }

    private int Number(string primitive, string parameter) => (primitive, parameter) switch
    {
        ("nth", _) => dice.Pick([1, 1, 2, -1, -2]),
        ("scale" or "downscale" or "split_x" or "split_y" or "arrange", _) => dice.Pick([2, 2, 2, 3, 3, 4]),
        ("tile" or "stretch", _) => dice.Pick([1, 2, 2, 3]),
        ("repeat", _) => dice.Pick([2, 2, 3, 3, 4]),
        ("part" or "tiles" or "canvas", _) => dice.Between(1, 5),
        ("tile_to", _) => dice.Between(3, 10),
        ("take" or "drop" or "take_top" or "take_bottom" or "take_left" or "take_right", _) => dice.Pick([1, 1, 2, 2, 3]),
        _ => dice.Pick([0, 1, 1, 2, 2, 3, 4]),
    };

    private PointLiteral Direction(bool straight)
    {
        var name = straight ? dice.Pick(Turns) : dice.Pick(Point.Directions).Name;
        return new(Point.Directions.First(direction => direction.Name == name).Step, default);
    }

    private static Name Named(string name) => new(name, default);

    private static bool Unify(DslType pattern, DslType type, Dictionary<string, DslType> bound) => pattern switch
    {
        TypeVariable variable when bound.TryGetValue(variable.Name, out var known) => known == type,
        TypeVariable variable => bound.TryAdd(variable.Name, type),
        ListOf list => type is ListOf other && Unify(list.Item, other.Item, bound),
        _ => pattern == type,
    };

    private static DslType Substitute(DslType type, Dictionary<string, DslType> bound) =>
        type.Substitute(variable => bound.GetValueOrDefault(variable.Name, variable));
}
