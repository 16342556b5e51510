using System.Numerics;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Types;

namespace ArcMini.Search.Grammar;

/// <summary>The moves of the search: every row of the primitive table at the concrete types that the search builds.</summary>
internal static class Productions
{
    private const int MaxParameters = 4;
    private const int MaxWalked = 2;

    private static readonly (SearchType Kind, DslType Type)[] Types =
    [
        (SearchType.Grid, DslType.Grid), (SearchType.Grids, DslType.Grids), (SearchType.Int, DslType.Int), (SearchType.Color, DslType.Color), (SearchType.Point, DslType.Point),
        (SearchType.Bool, DslType.Bool), (SearchType.Colors, new ListOf(DslType.Color)), (SearchType.Ints, new ListOf(DslType.Int)),
        (SearchType.Points, new ListOf(DslType.Point)), (SearchType.Bools, new ListOf(DslType.Bool)),
        (SearchType.IntOfGrid, Function(DslType.Grid, DslType.Int)), (SearchType.BoolOfGrid, Function(DslType.Grid, DslType.Bool)),
        (SearchType.ColorOfGrid, Function(DslType.Grid, DslType.Color)), (SearchType.GridOfGrid, Function(DslType.Grid, DslType.Grid)),
    ];

    /// <summary>All moves, in the order of the table.</summary>
    public static IReadOnlyList<Production> All { get; } =
    [
        .. from primitive in PrimitiveTable.All
           from instance in Instances(primitive.Signature)
           from move in Of(primitive, instance)
           select move,
    ];

    /// <summary>The type of a kind.</summary>
    public static DslType TypeOf(SearchType kind) => Types.First(row => row.Kind == kind).Type;

    /// <summary>The kind of a type, null for types that the search does not build.</summary>
    public static SearchType? SearchTypeOf(DslType type)
    {
        foreach (var row in Types)
            if (row.Type == type)
                return row.Kind;
        return null;
    }

    private static FunctionOf Function(DslType from, DslType to) => new([from], to);

    private static IEnumerable<Production> Of(Primitive primitive, Signature signature)
    {
        var parameters = signature.Parameters.Select(parameter => SearchTypeOf(parameter.Type)).ToArray();
        if (SearchTypeOf(signature.Result) is not { } result || parameters.Length is 0 or > MaxParameters || parameters.Any(kind => kind is null) || result.IsFunction())
            yield break;
        SearchType[] kinds = [.. parameters.Select(kind => kind!.Value)];
        yield return new(primitive, kinds, result, Application.Plain, 0);
        if (kinds is [SearchType.Grid, SearchType.Grid])
            yield return new(primitive, [SearchType.Grids], result, Application.Pair, 0);
        if (ListOf(result) is { } results)
            foreach (var lists in Walks(kinds))
                yield return new(primitive, Walked(kinds, lists), results, Application.Each, lists);
        if (kinds is [SearchType.Grid, ..] && result == SearchType.Grid)
            foreach (var lists in Walks(kinds).Where(lists => (lists & 1) == 0))
                yield return new(primitive, Walked(kinds, lists), result, Application.Fold, lists);
        if (kinds is [SearchType.Grids, ..] && Array.FindIndex(kinds, kind => kind is SearchType.IntOfGrid or SearchType.BoolOfGrid or SearchType.ColorOfGrid) is >= 0 and var key)
            yield return new(primitive, [.. kinds.Select((kind, i) => i == key ? KeysOf(kind) : kind)], result, Application.Key, 1 << key);
    }

    /// <summary>The sets of parameters, as bits, whose lists can be walked in step.</summary>
    private static IEnumerable<int> Walks(SearchType[] kinds) => Enumerable.Range(1, (1 << kinds.Length) - 1).Where(lists =>
        BitOperations.PopCount((uint)lists) <= MaxWalked && Enumerable.Range(0, kinds.Length).All(i => (lists >> i & 1) == 0 || ListOf(kinds[i]) is not null));

    /// <summary>The parameters with lists where these are walked.</summary>
    private static SearchType[] Walked(SearchType[] kinds, int lists) => [.. kinds.Select((kind, i) => (lists >> i & 1) == 0 ? kind : ListOf(kind)!.Value)];

    private static SearchType? ListOf(SearchType kind) => kind.IsFunction() || kind.IsList() ? null : SearchTypeOf(new ListOf(TypeOf(kind)));

    private static SearchType KeysOf(SearchType function) => function switch { SearchType.IntOfGrid => SearchType.Ints, SearchType.BoolOfGrid => SearchType.Bools, _ => SearchType.Colors };

    /// <summary>A signature with every variable replaced by each of the types worth it.</summary>
    private static IEnumerable<Signature> Instances(Signature signature)
    {
        var variables = signature.Parameters.SelectMany(parameter => parameter.Type.Variables).Distinct().ToArray();
        IEnumerable<Signature> instances = [signature];
        foreach (var variable in variables)
            instances = instances.SelectMany(instance => Choices(variable, variables).Select(type => Replace(instance, variable, type)));
        return instances;
    }

    private static IEnumerable<DslType> Choices(TypeVariable variable, TypeVariable[] all) =>
        variable == all[0] ? [DslType.Grid, DslType.Color, DslType.Int] : [DslType.Int, DslType.Color, DslType.Grid, DslType.Bool];

    private static Signature Replace(Signature signature, TypeVariable variable, DslType type) =>
        signature.Substitute(other => other == variable ? type : other);
}
