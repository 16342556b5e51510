using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Types;

namespace ArcMini.Dsl.Grammar;

/// <summary>A primitive with one choice of types for its type variables; perhaps lifted over a list.</summary>
internal sealed record GbnfInstance(Primitive Primitive, IReadOnlyList<DslType> Parameters, DslType Result)
{
    /// <summary>All instances whose types the grammar has, in the order of the primitive table.</summary>
    public static IReadOnlyList<GbnfInstance> All { get; } =
        [.. PrimitiveTable.All.SelectMany(Of).DistinctBy(instance => instance.ToString())];

    /// <summary>Whether the printer writes it as a stage of a pipeline.</summary>
    public bool IsStage => Primitive.Signature.Parameters[0].Type is ListOf or GroundType { Name: "Grid" };

    /// <summary>
    /// Whether one item may stand for the list at a place. The checker must know the type of the items from the arguments before.
    /// </summary>
    public bool TakesOne(int place) => place > 0 && Primitive.Signature.Parameters[place].Type.Variables
        .All(variable => Primitive.Signature.Parameters.Take(place).Any(earlier => earlier.Type.Variables.Contains(variable)));

    /// <inheritdoc/>
    public override string ToString() => $"{Primitive.Name}({string.Join(", ", Parameters)}) -> {Result}";

    private static IEnumerable<GbnfInstance> Of(Primitive primitive)
    {
        var signature = primitive.Signature;
        DslType[] types = [.. signature.Parameters.Select(parameter => parameter.Type), signature.Result];
        var variables = types.SelectMany(type => type.Variables).Distinct().Where(variable => !IsFree(variable, types)).ToArray();
        foreach (var choice in Choices(variables.Length))
        {
            var bound = variables.Zip(choice).ToDictionary(pair => pair.First, pair => pair.Second);
            DslType[] ground = [.. types.Select(type => type.Substitute(variable => bound.GetValueOrDefault(variable, variable)))];
            if (!ground.All(IsKnown))
                continue;
            yield return new(primitive, ground[..^1], ground[^1]);
            var lifted = new ListOf(ground[0]);
            if (types[0] is GroundType or ListOf { Item: GroundType } && IsKnown(lifted) && IsKnown(new ListOf(ground[^1])))
                yield return new(primitive, [lifted, .. ground[1..^1]], new ListOf(ground[^1]));
        }
    }

    private static IEnumerable<IEnumerable<DslType>> Choices(int count) => count == 0
        ? [[]]
        : Choices(count - 1).SelectMany(_ => GbnfTypes.All, (rest, type) => rest.Append(type.Type));

    /// <summary>Whether a variable is only the result of one function parameter, so that any type fits there.</summary>
    private static bool IsFree(TypeVariable variable, DslType[] types) =>
        types.Sum(type => type.Variables.Count(other => other == variable)) == 1
        && types.Any(type => type is FunctionOf function && function.Result == variable);

    private static bool IsKnown(DslType type) => type is FunctionOf function
        ? function.Parameters.All(GbnfTypes.Has) && (function.Result is TypeVariable || GbnfTypes.Has(function.Result))
        : GbnfTypes.Has(type);
}
