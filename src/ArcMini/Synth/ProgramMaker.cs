using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Syntax;
using ArcMini.Dsl.Types;
using ArcMini.Randomness;

namespace ArcMini.Synth;

/// <summary>
/// Draws programs that type-check, left to right. A program starts from <c>input</c> and takes steps. Each step is a primitive that takes
/// the result of the step before it. The other arguments are drawn by their types.
/// </summary>
/// <param name="random">The generator of all random choices.</param>
/// <param name="weight">How likely a primitive is, relative to the others.</param>
/// <param name="colors">The colours of the task, of which most colour literals are.</param>
internal sealed class ProgramMaker(SeededRandom random, Func<Primitive, double> weight, IReadOnlyList<byte> colors)
{
    /// <summary>The depth of nested arguments from which on only literals and variables are drawn.</summary>
    private const int MaxDepth = 4;

    /// <summary>The bounds of the coordinates of points that are arguments, and of all others.</summary>
    private const int ArgumentPointBelow = 5;
    private const int PointBelow = 4;

    private static readonly ConcurrentDictionary<(DslType, DslType?), Step[]> StepsByType = [];

    private readonly LiteralMaker literals = new(random, colors);
    private readonly Dictionary<(DslType, DslType?), WeightedChoice<Step>?> stepChoices = [];
    private readonly List<(string Name, DslType Type)> scope = [("input", DslType.Grid)];
    private int depth;

    /// <summary>A primitive as a step; if lifted, it is applied to each item of a list.</summary>
    private readonly record struct Step(Primitive Primitive, bool Lifted);

    /// <summary>A random program; null if the draw led nowhere.</summary>
    public ArcProgram? Draw()
    {
        Reset(0);
        var bindings = new List<Binding>();
        if (random.Chance(ProgramOdds.Let))
        {
            var type = random.Pick(ProgramOdds.LetTypes);
            if (Grow(Named("input"), DslType.Grid, random.Between(1, 2), type) is not { } value)
                return null;
            bindings.Add(new("a", value, [], default));
            scope.Add(("a", type));
        }
        var canStartFromLet = bindings.Count > 0 && scope[1].Type is ListOf or GroundType { Name: "Grid" };
        var start = canStartFromLet && random.Chance(ProgramOdds.StartFromLet) ? scope[1] : scope[0];
        var result = Grow(Named(start.Name), start.Type, 1 + random.Pick(ProgramOdds.ProgramSteps), DslType.Grid);
        return result is null ? null : Normaliser.Normalise(new([.. bindings], result, []));
    }

    /// <summary>A grid expression with one more random step; null if the draw led nowhere.</summary>
    public Expr? Extend(Expr grid)
    {
        Reset(1);
        return Grow(grid, DslType.Grid, 1, DslType.Grid);
    }

    private void Reset(int startDepth)
    {
        scope.RemoveRange(1, scope.Count - 1);
        depth = startDepth;
    }

    /// <summary>
    /// An expression of the wanted type that starts with <paramref name="start"/> and has so many steps; null if the draw led nowhere.
    /// </summary>
    private Expr? Grow(Expr start, DslType type, int steps, DslType wanted)
    {
        for (var left = steps; left > 0; left--)
        {
            if (Options(type, left == 1 ? wanted : null) is not { } choice)
                return null;
            var step = random.Pick(choice);
            if (Apply(step, start, type, left == 1 ? wanted : null) is not var (next, result))
                return null;
            (start, type) = (next, result);
        }
        return type == wanted ? start : null;
    }

    /// <summary>The steps that take a type, and that return the wanted type if one is given; null if there are none.</summary>
    private WeightedChoice<Step>? Options(DslType type, DslType? wanted)
    {
        ref var choice = ref CollectionsMarshal.GetValueRefOrAddDefault(stepChoices, (type, wanted), out var known);
        return known ? choice : choice = Steps(type, wanted) is { Length: > 0 } steps ? new(steps, step => weight(step.Primitive)) : null;
    }

    private static Step[] Steps(DslType type, DslType? wanted) => StepsByType.GetOrAdd((type, wanted), static key =>
    {
        var (type, wanted) = key;
        var found = new List<Step>();
        foreach (var primitive in PrimitiveTable.All)
        {
            var signature = primitive.Signature;
            if (signature.Parameters.Count == 0 || signature.Parameters[0].Type is FunctionOf)
                continue;
            if (primitive.Name is "eq" or "ne" && type != DslType.Int && type != DslType.Color)
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

    /// <summary>A function as an argument of a primitive; null if the draw led nowhere or the body uses not all parameters.</summary>
    private Expr? Function(Primitive primitive, FunctionOf function, Dictionary<string, DslType> bound)
    {
        if (depth >= MaxDepth)
            return null;
        if (Substitute(function.Result, bound) is TypeVariable free)
            bound[free.Name] = random.Pick(primitive.Name == "map" ? ProgramOdds.MappedTypes : ProgramOdds.KeyTypes);
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

    /// <summary>
    /// The body of a function: an expression that starts with its first parameter, which is the variable number
    /// <paramref name="parameter"/> in scope; null if the draw led nowhere.
    /// </summary>
    private Expr? Body(DslType wanted, int parameter)
    {
        var (name, type) = scope[parameter];
        if (wanted == DslType.Bool && (type != DslType.Grid || random.Chance(ProgramOdds.Comparison)))
            return Comparison(name, type);
        if (wanted == DslType.Color && (type == DslType.Point || random.Chance(ProgramOdds.ConditionalColor)) && depth < MaxDepth)
            return ConditionalColor(parameter);
        return Grow(Named(name), type, random.Chance(ProgramOdds.OneStepBody) ? 1 : 2, wanted);
    }

    /// <summary>A comparison of a variable, or of a value one step from it, with another value.</summary>
    private Call? Comparison(string name, DslType type)
    {
        var compared = type == DslType.Int || type == DslType.Color ? type
            : type == DslType.Point ? DslType.Int
            : random.Pick(ProgramOdds.ComparedTypes);
        var left = compared == type ? Named(name) : Grow(Named(name), type, 1, compared);
        var right = Value(compared);
        if (left is null || right is null)
            return null;
        var comparison = random.Pick(compared == DslType.Int ? ProgramOdds.IntegerComparisons : ProgramOdds.ColorComparisons);
        return new Call(comparison, [left, right], default);
    }

    private If? ConditionalColor(int parameter)
    {
        depth++;
        var parts = (Body(DslType.Bool, parameter), Value(DslType.Color), Value(DslType.Color));
        depth--;
        return parts is ({ } condition, { } then, { } otherwise) && then != otherwise ? new(condition, then, otherwise, default) : null;
    }

    private Expr? Argument(Primitive primitive, Parameter parameter, DslType type)
    {
        if (type == DslType.Int)
            return random.Chance(ProgramOdds.IntegerExpression) ? Value(type) : literals.IntegerFor(primitive.Name);
        if (type == DslType.Point && parameter.Name == "d")
            return random.Chance(ProgramOdds.LiteralDirection)
                ? literals.Direction(primitive.Name is "gravity" or "roll" || random.Chance(ProgramOdds.StraightDirection))
                : Value(type);
        if (type == DslType.Point && random.Chance(ProgramOdds.LiteralPointArgument))
            return literals.PointBelow(ArgumentPointBelow);
        return Value(type);
    }

    /// <summary>An expression of a type that suits as an argument; null if the draw led nowhere.</summary>
    private Expr? Value(DslType type)
    {
        var variables = scope.Where(variable => variable.Type == type && variable.Name != "input").ToArray();
        if (variables.Length > 0 && random.Chance(ProgramOdds.Variable))
            return Named(variables[^1].Name);
        if (type == DslType.Int && (depth >= MaxDepth || random.Chance(ProgramOdds.LiteralInteger)))
            return literals.Integer();
        if (type == DslType.Color && (depth >= MaxDepth || random.Chance(ProgramOdds.LiteralColor)))
            return literals.AnyColor();
        if (type == DslType.Bool && depth >= MaxDepth)
            return literals.Bool();
        if (type == DslType.Point && (depth >= MaxDepth || random.Chance(ProgramOdds.LiteralPoint)))
            return literals.PointBelow(PointBelow);
        if (type == new ListOf(DslType.Color))
            return literals.TwoColors();
        if (type == DslType.Grid && random.Chance(ProgramOdds.Input))
            return Named("input");
        return depth >= MaxDepth ? null : Grown(type);
    }

    /// <summary>An expression of a type that takes some steps from the last variable or from <c>input</c>.</summary>
    private Expr? Grown(DslType type)
    {
        depth++;
        var (name, startType) = random.Chance(ProgramOdds.StartFromLast) ? scope[^1] : scope[0];
        var steps = random.Pick(type == DslType.Grid || type is ListOf ? ProgramOdds.GridSteps : ProgramOdds.ValueSteps);
        var wanted = type == DslType.Grids && random.Chance(ProgramOdds.GridAsList) ? DslType.Grid : type;
        var value = Grow(Named(name), startType, steps, wanted);
        depth--;
        return value;
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
