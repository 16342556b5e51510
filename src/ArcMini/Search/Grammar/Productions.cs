using System.Numerics;
using ArcMini.Dsl.Primitives;
using ArcMini.Dsl.Types;

namespace ArcMini.Search.Grammar;

/// <summary>All productions: every row of the primitive table at the concrete types that the search builds.</summary>
internal static class Productions
{
    private const int MaxParameters = 4;
    private const int MaxWalkedLists = 2;

    private static readonly (SearchType Type, DslType DslType)[] Types =
    [
        (SearchType.Grid, DslType.Grid),
        (SearchType.Grids, DslType.Grids),
        (SearchType.Int, DslType.Int),
        (SearchType.Color, DslType.Color),
        (SearchType.Point, DslType.Point),
        (SearchType.Bool, DslType.Bool),
        (SearchType.Colors, new ListOf(DslType.Color)),
        (SearchType.Ints, new ListOf(DslType.Int)),
        (SearchType.Points, new ListOf(DslType.Point)),
        (SearchType.Bools, new ListOf(DslType.Bool)),
        (SearchType.IntOfGrid, new FunctionOf([DslType.Grid], DslType.Int)),
        (SearchType.BoolOfGrid, new FunctionOf([DslType.Grid], DslType.Bool)),
        (SearchType.ColorOfGrid, new FunctionOf([DslType.Grid], DslType.Color)),
        (SearchType.GridOfGrid, new FunctionOf([DslType.Grid], DslType.Grid)),
    ];

    /// <summary>All productions, in the order of the primitive table.</summary>
    public static IReadOnlyList<Production> All { get; } =
    [
        .. from primitive in PrimitiveTable.All
           from instance in Instances(primitive.Signature)
           from production in Of(primitive, instance)
           select production,
    ];

    /// <summary>The type in the language.</summary>
    public static DslType TypeOf(SearchType type) => Types.First(row => row.Type == type).DslType;

    /// <summary>The search type of a type of the language; null where the search builds no such values.</summary>
    public static SearchType? SearchTypeOf(DslType type)
    {
        foreach (var row in Types)
            if (row.DslType == type)
                return row.Type;
        return null;
    }

    private static IEnumerable<Production> Of(Primitive primitive, Signature signature)
    {
        var parameters = signature.Parameters.Select(parameter => SearchTypeOf(parameter.Type)).ToArray();
        if (parameters.Length is 0 or > MaxParameters || parameters.Any(type => type is null))
            yield break;
        if (SearchTypeOf(signature.Result) is not { } result || result.IsFunction())
            yield break;
        SearchType[] types = [.. parameters.Select(type => type!.Value)];
        yield return new(primitive, types, result, Application.Plain, 0);
        if (types is [SearchType.Grid, SearchType.Grid])
            yield return new(primitive, [SearchType.Grids], result, Application.Pair, 0);
        if (ListOf(result) is { } results)
            foreach (var lists in WalkedSets(types))
                yield return new(primitive, WithLists(types, lists), results, Application.Each, lists);
        if (types is [SearchType.Grid, ..] && result == SearchType.Grid)
            foreach (var lists in WalkedSets(types).Where(lists => (lists & 1) == 0))
                yield return new(primitive, WithLists(types, lists), result, Application.Fold, lists);
        if (types is [SearchType.Grids, ..] && Array.FindIndex(types, IsKeyFunction) is >= 0 and var key)
            yield return new(primitive, [.. types.Select((type, i) => i == key ? KeysOf(type) : type)], result, Application.Key, 1 << key);
    }

    private static bool IsKeyFunction(SearchType type) => type is SearchType.IntOfGrid or SearchType.BoolOfGrid or SearchType.ColorOfGrid;

    /// <summary>The sets of parameters whose lists can be walked together, each set as bits.</summary>
    private static IEnumerable<int> WalkedSets(SearchType[] types) => Enumerable.Range(1, (1 << types.Length) - 1).Where(lists =>
        BitOperations.PopCount((uint)lists) <= MaxWalkedLists
        && Enumerable.Range(0, types.Length).All(i => (lists >> i & 1) == 0 || ListOf(types[i]) is not null));

    /// <summary>The parameters, with a list type at each parameter whose bit is set.</summary>
    private static SearchType[] WithLists(SearchType[] types, int lists) =>
        [.. types.Select((type, i) => (lists >> i & 1) == 0 ? type : ListOf(type)!.Value)];

    private static SearchType? ListOf(SearchType type) =>
        type.IsFunction() || type.IsList() ? null : SearchTypeOf(new ListOf(TypeOf(type)));

    private static SearchType KeysOf(SearchType function) => function switch
    {
        SearchType.IntOfGrid => SearchType.Ints,
        SearchType.BoolOfGrid => SearchType.Bools,
        _ => SearchType.Colors,
    };

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
