using System.Numerics;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Types;

namespace ArcMini.Search;

/// <summary>The moves of the search: every row of the primitive table at the concrete types that the search builds.</summary>
internal static class Moves
{
    private const int MaxParameters = 4;
    private const int MaxWalked = 2;

    private static readonly (Kind Kind, DslType Type)[] Types =
    [
        (Kind.Grid, DslType.Grid), (Kind.Grids, DslType.Grids), (Kind.Int, DslType.Int), (Kind.Color, DslType.Color), (Kind.Point, DslType.Point),
        (Kind.Bool, DslType.Bool), (Kind.Colors, new ListOf(DslType.Color)), (Kind.Ints, new ListOf(DslType.Int)),
        (Kind.Points, new ListOf(DslType.Point)), (Kind.Bools, new ListOf(DslType.Bool)),
        (Kind.IntOfGrid, Function(DslType.Grid, DslType.Int)), (Kind.BoolOfGrid, Function(DslType.Grid, DslType.Bool)),
        (Kind.ColorOfGrid, Function(DslType.Grid, DslType.Color)), (Kind.GridOfGrid, Function(DslType.Grid, DslType.Grid)),
    ];

    /// <summary>All moves, in the order of the table.</summary>
    public static IReadOnlyList<Move> All { get; } =
    [
        .. from primitive in PrimitiveTable.All
           from instance in Instances(primitive.Signature)
           from move in Of(primitive, instance)
           select move,
    ];

    /// <summary>The type of a kind.</summary>
    public static DslType TypeOf(Kind kind) => Types.First(row => row.Kind == kind).Type;

    /// <summary>The kind of a type, null for types that the search does not build.</summary>
    public static Kind? KindOf(DslType type)
    {
        foreach (var row in Types)
            if (row.Type == type)
                return row.Kind;
        return null;
    }

    private static FunctionOf Function(DslType from, DslType to) => new([from], to);

    private static IEnumerable<Move> Of(Primitive primitive, Signature signature)
    {
        var parameters = signature.Parameters.Select(parameter => KindOf(parameter.Type)).ToArray();
        if (KindOf(signature.Result) is not { } result || parameters.Length is 0 or > MaxParameters || parameters.Any(kind => kind is null) || result.IsFunction())
            yield break;
        Kind[] kinds = [.. parameters.Select(kind => kind!.Value)];
        yield return new(primitive, kinds, result, Form.Plain, 0);
        if (kinds is [Kind.Grid, Kind.Grid])
            yield return new(primitive, [Kind.Grids], result, Form.Pair, 0);
        if (ListOf(result) is { } results)
            foreach (var lists in Walks(kinds))
                yield return new(primitive, Walked(kinds, lists), results, Form.Each, lists);
        if (kinds is [Kind.Grid, ..] && result == Kind.Grid)
            foreach (var lists in Walks(kinds).Where(lists => (lists & 1) == 0))
                yield return new(primitive, Walked(kinds, lists), result, Form.Fold, lists);
        if (kinds is [Kind.Grids, ..] && Array.FindIndex(kinds, kind => kind is Kind.IntOfGrid or Kind.BoolOfGrid or Kind.ColorOfGrid) is >= 0 and var key)
            yield return new(primitive, [.. kinds.Select((kind, i) => i == key ? KeysOf(kind) : kind)], result, Form.Key, 1 << key);
    }

    /// <summary>The sets of parameters, as bits, whose lists can be walked in step.</summary>
    private static IEnumerable<int> Walks(Kind[] kinds) => Enumerable.Range(1, (1 << kinds.Length) - 1).Where(lists =>
        BitOperations.PopCount((uint)lists) <= MaxWalked && Enumerable.Range(0, kinds.Length).All(i => (lists >> i & 1) == 0 || ListOf(kinds[i]) is not null));

    /// <summary>The parameters with lists where these are walked.</summary>
    private static Kind[] Walked(Kind[] kinds, int lists) => [.. kinds.Select((kind, i) => (lists >> i & 1) == 0 ? kind : ListOf(kind)!.Value)];

    private static Kind? ListOf(Kind kind) => kind.IsFunction() || kind.IsList() ? null : KindOf(new ListOf(TypeOf(kind)));

    private static Kind KeysOf(Kind function) => function switch { Kind.IntOfGrid => Kind.Ints, Kind.BoolOfGrid => Kind.Bools, _ => Kind.Colors };

    /// <summary>A signature with every variable replaced by each of the types worth it.</summary>
    private static IEnumerable<Signature> Instances(Signature signature)
    {
        var variables = signature.Parameters.SelectMany(parameter => Variables(parameter.Type)).Distinct().ToArray();
        IEnumerable<Signature> instances = [signature];
        foreach (var variable in variables)
            instances = instances.SelectMany(instance => Choices(variable, variables).Select(type => Replace(instance, variable, type)));
        return instances;
    }

    private static IEnumerable<DslType> Choices(Variable variable, Variable[] all) =>
        variable == all[0] ? [DslType.Grid, DslType.Color, DslType.Int] : [DslType.Int, DslType.Color, DslType.Grid, DslType.Bool];

    private static IEnumerable<Variable> Variables(DslType type) => type switch
    {
        Variable variable => [variable],
        ListOf list => Variables(list.Item),
        FunctionOf function => function.Parameters.Append(function.Result).SelectMany(Variables),
        _ => [],
    };

    private static Signature Replace(Signature signature, Variable variable, DslType type) =>
        new([.. signature.Parameters.Select(parameter => parameter with { Type = Replace(parameter.Type, variable, type) })], Replace(signature.Result, variable, type));

    private static DslType Replace(DslType within, Variable variable, DslType type) => within switch
    {
        Variable other => other == variable ? type : other,
        ListOf list => new ListOf(Replace(list.Item, variable, type)),
        FunctionOf function => new FunctionOf([.. function.Parameters.Select(parameter => Replace(parameter, variable, type))], Replace(function.Result, variable, type)),
        _ => within,
    };
}
